import { ParlorError } from '../errors.ts'

/** All bytes of a body; stops reading with `too_large` as soon as the limit is passed, whatever length was told. */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('content-length')) > limit) throw tooLarge(limit)
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body?.getReader()
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    size += read.value.byteLength
    if (size > limit) {
      reader?.cancel().catch(() => {}) // not waited for: of a request that was cloned it ends only with the clone's
      throw tooLarge(limit)
    }
    chunks.push(read.value)
  }
  return joined(chunks, size)
}

/** The same as text. */
export async function readText(request: Request, limit: number): Promise<string> {
  return new TextDecoder().decode(await readBytes(request, limit))
}

export function joined(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.byteLength
  }
  return all
}

export function tooLarge(limit: number): ParlorError {
  return new ParlorError('too_large', {
    at: 'body',
    problem: `The body has more than ${limit} bytes`,
    hint: 'Send less, or raise maxBodyBytes on the route',
  })
}

/** What a text holds as a JSON object; `null` for anything else. */
export function jsonObjectIn(text: string): Record<string, unknown> | null {
  try {
    return asObject(JSON.parse(text))
  } catch {
    return null
  }
}

/** The value as an object to look into; `null` for anything else. */
export function asObject(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null // an object, by this line
}
