/** The global fetch, or anything a host puts in its place: called with an address and an init, never with a `Request`. */
export type Fetch = (input: RequestInfo | URL, init?: RequestInit) => Promise<Response>

/** Looks the global up on each call, so that what replaces it later (a mock, a patch) is used. */
export const globalFetch: Fetch = (input, init) => globalThis.fetch(input, init)
