import type { IncomingMessage } from 'node:http'
import { ParlorError } from '../errors.ts'
import { type BodyLimits, type Incoming, inTime, joined } from './incoming.ts'
import { brokenOff, tooLarge } from './refusals.ts'
import type { StopSignal } from './stop.ts'

type Message = IncomingMessage & { originalUrl?: string }

/** A request of `node:http`; a web request is only made when somebody asks for it. */
export class NodeIncoming implements Incoming {
  readonly method: string
  readonly #message: Message
  readonly #gone: StopSignal
  #request: Request | undefined

  constructor(message: Message, gone: StopSignal) {
    this.method = message.method ?? 'GET'
    this.#message = message
    this.#gone = gone
  }

  get url(): string {
    return `${schemeOf(this.#message)}://${this.host()}${this.#message.originalUrl ?? this.#message.url ?? '/'}`
  }

  host(): string {
    return this.#message.headers.host ?? 'localhost'
  }

  request(): Request {
    this.#request ??= checked(() => toRequest(this.#message, this.url, this.#gone.native))
    return this.#request
  }

  header(name: string): string | null {
    const value = this.#message.headers[name]
    return typeof value === 'string' ? value : (value?.join(', ') ?? null)
  }

  read(limits: BodyLimits): Promise<Uint8Array> {
    return readBody(this.#message, limits)
  }
}

function schemeOf({ socket }: Message): string {
  return 'encrypted' in socket && socket.encrypted ? 'https' : 'http'
}

function readBody(message: Message, { maxBytes, timeoutMs }: BodyLimits): Promise<Uint8Array> {
  if (Number(message.headers['content-length']) > maxBytes) {
    message.resume() // let it pass unread, so that the answer can be sent
    return Promise.reject(tooLarge(maxBytes))
  }
  const parts: Uint8Array[] = []
  let size = 0
  let stop = () => {}
  const reading = new Promise<Uint8Array>((resolve, reject) => {
    const take = (part: Uint8Array) => {
      size += part.byteLength
      parts.push(part)
      if (size <= maxBytes) return
      stop()
      reject(tooLarge(maxBytes))
    }
    const ended = () => {
      leave()
      resolve(joined(parts, size))
    }
    const failed = (error: Error) => {
      leave()
      reject(brokenOff(error))
    }
    /** The message lives as long as its answer, and would keep the parts. */
    const leave = () => message.off('data', take).off('end', ended).off('error', failed)
    stop = () => leave().resume()
    message.on('data', take).on('end', ended).on('error', failed)
  })
  return inTime(reading, timeoutMs, stop)
}

/** Hosts that are none, and TRACE, come this far: Node lets them pass, and web requests do not. */
function checked(make: () => Request): Request {
  try {
    return make()
  } catch (cause) {
    throw new ParlorError('invalid_request', {
      at: 'request',
      problem: 'Its method, its address or its host is none',
      hint: 'Send a POST to an http address',
      cause,
    })
  }
}

function toRequest(message: Message, url: string, signal: AbortSignal): Request {
  const { method = 'GET', headers: given } = message
  const headers = new Headers()
  for (const [name, value] of Object.entries(given)) {
    if (name.startsWith(':')) continue // HTTP/2 tells method and path as headers
    if (Array.isArray(value)) for (const one of value) headers.append(name, one)
    else if (value !== undefined) headers.set(name, value)
  }
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers, signal })
  const init: RequestInit & { duplex: 'half' } = { method, headers, signal, body: toStream(message), duplex: 'half' }
  return new Request(url, init)
}

/** The body as a stream that begins when it is read: a third of what `Readable.toWeb` costs, and no more held than one chunk. */
function toStream(message: Message): ReadableStream<Uint8Array> {
  let begun = false
  return new ReadableStream(
    {
      pull(controller) {
        if (!begun) {
          begun = true
          message.on('data', (chunk: Uint8Array) => {
            controller.enqueue(chunk)
            message.pause()
          })
          message.once('end', () => controller.close())
          message.once('error', (error) => controller.error(error))
        }
        message.resume()
      },
      cancel() {
        message.removeAllListeners('data').removeAllListeners('end') // a body that was left cannot be closed any more
        message.resume() // let the rest pass unread, so that the answer can be sent
      },
    },
    { highWaterMark: 0 },
  )
}
