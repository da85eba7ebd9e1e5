import { isParlorError, type ParlorErrorCode } from '../errors.ts'
import type { RouteLog } from './log.ts'

/** The status of an answer for each failure that is the asker's doing; all others are ours, and 500. */
const statuses: Partial<Record<ParlorErrorCode, number>> = {
  invalid_request: 400,
  invalid_input: 400,
  unsupported: 400,
  unknown_action: 400,
  unauthorized: 401,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  rate_limited: 429,
}

/** The status a failure is answered with. */
export function statusOf(error: unknown): number {
  return (isParlorError(error) && statuses[error.code]) || 500
}

/** A JSON answer that nobody may keep. */
export function json(body: unknown, status = 200, headers: HeadersInit = {}): Response {
  const all = new Headers(headers)
  all.set('Content-Type', 'application/json')
  all.set('Cache-Control', 'no-store')
  return new Response(JSON.stringify(body), { status, headers: all })
}

/** What an answer with an error status says, as the chat server's own do. */
export interface RouteErrorBody {
  error: { code: string; message: string; at: string; hint: string }
}

/** An error as an answer: what is the asker's business is told, the rest goes to the log. */
export function refusal(error: unknown, log: RouteLog): Response {
  const status = statusOf(error)
  if (status < 500 && isParlorError(error)) {
    const { code, problem, at, hint } = error
    return json({ error: { code, message: problem, at, hint } } satisfies RouteErrorBody, status)
  }
  log.error({ err: error }, 'A route failed')
  const told = { code: 'internal', message: 'The server failed', at: '', hint: 'Try again; its log tells more' }
  return json({ error: told } satisfies RouteErrorBody, 500)
}

/** Says which methods there are. */
export function notAllowed(method: string, allow: string): Response {
  const error = {
    code: 'invalid_request',
    message: `${method} is not answered here`,
    at: 'method',
    hint: `Send ${allow}`,
  }
  return json({ error } satisfies RouteErrorBody, 405, { Allow: allow })
}
