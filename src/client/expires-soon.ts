import { parseJson } from './failures.ts'

/** How long before its end a token is renewed, in seconds; of a short life only a quarter. */
const EARLY = 30

/**
 * Whether a token is about to expire: a JSON Web Token says when, in its claim `exp`. Any other text is a secret whose end only the
 * server knows.
 */
export function expiresSoon(token: string, now: number = Date.now() / 1000): boolean {
  const { exp, iat } = claimsOf(token)
  if (typeof exp !== 'number') return false
  const life = typeof iat === 'number' ? exp - iat : Number.POSITIVE_INFINITY
  return now >= exp - Math.min(EARLY, life / 4)
}

function claimsOf(token: string): { exp?: unknown; iat?: unknown } {
  const payload = token.split('.')[1]
  if (payload === undefined) return {}
  try {
    const claims = parseJson(atob(payload.replaceAll('-', '+').replaceAll('_', '/')))
    return typeof claims === 'object' && claims !== null ? claims : {}
  } catch {
    return {} // not base64
  }
}
