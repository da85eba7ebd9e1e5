import { isParlorError, ParlorError, type ParlorErrorCode } from '../errors.ts'

/** The names `chatkit.error` is known to carry (reference/element-api.md §5, and our element's own), in our words. */
const codes: Readonly<Record<string, ParlorErrorCode>> = {
  FatalAppError: 'unauthorized',
  DomainVerificationRequestError: 'unauthorized',
  InitialThreadLoadError: 'not_found',
  ThreadLoadError: 'not_found',
  StreamError: 'stream_cut',
  StreamEventParsingError: 'invalid_event',
  WidgetItemError: 'invalid_widget',
  LoadError: 'network',
  DictationError: 'unsupported',
  // What the host's own functions threw.
  EntitySearchError: 'misuse',
  CommandError: 'misuse',
  IntegrationError: 'misuse',
}

/** What `chatkit.error` tells, as one of our errors: the ParlorError behind it, or one that wraps what the element says. */
export function chatError(cause: Error): ParlorError {
  for (let error: unknown = cause, depth = 0; error instanceof Error && depth < 8; error = error.cause, depth++) {
    if (isParlorError(error)) return error
  }
  return new ParlorError(codes[cause.name] ?? 'http_error', {
    at: cause.name,
    problem: cause.message || 'The chat failed',
    hint: 'See the cause, and the log of the server',
    cause,
  })
}

/** Errors after which nothing works until the chat is set up again. */
export function isFatal(error: Error): boolean {
  return error.name === 'FatalAppError' || error.name === 'DomainVerificationRequestError'
}
