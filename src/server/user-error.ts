/** A failure meant to be shown: what the event `error` tells the client. */
export interface ShownError {
  code: string
  message?: string | undefined
  allow_retry: boolean
}

const shown = new WeakMap<Error, ShownError>()

/**
 * An error to throw in a responder or an action handler, whose `message` is shown to the user as it is written.
 * With `retry` the client offers to send the message again.
 */
export function userError(message: string, { retry = false, cause }: { retry?: boolean; cause?: unknown } = {}): Error {
  const error = new Error(message, { cause })
  shown.set(error, { code: 'custom', message, allow_retry: retry })
  return error
}

/** An error to throw that clients name in their own words, by its `code`; `stream.error` is the one they all know. */
export function codedError(code: string, { retry = true, cause }: { retry?: boolean; cause?: unknown } = {}): Error {
  const error = new Error(`The turn failed with the code ${code}`, { cause })
  shown.set(error, { code, allow_retry: retry })
  return error
}

/** What a thrown value says to the user: its own words if it has any, else that something failed. */
export function shownError(error: unknown): ShownError {
  const own = error instanceof Error ? shown.get(error) : undefined
  return own ?? { code: 'stream.error', allow_retry: true }
}

/** Whether this error was thrown on purpose, for the user to read. */
export function isShownError(error: unknown): error is Error {
  return error instanceof Error && shown.has(error)
}
