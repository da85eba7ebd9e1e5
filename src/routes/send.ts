/** What an answer needs to hear of an abort, for as long as its body is there. */
const needed = new WeakMap<object, readonly unknown[]>()

/**
 * Keeps what carries an abort to a body that is still read: a Request that is collected (Node 20 to 24) lets aborts pass it by,
 * also those of the signals it was made with.
 */
export function keepWith({ body }: Response, ...carriers: readonly unknown[]): void {
  if (body) needed.set(body, carriers)
}

export interface SendOptions {
  fetch: (request: Request) => Promise<Response>
  /** Who wants it: when they leave, so does the request. */
  signal: AbortSignal | undefined
  /** What else has to stay for `signal` to work: the request it is of. */
  from?: Request
  timeoutMs: number
  /** What is thrown when the time is over. */
  late: () => Error
}

/** Sends a request, and reads of its answer what has to come in time. */
export async function send<Read>(
  url: URL | string,
  init: RequestInit,
  { fetch, signal, from, timeoutMs, late }: SendOptions,
  read: (response: Response) => Read | Promise<Read>,
): Promise<Read> {
  const stop = new AbortController()
  const leave = () => stop.abort(signal?.reason)
  if (signal?.aborted) leave()
  signal?.addEventListener('abort', leave, { once: true })
  let isLate = false
  const timer = setTimeout(() => {
    isLate = true
    stop.abort(late())
  }, timeoutMs)
  const request = new Request(url, { ...init, signal: stop.signal }) // not AbortSignal.any: it forgets timeouts that are collected
  let isOpen = false
  try {
    const response = await fetch(request)
    keepWith(response, request, stop, from)
    const result = await read(response)
    isOpen = Object.is(result, response) // its body is still to come, and may be left
    return result
  } catch (error) {
    throw isLate ? stop.signal.reason : error
  } finally {
    clearTimeout(timer)
    if (!isOpen) signal?.removeEventListener('abort', leave)
  }
}
