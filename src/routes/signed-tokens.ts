import { SignJWT } from 'jose/jwt/sign'
import { jwtVerify } from 'jose/jwt/verify'
import { ParlorError } from '../errors.ts'

/** What signs and verifies: one secret, or several, of which the first signs and all verify, so that secrets can be changed. */
export type Secrets = string | readonly string[]

/** As many bytes as the hash has (RFC 7518, 3.2). */
const shortest = 32
/** Longer than any token of ours; what is longer is not worth a hash. */
const longestToken = 16_384

/** The secrets as keys; throws at once on one that could be guessed. */
export function keysOf(secret: Secrets, at = 'secret'): [Uint8Array<ArrayBuffer>, ...Uint8Array<ArrayBuffer>[]] {
  const [first, ...older] = listOf(secret).map((one) => keyOf(one, at))
  if (first) return [first, ...older]
  throw new ParlorError('misuse', { at, problem: 'There is none', hint: 'Give at least one' })
}

/** The secrets one by one; a variable that is not set is none. */
export function listOf(secret: Secrets | undefined): readonly string[] {
  return typeof secret === 'string' ? [secret] : (secret ?? [])
}

function keyOf(secret: unknown, at: string): Uint8Array<ArrayBuffer> {
  const key = new TextEncoder().encode(typeof secret === 'string' ? secret : '')
  if (key.byteLength >= shortest) return key
  const problem = secret ? `It has ${key.byteLength} bytes, at least ${shortest} are needed` : 'It is not set'
  throw new ParlorError('misuse', { at, problem, hint: 'Make one with `openssl rand -base64 32`' })
}

/** What is in a token: `null` with the reason for one that does not count. */
export type ReadToken = { claims: Record<string, unknown>; why?: never } | { claims: null; why: 'expired' | 'invalid' }

export interface SignedTokens {
  /** `expiresAt` in Unix seconds. */
  sign(claims: Record<string, unknown>, expiresAt: number): Promise<string>
  /** With `graceSeconds`, one that expired no longer ago still counts. */
  read(token: string, options?: { graceSeconds?: number }): Promise<ReadToken>
}

/** JSON Web Tokens with HS256 for one audience: tokens of another purpose never count here. */
export function signedTokens(secret: Secrets, audience: string, now: () => Date): SignedTokens {
  const keys = keysOf(secret)
  return {
    sign(claims, expiresAt) {
      const token = new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).setAudience(audience)
      return token.setIssuedAt(now()).setExpirationTime(expiresAt).sign(keys[0])
    },
    async read(token, { graceSeconds = 0 } = {}) {
      if (token.length > longestToken) return { claims: null, why: 'invalid' }
      const rules = { algorithms: ['HS256'], audience, requiredClaims: ['exp', 'iat'], currentDate: now() }
      for (const key of keys) {
        try {
          return { claims: (await jwtVerify(token, key, { ...rules, clockTolerance: graceSeconds })).payload }
        } catch (error) {
          const code = error instanceof Error && 'code' in error ? error.code : undefined
          if (code === 'ERR_JWT_EXPIRED') return { claims: null, why: 'expired' }
          if (code !== 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED') return { claims: null, why: 'invalid' }
        }
      }
      return { claims: null, why: 'invalid' }
    },
  }
}

/** The token of `Authorization: Bearer …`, `null` without one. */
export function bearerOf(request: Request): string | null {
  return /^bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? null
}

/** A random id: `cksess_` and 32 hex digits. */
export function randomId(prefix: string): string {
  return prefix + crypto.randomUUID().replaceAll('-', '')
}
