import { ParlorError } from '../errors.ts'
import type { Fetch } from './fetch.ts'

/** Headers by name; one that is `undefined` is not sent. */
export type HeaderValues = HeadersInit | Record<string, string | undefined>
/** Headers as a value, a promise, or a function that is asked before every request. */
export type HeadersSource = HeaderValues | Promise<HeaderValues> | (() => HeaderValues | Promise<HeaderValues>)

/**
 * A fetch that adds headers to what each request carries itself; a header the request has is never replaced.
 * @example api: { url, domainKey, fetch: withHeaders(fetch, () => ({ 'X-User-Id': user.id })) }
 */
export function withHeaders(fetch: Fetch, source: HeadersSource): Fetch {
  return async (input, init) => {
    const own = headersOf(input, init)
    const headers = new Headers(own)
    for (const [name, value] of await resolveHeaders(source)) {
      if (!own.has(name)) appendHeader(headers, name, value)
    }
    return fetch(input, { ...init, headers })
  }
}

/** The headers a request carries, as a copy; an init's headers take the place of its `Request`'s, as in fetch itself. */
export function headersOf(input: RequestInfo | URL, init: RequestInit | undefined): Headers {
  return new Headers(init?.headers ?? (input instanceof Request ? input.headers : undefined))
}

async function resolveHeaders(source: HeadersSource): Promise<[name: string, value: string][]> {
  try {
    const values = await (typeof source === 'function' ? source() : source)
    const entries = Symbol.iterator in values ? [...values] : Object.entries(values)
    return entries.flatMap(([name, value]) => (name === undefined || value === undefined ? [] : [[name, value]]))
  } catch (cause) {
    throw new ParlorError('invalid_input', {
      at: 'headers',
      problem: 'The headers of this request could not be had',
      hint: 'See the cause: the `headers` function threw, or its promise was rejected',
      cause,
    })
  }
}

function appendHeader(headers: Headers, name: string, value: string): void {
  try {
    headers.append(name, value)
  } catch (cause) {
    throw new ParlorError('invalid_input', {
      at: `headers.${name}`,
      problem: 'Not something a header can hold',
      hint: 'Names are words without spaces, values Latin-1 in one line: wrap other text in encodeURIComponent',
      cause,
    })
  }
}
