import type { ServerResponse } from 'node:http'
import type { Answer, TextStream } from './answer.ts'
import { Heartbeat, heartbeatText } from './heartbeat.ts'
import { settlesSoon } from './microtasks.ts'
import type { StopSignal } from './stop.ts'

/** Sends an answer as it is, each piece as one string; a promise where not all of it is there yet. */
export function sendAnswer(
  { status, headers, body, rest }: Answer,
  outgoing: ServerResponse,
  gone: StopSignal,
): Promise<void> | undefined {
  if (rest) {
    outgoing.writeHead(status, headers)
    if (body) writeText(outgoing, body)
    else outgoing.flushHeaders()
    return sendRest(rest, outgoing, gone)
  }
  if (body === null) {
    outgoing.writeHead(status, headers).end()
  } else {
    const length = Buffer.byteLength(body)
    outgoing.writeHead(status, { ...headers, 'Content-Length': length }).end(body, encodingOf(body, length))
  }
  return undefined
}

function writeText(outgoing: ServerResponse, text: string): void {
  outgoing.write(text, encodingOf(text, Buffer.byteLength(text)))
}

/** A text with a byte for each character reads the same in both, and Node writes Latin-1 at a third of the cost. */
function encodingOf(text: string, bytes: number): 'latin1' | 'utf8' {
  return text.length === bytes ? 'latin1' : 'utf8'
}

async function sendRest(rest: TextStream, outgoing: ServerResponse, gone: StopSignal): Promise<void> {
  const heart = new Heartbeat(rest.heartbeatMs, () => {
    if (!outgoing.writableNeedDrain) outgoing.write(heartbeatText)
  })
  try {
    while (!gone.aborted) {
      if (outgoing.writableNeedDrain) await drained(outgoing, gone)
      const reading = rest.next()
      if (!(await settlesSoon(reading))) heart.waits()
      const { done, value } = await reading
      if (gone.aborted) return
      if (done) break
      heart.sent()
      writeText(outgoing, value)
    }
    if (!gone.aborted) outgoing.end()
  } finally {
    heart.stop()
    if (gone.aborted) outgoing.destroy() // also a client that was hung up on
  }
}

/** Sends a web response; its body is cancelled when the client has gone. */
export async function sendResponse(response: Response, outgoing: ServerResponse, gone: StopSignal): Promise<void> {
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
    if (full && !gone.aborted) await drained(outgoing, gone)
    reading = reader.read()
  }
  if (!gone.aborted) outgoing.end()
}

/** Resolves when there is room again, or nobody left to write to. */
function drained(outgoing: ServerResponse, gone: StopSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      outgoing.off('drain', done).off('close', done)
      gone.removeEventListener('abort', done)
      resolve()
    }
    outgoing.on('drain', done).on('close', done)
    gone.addEventListener('abort', done)
  })
}
