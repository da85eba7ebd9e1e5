import { isParlorError, type ParlorError, type ParlorErrorCode } from '../errors.ts'
import { wireJson } from '../protocol/index.ts'
import { refusedAs } from './refusals.ts'
import { isShownError } from './user-error.ts'

/** What a request is answered with, before it becomes a web response or goes out through `node:http`. */
export interface Answer {
  status: number
  headers: Record<string, string>
  /** All of it, or what was ready at once. */
  body: string | null
  /** What comes later. */
  rest?: TextStream | null
}

/** Text that comes piece by piece. */
export interface TextStream {
  /** What is ready next; asked for one at a time. */
  next(): Promise<IteratorResult<string, void>>
  /** Nobody reads on. */
  leave(reason: unknown): Promise<void>
  /** Silence after which a comment keeps the connection open, in ms. */
  readonly heartbeatMs: number
}

/** The status of an answer for each failure that is the asker's doing; all other failures are ours, and 500. */
const statuses: Partial<Record<ParlorErrorCode, number>> = {
  invalid_request: 400,
  unsupported: 400,
  unknown_action: 400,
  unauthorized: 401,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  aborted: 499, // nobody is there to read it; the log tells it from a failure
}

const jsonHeaders = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' }

/** A JSON answer as ChatKit writes it. */
export function jsonAnswer(body: unknown, status = 200, headers: Record<string, string> = {}): Answer {
  return { status, headers: { ...jsonHeaders, ...headers }, body: wireJson(body) }
}

/** What an answer with an error status says. */
export interface ErrorBody {
  error: { code: string; message: string; at: string; hint: string }
}

/**
 * An error as an answer. Only what is the asker's business is told; the rest is for the log.
 * @param isAdmitted whether the request was known and read by then
 */
export function errorAnswer(
  error: unknown,
  isAdmitted: boolean,
): { status: number; headers: Record<string, string>; body: ErrorBody } {
  if (isParlorError(error) && !isUpstream(error) && !(isAdmitted && isOurs(error))) {
    const { status = statuses[error.code], headers = {} } = refusedAs(error) ?? {}
    if (status) return { status, headers, body: { error: errorBody(error) } }
  }
  if (isShownError(error)) {
    return { status: 422, headers: {}, body: { error: { code: 'custom', message: error.message, at: '', hint: '' } } }
  }
  const told = { code: 'internal', message: 'The server failed', at: '', hint: 'Try again; its log tells more' }
  return { status: 500, headers: {}, body: { error: told } }
}

/** What another server answered to a handler of the host (`parlor/client` keeps its status): our failure, not the asker's doing. */
function isUpstream({ cause }: ParlorError): boolean {
  return typeof cause === 'object' && cause !== null && 'status' in cause && 'body' in cause
}

/** What a handler of the host met on its way: who asks was known by then, and what is too large is not what was sent. */
function isOurs(error: ParlorError): boolean {
  if (refusedAs(error)) return false
  return error.code === 'unauthorized' || (error.code === 'too_large' && !/^(params|file)\b/.test(error.at))
}

function errorBody({ code, problem, at, hint }: ParlorError): ErrorBody['error'] {
  return { code, message: problem, at, hint }
}
