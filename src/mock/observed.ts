import type { Fault } from './faults.ts'
import type { Note } from './journal.ts'

/**
 * A streamed answer on its way to the client: noted event by event, and cut or stalled where a fault says so. The server
 * writes whole events into each chunk, so that a chunk can be taken apart without holding anything back.
 */
export function observed(response: Response, note: Note, fault: Fault | undefined): Response {
  if (!response.body) return response
  const reader = response.body.getReader()
  const decoder = new TextDecoder()
  const encoder = new TextEncoder()
  const limit = fault?.cut || fault?.stall ? (fault.after ?? 0) : Number.POSITIVE_INFINITY
  let told = 0

  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (told >= limit) return breakOff(controller)
        const { done, value } = await reader.read().catch((error: unknown) => {
          note.ended('gone')
          throw error
        })
        if (done) {
          note.ended('done')
          controller.close()
          return
        }
        const events = decoder.decode(value, { stream: true }).split('\n\n').filter(Boolean)
        if (events.every(isComment)) return controller.enqueue(value)
        const passing = events.filter((event) => !isComment(event)).slice(0, limit - told)
        told += passing.length
        note.told(passing.map((event) => JSON.parse(event.replace(/^data: /, ''))))
        controller.enqueue(encoder.encode(passing.map((event) => `${event}\n\n`).join('')))
      },
      async cancel(reason) {
        note.ended('gone')
        await reader.cancel(reason)
      },
    },
    { highWaterMark: 0 },
  )
  return new Response(body, response)

  /** The server's side sees the client leave; the client sees the connection break, or nothing at all. */
  async function breakOff(controller: ReadableStreamDefaultController): Promise<void> {
    if (fault?.stall) return new Promise(() => {})
    note.ended('cut')
    await reader.cancel(new Error('The connection broke'))
    controller.error(new TypeError('The connection broke'))
  }
}

/** What a server sends into a silence. */
function isComment(event: string): boolean {
  return event.startsWith(':')
}
