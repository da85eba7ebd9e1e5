import { ParlorError } from '../errors.ts'

/** What a caller who gave up gets. `at` is the request's type. */
export function abortedError(at: string, cause?: unknown): ParlorError {
  return new ParlorError('aborted', {
    at,
    problem: 'The request was aborted',
    hint: 'Whoever holds its AbortSignal did that',
    cause,
  })
}

/** Waits for a promise that cannot be stopped itself; rejects with the signal's reason as soon as that fires. */
export function orAbort<Value>(promise: Promise<Value>, signal: AbortSignal | null | undefined): Promise<Value> {
  if (!signal) return promise
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason)
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}

/** A pause in ms. */
export function delay(duration: number, signal?: AbortSignal): Promise<void> {
  let timer: ReturnType<typeof setTimeout>
  const pause = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, duration)
  })
  return orAbort(pause, signal).finally(() => clearTimeout(timer))
}
