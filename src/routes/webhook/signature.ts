import { ParlorError } from '../../errors.ts'
import { keysOf, listOf, type Secrets } from '../signed-tokens.ts'

/**
 * Signatures as standardwebhooks.com writes them, which OpenAI's webhooks use, too: `webhook-id` (a nonce), `webhook-timestamp`
 * (Unix seconds), and `webhook-signature`: `v1,` and the base64 of HMAC-SHA256 over id, timestamp and body, joined by dots.
 */
export const signatureHeaders = {
  id: 'webhook-id',
  timestamp: 'webhook-timestamp',
  signature: 'webhook-signature',
} as const

const version = 'v1,'
const algorithm = { name: 'HMAC', hash: 'SHA-256' }
/** Signatures in one header beyond this are not looked at. */
const mostSignatures = 8

export interface SignedPart {
  id: string
  timestamp: string
  body: Uint8Array<ArrayBuffer>
}

/** The value of `webhook-signature`. */
export async function signatureOf(secret: Secrets, part: SignedPart): Promise<string> {
  const [key] = webhookKeys(secret)
  const signature = await crypto.subtle.sign(algorithm, await imported(key, 'sign'), contentOf(part))
  return version + btoa(String.fromCharCode(...new Uint8Array(signature)))
}

/** Whether one of the secrets made one of the signatures; compared in constant time, by the platform. */
export async function isSigned(
  keys: readonly Uint8Array<ArrayBuffer>[],
  part: SignedPart,
  given: string,
): Promise<boolean> {
  const content = contentOf(part)
  const signatures = given.split(' ', mostSignatures).flatMap((one) => bytesOf(one) ?? [])
  for (const key of keys) {
    const verifying = await imported(key, 'verify')
    for (const signature of signatures) {
      if (await crypto.subtle.verify(algorithm, verifying, signature, content)) return true
    }
  }
  return false
}

/** A secret is text, or bytes as `whsec_` and base64. */
export function webhookKeys(secret: Secrets): [Uint8Array<ArrayBuffer>, ...Uint8Array<ArrayBuffer>[]] {
  const [first, ...older] = listOf(secret).map(keyOf)
  return first ? [first, ...older] : keysOf([])
}

/** Shorter than other secrets may be: services give `whsec_` secrets of 24 bytes. */
const shortest = 24

function keyOf(secret: string): Uint8Array<ArrayBuffer> {
  if (!secret.startsWith('whsec_')) return keysOf(secret)[0]
  const key = fromBase64(secret.slice('whsec_'.length))
  if (key && key.byteLength >= shortest) return key
  throw new ParlorError('misuse', {
    at: 'secret',
    problem: `After whsec_ it is not the base64 of at least ${shortest} bytes`,
    hint: 'Make one with `openssl rand -base64 32`',
  })
}

function imported(key: Uint8Array<ArrayBuffer>, usage: 'sign' | 'verify'): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', key, algorithm, false, [usage])
}

function contentOf({ id, timestamp, body }: SignedPart): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(`${id}.${timestamp}.`)
  const content = new Uint8Array(head.byteLength + body.byteLength)
  content.set(head)
  content.set(body, head.byteLength)
  return content
}

function bytesOf(signature: string): Uint8Array<ArrayBuffer> | null {
  return signature.startsWith(version) ? fromBase64(signature.slice(version.length)) : null
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
  } catch {
    return null
  }
}
