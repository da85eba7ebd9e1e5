import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Answer } from './answer.ts'
import { type AnswerDirectly, directWay } from './direct.ts'
import { NodeIncoming } from './node-incoming.ts'
import { sendAnswer, sendResponse } from './node-send.ts'
import { Stop, type StopSignal } from './stop.ts'

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

  return (incoming, outgoing) => {
    const gone = new Stop()
    outgoing.on('error', ignore)
    outgoing.once('close', () => {
      if (!outgoing.writableFinished) gone.abort(new DOMException('The client has gone away', 'AbortError'))
    })
    // Chained, not awaited: what was sent would be kept as long as this goes on.
    return answer(new NodeIncoming(incoming, gone), gone)
      .then((answered) => send(answered, outgoing, gone))
      .catch((error) => fail(error, outgoing, gone))
  }
}

/** A write that comes after the client has gone; `close` tells of that. */
function ignore(): void {}

function send(answered: Answer | Response, outgoing: ServerResponse, gone: StopSignal): Promise<void> | undefined {
  if (answered instanceof Response) return sendResponse(answered, outgoing, gone)
  return gone.aborted ? undefined : sendAnswer(answered, outgoing, gone)
}

function fail(error: unknown, outgoing: ServerResponse, gone: StopSignal): void {
  if (gone.aborted) return
  if (outgoing.headersSent) outgoing.destroy(error instanceof Error ? error : undefined)
  else outgoing.writeHead(500, { 'Content-Type': 'application/json' }).end('{"error":{"code":"internal"}}')
}
