import { isParlorError, type ParlorErrorCode } from '../../errors.ts'
import { json, statusOf } from '../answers.ts'
import type { RouteLog } from '../log.ts'

export interface ApiErrorDetails {
  type?: string
  param?: string | null
  code?: string | null
  headers?: HeadersInit
}

/** An error in the shape of OpenAI's API. */
export function apiError(status: number, message: string, details: ApiErrorDetails = {}): Response {
  const { type = 'invalid_request_error', param = null, code = null, headers = {} } = details
  return json({ error: { message, type, param, code } }, status, headers)
}

/** Failures whose place is a field of what was sent. */
const ofFields: readonly ParlorErrorCode[] = ['invalid_input', 'invalid_request']

/** A failure in the shape of OpenAI's API; what is not the asker's business goes to the log. */
export function apiFailure(error: unknown, log: RouteLog): Response {
  const status = statusOf(error)
  if (status >= 500 || !isParlorError(error)) {
    log.error({ err: error }, 'A session route failed')
    return apiError(500, 'The server had an error while processing your request.', { type: 'server_error' })
  }
  const message = [error.problem, error.hint].flatMap((part) => (part ? [`${part}.`] : [])).join(' ')
  return apiError(status, message, { param: ofFields.includes(error.code) ? error.at : null })
}
