import { ParlorError } from '../errors.ts'
import type { ChatRequest } from '../protocol/index.ts'
import type { Incoming } from './incoming.ts'

const longest = 200

/**
 * What names the click, or the message, behind a request, so that the same one sent again does nothing twice:
 * `metadata.idempotency_key`, else the header `Idempotency-Key`; `null` without either. Throws `invalid_request`.
 */
export function requestKey(incoming: Pick<Incoming, 'header'>, { metadata }: ChatRequest): string | null {
  const told = metadata?.idempotency_key
  if (told !== undefined && told !== null) return checkKey(told, 'metadata.idempotency_key')
  const own = incoming.header('idempotency-key')
  return own === null ? null : checkKey(own, 'headers.idempotency-key')
}

function checkKey(key: unknown, at: string): string {
  if (typeof key === 'string' && key !== '' && key.length <= longest) return key
  throw new ParlorError('invalid_request', {
    at,
    problem: typeof key === 'string' ? `The key has ${key.length} characters` : 'The key is not a string',
    hint: `Send 1 to ${longest} characters, such as crypto.randomUUID(), and the same ones when the request is sent again`,
  })
}
