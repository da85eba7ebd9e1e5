import { z } from 'zod'
import { isParlorError, ParlorError, type ParlorErrorCode } from '../errors.ts'
import { abortedError } from './abort.ts'

const codes: Readonly<Record<ParlorErrorCode, true>> = {
  invalid_input: true,
  invalid_widget: true,
  invalid_request: true,
  invalid_event: true,
  not_found: true,
  conflict: true,
  unauthorized: true,
  too_large: true,
  rate_limited: true,
  timeout: true,
  unsupported: true,
  unknown_action: true,
  unknown_tool: true,
  http_error: true,
  network: true,
  stream_cut: true,
  aborted: true,
  misuse: true,
  store_failed: true,
}

/** The ways servers word an error: Parlor's own, OpenAI's, a bare text, FastAPI's. */
const errorBodySchema = z.union([
  z.object({
    error: z.object({
      message: z.string(),
      code: z.string().nullish(),
      at: z.string().nullish(),
      hint: z.string().nullish(),
    }),
  }),
  z.object({ error: z.string() }).transform(({ error }) => ({ error: { message: error } })),
  z.object({ detail: z.string() }).transform(({ detail }) => ({ error: { message: detail } })),
  z
    .object({ detail: z.array(z.object({ msg: z.string() })).min(1) })
    .transform(({ detail }) => ({ error: { message: detail.map(({ msg }) => msg).join('; ') } })),
  z.object({ message: z.string() }).transform((error) => ({ error })),
])

/** An answer with an error status, as an error; its `cause` holds the status and the body. `at` is the request's type. */
export async function httpError(response: Response, at: string): Promise<ParlorError> {
  const { status } = response
  const text = await response.text().catch(() => '')
  const body = parseJson(text)
  const told = errorBodySchema.safeParse(body).data?.error
  const { code, message, hint, ...place } = { code: null, hint: null, at: null, message: null, ...told }
  return new ParlorError(isCode(code) ? code : codeOf(status), {
    at: place.at || at,
    problem: `The server answered ${status}${message ? `: ${message.replace(/\.$/, '')}` : ''}`,
    hint: hint || hintOf(status),
    cause: { status, body: body ?? text.slice(0, 1000) },
  })
}

/** An answer that is there, but not the one that was asked for. */
export function unexpectedAnswer(response: Response, at: string, wanted: string): ParlorError {
  const type = response.headers.get('Content-Type') ?? 'no content type'
  return new ParlorError('http_error', {
    at,
    problem: `Expected ${wanted}, got ${type}`,
    hint: type.includes('html')
      ? 'This is a web page: check that `url` is the address of the chat server'
      : 'Check that `url` is the address of a ChatKit server',
  })
}

/** What fetch rejected with: aborted, or no answer. Errors of our own pass. */
export function sendError(cause: unknown, at: string, url: string, signal: AbortSignal | undefined): ParlorError {
  if (isParlorError(cause)) return cause
  if (signal?.aborted || isAbort(cause)) return abortedError(at, cause)
  return new ParlorError('network', {
    at,
    problem: `No answer from ${url.replace(/[?#].*$/s, '')}`, // what follows may sign an upload
    hint: 'Check that the server runs, its address, and that it allows this origin (CORS)',
    cause,
  })
}

/** A body that broke off while it was read. */
export function bodyError(cause: unknown, at: string, signal: AbortSignal | undefined): ParlorError {
  if (signal?.aborted || isAbort(cause)) return abortedError(at, cause)
  return new ParlorError('stream_cut', {
    at,
    problem: 'The answer broke off',
    hint: 'What came before counts. The connection was lost, or the server failed: its log tells',
    cause,
  })
}

/** The JSON of a text, undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isAbort(cause: unknown): boolean {
  return cause instanceof Error && cause.name === 'AbortError'
}

function isCode(code: string | null | undefined): code is ParlorErrorCode {
  return typeof code === 'string' && Object.hasOwn(codes, code)
}

function codeOf(status: number): ParlorErrorCode {
  if (status === 401 || status === 403) return 'unauthorized'
  return status === 413 ? 'too_large' : 'http_error'
}

function hintOf(status: number): string {
  if (status === 401 || status === 403) return 'Check the client secret and the headers that say who asks'
  if (status === 404 || status === 405) return 'Check that `url` is the address of the chat server'
  if (status === 413) return 'Send less at once'
  if (status === 429) return 'Wait a little, then try again'
  return status >= 500 ? "Try again; the server's log tells more" : 'Compare the request with the protocol'
}
