import { type KeyValueStorage, storedText } from './stored-text.ts'

export interface AnonymousUserIdOptions {
  /** Default `localStorage`. */
  storage?: KeyValueStorage | undefined
  /** Default `parlor.user-id`. */
  key?: string
}

/** What a header can carry; an id kept by an older version of the host may be of any form. */
const usable = /^[\x21-\x7e]{1,256}$/

/** An id for a person who is not signed in: made once per browser, the same ever after. Works without storage and on plain http. */
export function anonymousUserId({ storage, key = 'parlor.user-id' }: AnonymousUserIdOptions = {}): string {
  const kept = storedText(key, storage)
  const known = kept.get()
  if (known !== null && usable.test(known)) return known
  const id = randomId()
  kept.set(id)
  return id
}

/** 128 random bits; `crypto.randomUUID` exists only on https and localhost. */
function randomId(): string {
  const { crypto } = globalThis
  if (typeof crypto?.randomUUID === 'function') return crypto.randomUUID()
  const bytes = new Uint8Array(16)
  if (typeof crypto?.getRandomValues === 'function') crypto.getRandomValues(bytes)
  else for (const index of bytes.keys()) bytes[index] = Math.random() * 256
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
