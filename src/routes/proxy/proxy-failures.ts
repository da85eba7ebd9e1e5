import { isParlorError, ParlorError, type ParlorErrorCode } from '../../errors.ts'
import { json, type RouteErrorBody, refusal } from '../answers.ts'
import type { RouteLog } from '../log.ts'

/** What went wrong between here and the chat server, as an answer in JSON. */
export function failed(error: unknown, request: Request, log: RouteLog): Response {
  if (request.signal.aborted) return json(down('The request was given up'), 499)
  if (isParlorError(error)) {
    if (error.code !== 'network' && error.code !== 'timeout') return refusal(error, log)
    log.warn({ problem: error.problem }, 'The chat server gave no answer')
    return json(down(error.problem, error.code), error.code === 'timeout' ? 504 : 502)
  }
  const refused = tooLargeIn(error)
  if (refused) return refusal(refused, log)
  log.error({ err: error }, 'The chat server cannot be reached')
  return json(down('The chat server cannot be reached'), 502)
}

/** A body that is too long shows while it is sent: fetch then fails with that as its cause. */
function tooLargeIn(error: unknown): ParlorError | null {
  const cause = error instanceof Error ? error.cause : undefined
  return isParlorError(cause) && cause.code === 'too_large' ? cause : null
}

/** Whether a chat server wrote an answer, not something that stands before it. */
export function isJson(response: Response): boolean {
  return /^application\/(.*\+)?json\b/i.test(response.headers.get('content-type') ?? '')
}

/** The body of an answer when the chat server gave none. */
export function down(message: string, code: ParlorErrorCode = 'network'): RouteErrorBody {
  return { error: { code, message, at: 'upstream', hint: 'Try again in a moment' } }
}

export function tooLate(timeoutMs: number): ParlorError {
  const problem = `The chat server did not begin to answer within ${timeoutMs} ms`
  return new ParlorError('timeout', { at: 'upstream', problem, hint: 'Try again in a moment' })
}

export function redirected(): ParlorError {
  const problem = 'The chat server answered with a redirect'
  return new ParlorError('network', { at: 'upstream', problem, hint: 'Give proxyRoute the address it leads to' })
}

export function nobody(): ParlorError {
  return new ParlorError('unauthorized', { at: 'user', problem: 'The request does not say who asks', hint: 'Log in' })
}

export function noSuchPath(): ParlorError {
  const hint = 'Call one that the proxy route lets pass'
  return new ParlorError('not_found', { at: 'path', problem: 'There is no such route', hint })
}

/** The key, if a header can carry it: a header's own error would quote it. */
export function checkedKey(key: string | undefined): string | undefined {
  if (key === undefined || /^[\x21-\x7e]+$/.test(key)) return key
  const problem = key === '' ? 'It is empty' : 'It has characters that a header cannot carry'
  throw new ParlorError('misuse', { at: 'proxyRoute.key', problem, hint: 'Look for spaces and line breaks in it' })
}
