import { EncryptJWT, errors, jwtDecrypt } from 'jose'
import { ParlorError } from '../../errors.ts'

/** What an address lets its holder do. */
export type FilePurpose = 'upload' | 'preview'

/** Whose file, and which one. */
export interface FileClaim {
  user: string
  id: string
}

export interface FileTokens {
  /** A token that holds for this purpose alone; without `expiresMs` for as long as its secret. */
  seal(purpose: FilePurpose, claim: FileClaim, expiresMs?: number): Promise<string>
  /** Throws `unauthorized` for what was not sealed here for this purpose, or holds no longer. */
  open(purpose: FilePurpose, token: string): Promise<FileClaim>
}

const shortest = 32

/**
 * Tokens for addresses of files: encrypted, not only signed, because addresses end up in logs, histories and prompts, and a
 * user's name has no place there. The first secret seals, all of them open, so that a secret can be changed.
 */
export function fileTokens(secret: string | readonly string[], now: () => Date): FileTokens {
  const secrets = typeof secret === 'string' ? [secret] : secret
  if (secrets.length === 0 || secrets.some(({ length }) => length < shortest)) throw shortSecret()
  const keys = secrets.map(keyOf)
  const [sealing] = keys

  return {
    async seal(purpose, { user, id }, expiresMs) {
      const token = new EncryptJWT({ sub: user, jti: id, aud: purpose }).setProtectedHeader({
        alg: 'dir',
        enc: 'A256GCM',
      })
      if (expiresMs !== undefined) token.setExpirationTime(new Date(now().getTime() + expiresMs))
      return token.encrypt((await sealing) ?? new Uint8Array())
    },
    async open(purpose, token) {
      for (const key of keys) {
        try {
          const { payload } = await jwtDecrypt(token, await key, {
            audience: purpose,
            currentDate: now(),
            keyManagementAlgorithms: ['dir'],
            contentEncryptionAlgorithms: ['A256GCM'],
          })
          if (payload.sub !== undefined && payload.jti !== undefined) return { user: payload.sub, id: payload.jti }
        } catch (error) {
          if (error instanceof errors.JWTExpired) throw refusedAddress('This address has expired')
          if (!(error instanceof errors.JOSEError)) throw error
        }
      }
      throw refusedAddress('This address was not given by this server')
    },
  }
}

async function keyOf(secret: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret)))
}

function shortSecret(): ParlorError {
  return new ParlorError('misuse', {
    at: 'attachmentFiles.secret',
    problem: `Secrets have at least ${shortest} characters`,
    hint: 'Make one with `openssl rand -base64 32`, and keep it where your other secrets are',
  })
}

function refusedAddress(problem: string): ParlorError {
  return new ParlorError('unauthorized', { at: 'url', problem, hint: 'Ask for a new one by attachments.create' })
}
