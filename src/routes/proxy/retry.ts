import { asObject, jsonObjectIn } from '../read-body.ts'
import type { PassingBody } from './held-body.ts'

/** Requests that only read. All others may have done something before the connection broke. */
const reading: readonly string[] = ['threads.get_by_id', 'threads.list', 'items.list']

/** Statuses of a server, or of what stands before it, that is not there at the moment. */
const passing: readonly number[] = [502, 503, 504]

/** Codes of Node, Deno and Bun that say no connection was made: nothing of the request was read. */
const notConnected = [
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'],
  'ConnectionRefused',
]

/** How far a request may be sent again: `always`, `unread` (only if nothing of it was read), `never`. */
export type Repeat = 'always' | 'unread' | 'never'

/**
 * Which requests are safe to send again: GET and HEAD, ChatKit's reads, and with `idempotent` those that carry a key by which the
 * other server knows them again. The rest only where no connection was made; a body that streams never.
 */
export function repeatOf(request: Request, body: PassingBody, idempotent: boolean): Repeat {
  if (!body.held) return 'never'
  if (request.method === 'GET' || request.method === 'HEAD') return 'always'
  const asked = jsonObjectIn(new TextDecoder().decode(body.held))
  if (typeof asked?.type === 'string' && reading.includes(asked.type)) return 'always'
  const keyed = request.headers.has('idempotency-key') || asObject(asked?.metadata)?.idempotency_key !== undefined
  return idempotent && keyed ? 'always' : 'unread'
}

export function mayRepeatAnswer(repeat: Repeat, status: number): boolean {
  return repeat === 'always' && passing.includes(status)
}

export function mayRepeatFailure(repeat: Repeat, error: unknown): boolean {
  if (repeat === 'never') return false
  return repeat === 'always' || codesOf(error).some((code) => notConnected.includes(code))
}

/** The codes of an error and of what caused it: fetch hides the connection's own error there. */
function codesOf(error: unknown): string[] {
  const codes: string[] = []
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 4; at = at.cause, depth++) {
    if ('code' in at && typeof at.code === 'string') codes.push(at.code)
    if (at instanceof AggregateError) codes.push(...at.errors.flatMap(codesOf))
  }
  return codes
}

/** Time before the next try, in ms: doubled each time, and spread so that not all come back at once. */
export function backoff(attempt: number, firstMs: number): number {
  return firstMs * 2 ** attempt * (0.5 + Math.random() / 2)
}
