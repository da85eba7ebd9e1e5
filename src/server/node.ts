import type { IncomingMessage, ServerResponse } from 'node:http'
import { settlesSoon } from './microtasks.ts'

/** Handles a request of `node:http`, and of connect and its kin (Vite, Express). */
export type NodeHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/**
 * Puts a web-standard handler behind `node:http`. Streams pass unbuffered and no faster than the client reads; what is ready
 * in one tick is written at once; when the client goes away, `request.signal` aborts and the body is cancelled.
 *
 * @example
 * createServer(toNodeHandler(server.fetch)).listen(8000)
 */
export function toNodeHandler(fetch: (request: Request) => Response | Promise<Response>): NodeHandler {
  return async (incoming, outgoing) => {
    const gone = new AbortController()
    outgoing.on('error', () => {}) // a write that comes after the client has gone; `close` tells
    outgoing.once('close', () => {
      if (!outgoing.writableFinished) gone.abort(new DOMException('The client has gone away', 'AbortError'))
    })
    try {
      const response = await fetch(toRequest(incoming, gone.signal))
      await send(response, outgoing, gone.signal)
    } catch (error) {
      if (gone.signal.aborted) return
      if (outgoing.headersSent) outgoing.destroy(error instanceof Error ? error : undefined)
      else outgoing.writeHead(500, { 'Content-Type': 'application/json' }).end('{"error":{"code":"internal"}}')
    }
  }
}

function toRequest(incoming: IncomingMessage & { originalUrl?: string }, signal: AbortSignal): Request {
  const { method = 'GET', headers: given, socket } = incoming
  const headers = new Headers()
  for (const [name, value] of Object.entries(given)) {
    if (name.startsWith(':')) continue // HTTP/2 tells method and path as headers
    if (Array.isArray(value)) for (const one of value) headers.append(name, one)
    else if (value !== undefined) headers.set(name, value)
  }
  const scheme = 'encrypted' in socket && socket.encrypted ? 'https' : 'http'
  const url = new URL(incoming.originalUrl ?? incoming.url ?? '/', `${scheme}://${given.host ?? 'localhost'}`)
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers, signal })
  const init: RequestInit & { duplex: 'half' } = { method, headers, signal, body: toStream(incoming), duplex: 'half' }
  return new Request(url, init)
}

/** The body as a stream: a third of what `Readable.toWeb` costs, and no more held than one chunk. */
function toStream(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      incoming.on('data', (chunk: Uint8Array) => {
        controller.enqueue(chunk)
        incoming.pause()
      })
      incoming.once('end', () => controller.close())
      incoming.once('error', (error) => controller.error(error))
      incoming.pause()
    },
    pull() {
      incoming.resume()
    },
    cancel() {
      incoming.removeAllListeners('data').removeAllListeners('end') // a body that was left cannot be closed any more
      incoming.resume() // let the rest pass unread, so that the answer can be sent
    },
  })
}

async function send(response: Response, outgoing: ServerResponse, gone: AbortSignal): Promise<void> {
  outgoing.statusCode = response.status
  for (const [name, value] of response.headers) if (name !== 'set-cookie') outgoing.setHeader(name, value)
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) outgoing.setHeader('set-cookie', cookies)
  if (!response.body) {
    outgoing.end()
    return
  }
  const reader = response.body.getReader()
  const leave = () => void reader.cancel(gone.reason).catch(() => {})
  if (gone.aborted) return leave()
  gone.addEventListener('abort', leave)

  let reading = reader.read()
  if (!(await settlesSoon(reading))) outgoing.flushHeaders()
  for (let read = await reading; !read.done && !gone.aborted; read = await reading) {
    if (outgoing.writableCorked === 0) {
      outgoing.cork()
      process.nextTick(() => outgoing.uncork())
    }
    const full = !outgoing.write(read.value)
    if (full && !gone.aborted) await drained(outgoing)
    reading = reader.read()
  }
  if (!gone.aborted) outgoing.end()
}

/** Resolves when there is room again, or nobody left to write to. */
function drained(outgoing: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      outgoing.off('drain', done).off('close', done)
      resolve()
    }
    outgoing.on('drain', done).on('close', done)
  })
}
