import { isParlorError, ParlorError, type ParlorErrorCode } from '../../errors.ts'
import type { ErrorEvent } from '../../protocol/index.ts'
import type { Failure, FailureCode } from './state.ts'

/** The names a host may switch on in `chatkit.error`: these, and no others. */
export const chatErrorNames = [
  'FatalAppError', // nothing works: no client secret
  'InitialThreadLoadError',
  'ThreadLoadError',
  'StreamError', // a response failed
  'StreamEventParsingError', // one event was skipped
  'WidgetItemError', // a widget could not be drawn as sent
  'FileAttachmentError',
  'HistoryViewError',
  'EntitySearchError',
  'CommandError',
  'FeedbackError',
  'DictationError',
  'LoadError', // a part of the element's own code did not load
  'IntegrationError', // the host's own options, handlers or callbacks
] as const
export type ChatErrorName = (typeof chatErrorNames)[number]

/** An error as `chatkit.error` carries it: a stable `name`, and what happened as `cause`. */
export function chatError(name: ChatErrorName, cause: unknown): Error {
  const message = cause instanceof Error ? cause.message : String(cause)
  return Object.assign(new Error(message, { cause }), { name })
}

const shownAs: Partial<Record<ParlorErrorCode, FailureCode>> = {
  network: 'network',
  stream_cut: 'network',
  unauthorized: 'unauthorized',
  http_error: 'http_error',
  // What our own server's error bodies say.
  not_found: 'http_error',
  conflict: 'http_error',
  invalid_request: 'http_error',
  unsupported: 'http_error',
  too_large: 'too_large',
}

/** What the view shows of a thrown value: never its text, which is for developers. */
export function failureOf(error: unknown, canRetry = true): Failure {
  const code = isParlorError(error) ? shownAs[error.code] : undefined
  return { code: code ?? 'unknown', message: null, canRetry }
}

/** What the view shows of an `error` event: the server's own text, when it sent one. */
export function failureOfEvent(event: ErrorEvent): Failure {
  return { code: event.code, message: event.message ?? null, canRetry: event.allow_retry }
}

/** An `error` event as a thrown value, for methods that reject with it. */
export function errorOfEvent(event: ErrorEvent): ParlorError {
  return new ParlorError('stream_cut', {
    at: event.code,
    problem: event.message ?? 'The server ended the response with an error',
    hint: 'Its own log says why',
    cause: event,
  })
}

/** What a method rejects with while something else has to end first. */
export function busyError(method: string): ParlorError {
  return new ParlorError('conflict', {
    at: method,
    problem: 'A response is running',
    hint: 'Wait for chatkit.response.end, then call it again',
  })
}
