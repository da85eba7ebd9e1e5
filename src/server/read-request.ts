import { z } from 'zod'
import { ParlorError } from '../errors.ts'
import { type ChatRequest, requestSchema } from '../protocol/index.ts'

/** Reads the body of a POST as a ChatKit request, whatever its content type says; throws `invalid_request` or `too_large`. */
export async function readRequest(request: Request, { maxBodyBytes }: { maxBodyBytes: number }): Promise<ChatRequest> {
  const result = requestSchema.safeParse(parseJson(await readText(request, maxBodyBytes)))
  if (result.success) return result.data
  const problems = result.error.issues.map((issue) => ({
    code: issue.code ?? 'custom',
    at: z.core.toDotPath(issue.path) || 'body',
    problem: issue.message,
    hint: 'Send { type, params } as the ChatKit protocol writes it',
  }))
  const [first] = problems
  throw new ParlorError('invalid_request', {
    at: first?.at ?? 'body',
    problem: first?.problem ?? 'Not a ChatKit request',
    hint: 'Send { type, params } as the ChatKit protocol writes it',
    problems,
    cause: result.error,
  })
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

/** Stops reading as soon as the limit is passed: the length a client tells is only believed when it is too much. */
async function readText(request: Request, limit: number): Promise<string> {
  if (Number(request.headers.get('content-length')) > limit) throw tooLarge(limit)
  if (!request.body) return ''
  const decoder = new TextDecoder()
  const reader = request.body.getReader()
  let text = ''
  let size = 0
  while (true) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    size += value.byteLength
    if (size > limit) {
      await reader.cancel().catch(() => {})
      throw tooLarge(limit)
    }
    text += decoder.decode(value, { stream: true })
  }
}

function tooLarge(limit: number): ParlorError {
  return new ParlorError('too_large', {
    at: 'body',
    problem: `The body has more than ${limit} bytes`,
    hint: 'Send files by an upload, or raise limits.maxBodyBytes on the server',
  })
}
