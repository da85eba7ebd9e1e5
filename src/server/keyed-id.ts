import type { Call } from './call.ts'
import type { IdPrefix } from './ids.ts'

/**
 * The id of what a request makes: one of its own, or for a request with a key the same one each time it comes. That is a hash
 * over whose request it is and what it is about, so that nobody can choose an id, or meet somebody else's.
 */
export async function keyedId<Context>(
  { key, user, id }: Call<Context>,
  prefix: IdPrefix,
  ...about: string[]
): Promise<string> {
  if (key === null || !crypto.subtle) return id(prefix) // on plain http browsers have no hashes
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify([user, key, ...about])))
  const bytes = new Uint8Array(hash, 0, 12)
  return `${prefix}_${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`
}
