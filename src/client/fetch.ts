import { sendWithProgress, tellsProgress } from './send-with-progress.ts'

/** What a request may bring beyond fetch's own; a fetch that does not know it ignores it. */
export interface SendInit extends RequestInit {
  /** Told how much of the body has gone, 0 to 1, where that can be known without asking another origin for more rights. */
  onProgress?: ((sent: number) => void) | undefined
}

/** The global fetch, or anything a host puts in its place: called with an address and an init, never with a `Request`. */
export type Fetch = (input: RequestInfo | URL, init?: SendInit) => Promise<Response>

/** Looks the global up on each call, so that what replaces it later (a mock, a patch) is used. */
export const globalFetch: Fetch = (input, init) => {
  if (!init?.onProgress) return globalThis.fetch(input, init)
  const { onProgress, ...rest } = init
  return isBrowsersOwn(globalThis.fetch) && tellsProgress(input, rest)
    ? sendWithProgress(String(input), rest, onProgress)
    : globalThis.fetch(input, rest)
}

/** A page that has put one of its own in its place (to sign requests, or for tests) means it for uploads as well. */
function isBrowsersOwn(fetch: typeof globalThis.fetch): boolean {
  return /\[native code\]/.test(Function.prototype.toString.call(fetch))
}
