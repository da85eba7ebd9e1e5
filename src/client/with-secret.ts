import { ParlorError } from '../errors.ts'
import { orAbort } from './abort.ts'
import { expiresSoon } from './expires-soon.ts'
import type { Fetch } from './fetch.ts'
import { headersOf } from './with-headers.ts'

/** Gives a client secret; `current` is the one to be replaced, null the first time. */
export type SecretSource = (current: string | null) => Promise<string> | string

/**
 * A fetch that sends a secret as `Authorization: Bearer`. It asks for a new one shortly before the secret expires, where that can
 * be read from it, and after a 401, when it sends the request once again; once for all requests that wait for it.
 */
export function withSecret(fetch: Fetch, source: SecretSource): Fetch {
  let current: string | null = null
  let pending: Promise<string> | null = null

  function renew(refused: string | null): Promise<string> {
    if (current !== null && current !== refused) return Promise.resolve(current)
    pending ??= ask(source, current)
      .then((secret) => {
        current = secret
        return secret
      })
      .finally(() => {
        pending = null
      })
    return pending
  }

  /** A secret that may still be used is no reason to fail: if there is no new one, the server says whether it counts. */
  function fresh(): Promise<string> {
    const known = current
    if (known === null || !expiresSoon(known)) return renew(null)
    return renew(known).catch(() => known)
  }

  return async (input, init) => {
    const signal = init?.signal ?? (input instanceof Request ? input.signal : null)
    const send = (secret: string, last: boolean) => {
      const headers = headersOf(input, init)
      headers.set('Authorization', `Bearer ${secret}`)
      return fetch(input instanceof Request && !last ? input.clone() : input, { ...init, headers })
    }
    const secret = await orAbort(fresh(), signal)
    const response = await send(secret, false)
    if (response.status !== 401 || init?.body instanceof ReadableStream) return response
    await response.body?.cancel()
    return send(await orAbort(renew(secret), signal), true)
  }
}

async function ask(source: SecretSource, current: string | null): Promise<string> {
  let secret: unknown
  try {
    secret = await source(current)
  } catch (cause) {
    throw new ParlorError('unauthorized', {
      at: 'secret',
      problem: 'No client secret could be had',
      hint: 'See the cause: the function that gets it threw, or its promise was rejected',
      cause,
    })
  }
  if (typeof secret === 'string' && secret !== '') return secret
  throw new ParlorError('unauthorized', {
    at: 'secret',
    problem: `The client secret is ${secret === '' ? 'empty' : `of type ${typeof secret}, not a string`}`,
    hint: 'Answer with the string itself: `client_secret`, not the whole JSON',
  })
}
