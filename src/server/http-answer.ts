import { isParlorError, type ParlorError, type ParlorErrorCode } from '../errors.ts'
import { wireJson } from '../protocol/index.ts'
import { isShownError } from './user-error.ts'

/** The status of an answer for each failure that is the asker's doing; all other failures are ours, and 500. */
const statuses: Partial<Record<ParlorErrorCode, number>> = {
  invalid_request: 400,
  unsupported: 400,
  unknown_action: 400,
  unauthorized: 401,
  not_found: 404,
  conflict: 409,
  too_large: 413,
}

/** A JSON answer as ChatKit writes it. */
export function jsonAnswer(body: unknown, init: ResponseInit = {}): Response {
  const headers = new Headers(init.headers)
  headers.set('Content-Type', 'application/json')
  headers.set('Cache-Control', 'no-store')
  return new Response(wireJson(body), { ...init, headers })
}

/** What an answer with an error status says. */
export interface ErrorBody {
  error: { code: string; message: string; at: string; hint: string }
}

/** An error as an answer. Only what is the asker's business is told; the rest is for the log. */
export function errorAnswer(error: unknown): { status: number; body: ErrorBody } {
  if (isParlorError(error)) {
    const status = statuses[error.code]
    if (status) return { status, body: { error: errorBody(error) } }
  }
  if (isShownError(error)) {
    return { status: 422, body: { error: { code: 'custom', message: error.message, at: '', hint: '' } } }
  }
  const told = { code: 'internal', message: 'The server failed', at: '', hint: 'Try again; its log tells more' }
  return { status: 500, body: { error: told } }
}

function errorBody({ code, problem, at, hint }: ParlorError): ErrorBody['error'] {
  return { code, message: problem, at, hint }
}
