import { afterTick } from './after-tick.ts'
import { quiet } from './quiet.ts'
import { brokenOff, tooLarge, tooSlow } from './refusals.ts'

/** How much of a body is read, and how long for. */
export interface BodyLimits {
  maxBytes: number
  timeoutMs: number
}

/** A request as the server reads it, whatever it came in: a web `Request`, or what `node:http` has, at half the cost. */
export interface Incoming {
  readonly method: string
  readonly url: string
  /** The host it was sent to, with its port. */
  host(): string
  /** The same as a web request, for hooks of the host; its body is not read yet. */
  request(): Request
  header(name: string): string | null
  /** All bytes of the body; throws `too_large` as soon as there are too many, and `timeout`. */
  read(limits: BodyLimits): Promise<Uint8Array>
}

/** A web request. */
export function webIncoming(request: Request): Incoming {
  return {
    method: request.method,
    url: request.url,
    host: () => request.headers.get('host') ?? new URL(request.url).host,
    request: () => request,
    header: (name) => request.headers.get(name),
    async read({ maxBytes, timeoutMs }) {
      const told = request.headers.get('content-length')
      if (Number(told) > maxBytes) throw tooLarge(maxBytes)
      try {
        return told === null
          ? await readParts(request, maxBytes, timeoutMs)
          : await readWhole(request, maxBytes, timeoutMs)
      } catch (error) {
        throw brokenOff(error)
      }
    },
  }
}

/** A body with a length: a platform that lets it pass counts by it, so that it is only counted again. */
async function readWhole(request: Request, maxBytes: number, timeoutMs: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(await inTime(request.arrayBuffer(), timeoutMs))
  if (bytes.byteLength > maxBytes) throw tooLarge(maxBytes)
  return bytes
}

async function readParts(request: Request, maxBytes: number, timeoutMs: number): Promise<Uint8Array> {
  if (!request.body) return new Uint8Array()
  const reader = request.body.getReader()
  const leave = () => quiet(reader.cancel())
  return inTime(readAll(), timeoutMs, leave)

  async function readAll(): Promise<Uint8Array> {
    const parts: Uint8Array[] = []
    let size = 0
    while (true) {
      const { done, value } = await reader.read()
      if (done) return joined(parts, size)
      size += value.byteLength
      if (size > maxBytes) {
        leave()
        throw tooLarge(maxBytes)
      }
      parts.push(value)
    }
  }
}

/** Parts of a body as one. */
export function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const [only] = parts
  if (only && parts.length === 1) return only
  const all = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.byteLength
  }
  return all
}

/** What is being read, or `timeout` when it takes too long. */
export function inTime<Value>(reading: Promise<Value>, ms: number, giveUp = () => {}): Promise<Value> {
  if (!Number.isFinite(ms)) return reading
  return new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const late = () => {
      giveUp()
      reject(tooSlow(ms))
    }
    const callOff = afterTick(() => {
      timer = setTimeout(late, ms)
    })
    const settled = () => {
      callOff()
      clearTimeout(timer)
    }
    reading.then(resolve, reject)
    reading.then(settled, settled)
  })
}
