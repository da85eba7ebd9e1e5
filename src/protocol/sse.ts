import { createParser } from 'eventsource-parser'
import { wireJson } from './json.ts'

/** One event as SSE text: one `data:` line and a blank one, the only framing ChatKit uses. */
export function sseEncode(event: unknown): string {
  return `data: ${wireJson(event)}\n\n`
}

/** Cuts a byte stream into the `data` of its events, however it was chunked; comments and CRLF are tolerated. */
export async function* sseDecode(body: ReadableStream<Uint8Array>): AsyncGenerator<string, void, undefined> {
  const ready: string[] = []
  const parser = createParser({ onEvent: ({ data }) => ready.push(data) })
  const decoder = new TextDecoder()
  const reader = body.getReader()
  try {
    while (true) {
      const { done, value } = await reader.read()
      if (done) return
      parser.feed(decoder.decode(value, { stream: true }))
      yield* ready.splice(0)
    }
  } finally {
    await reader.cancel().catch(() => {})
  }
}
