import type { IncomingMessage, ServerResponse } from 'node:http'
import { type AnswerDirectly, directWay } from './direct.ts'
import { nodeIncoming } from './node-incoming.ts'
import { sendAnswer, sendResponse } from './node-send.ts'
import { Stop } from './stop.ts'

export { directoryBytes } from './directory-bytes.ts'

/** Handles a request of `node:http`, and of connect and its kin (Vite, Express). */
export type NodeHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/**
 * Puts a web-standard handler behind `node:http`. Streams pass unbuffered and no faster than the client reads; what is ready
 * in one tick is written at once; when the client goes away, `request.signal` aborts and the body is cancelled. The `fetch` of a
 * chat server itself, not wrapped into another function, is also spared the web's requests and streams.
 *
 * @example
 * createServer(toNodeHandler(server.fetch)).listen(8000)
 */
export function toNodeHandler(fetch: (request: Request) => Response | Promise<Response>): NodeHandler {
  const answer: AnswerDirectly = directWay(fetch) ?? (async (incoming) => fetch(incoming.request()))

  return async (incoming, outgoing) => {
    const gone = new Stop()
    outgoing.on('error', () => {}) // a write that comes after the client has gone; `close` tells
    outgoing.once('close', () => {
      if (!outgoing.writableFinished) gone.abort(new DOMException('The client has gone away', 'AbortError'))
    })
    try {
      const answered = await answer(nodeIncoming(incoming, gone.signal), gone)
      if (gone.signal.aborted && !(answered instanceof Response)) return
      if (answered instanceof Response) await sendResponse(answered, outgoing, gone.signal)
      else await sendAnswer(answered, outgoing, gone.signal)
    } catch (error) {
      if (gone.signal.aborted) return
      if (outgoing.headersSent) outgoing.destroy(error instanceof Error ? error : undefined)
      else outgoing.writeHead(500, { 'Content-Type': 'application/json' }).end('{"error":{"code":"internal"}}')
    }
  }
}
