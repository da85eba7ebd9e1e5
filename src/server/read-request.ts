import { z } from 'zod'
import { ParlorError } from '../errors.ts'
import { type ChatRequest, requestSchema } from '../protocol/index.ts'
import type { Incoming } from './incoming.ts'
import { isDeeperThan } from './json-depth.ts'
import type { Limits } from './limits.ts'
import { refusal } from './refusals.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })
const hint = 'Send { type, params } as the ChatKit protocol writes it'

/**
 * Reads the body of a POST as a ChatKit request: its size, its time, its depth, then what the protocol asks. Whatever its content
 * type says it is read as JSON, unless cookies tell who asks: a page elsewhere can send those, but not JSON that says so.
 */
export async function readRequest(incoming: Incoming, limits: Limits, cookies: boolean): Promise<ChatRequest> {
  if (cookies) wantJson(incoming)
  const bytes = await incoming.read({ maxBytes: limits.maxBodyBytes, timeoutMs: limits.bodyTimeoutMs })
  const text = decode(bytes)
  if (isDeeperThan(text, limits.maxDepth)) throw tooDeep(limits.maxDepth)
  const result = requestSchema.safeParse(parseJson(text))
  if (!result.success) throw notARequest(result.error)
  checkText(result.data, limits.maxTextLength)
  return result.data
}

function wantJson(incoming: Incoming): void {
  const type = incoming.header('content-type') ?? ''
  if (/^application\/json\s*(;|$)/i.test(type)) return
  throw refusal(
    'unsupported',
    { status: 415 },
    {
      at: 'headers.content-type',
      problem: 'A server that knows its users by cookies takes JSON alone',
      hint: 'Send Content-Type: application/json',
    },
  )
}

function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes)
  } catch (cause) {
    throw new ParlorError('invalid_request', {
      at: 'body',
      problem: 'The body is not UTF-8',
      hint: 'Send JSON as UTF-8',
      cause,
    })
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new ParlorError('invalid_request', {
      at: 'body',
      problem: text === '' ? 'The body is empty' : 'The body is not JSON',
      hint: 'Send { type, params } as JSON',
      cause,
    })
  }
}

function notARequest(error: z.ZodError): ParlorError {
  const problems = error.issues.map((issue) => ({
    code: issue.code ?? 'custom',
    at: z.core.toDotPath(issue.path) || 'body',
    problem: issue.message,
    hint,
  }))
  const [first] = problems
  return new ParlorError('invalid_request', {
    at: first?.at ?? 'body',
    problem: first?.problem ?? 'Not a ChatKit request',
    hint,
    problems,
    cause: error,
  })
}

/** What a message says in all its parts. */
function checkText({ params }: ChatRequest, limit: number): void {
  if (!('input' in params && 'content' in params.input)) return
  let length = params.input.quoted_text?.length ?? 0
  for (const { text } of params.input.content) length += text.length
  if (length <= limit) return
  throw new ParlorError('too_large', {
    at: 'params.input.content',
    problem: `The message has ${length} characters, at most ${limit}`,
    hint: 'Send a long text as a file, or raise limits.maxTextLength on the server',
  })
}

function tooDeep(limit: number): ParlorError {
  return new ParlorError('too_large', {
    at: 'body',
    problem: `The body nests deeper than ${limit} levels`,
    hint: 'Nest less, or raise limits.maxDepth on the server',
  })
}
