import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sseDecode, sseEncode } from './index.ts'

/** A body that arrives in the given pieces. */
function bodyOf(...chunks: Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk)
      controller.close()
    },
  })
}

async function decoded(...chunks: Uint8Array[]): Promise<string[]> {
  const data: string[] = []
  for await (const event of sseDecode(bodyOf(...chunks))) data.push(event)
  return data
}

const bytes = (text: string) => new TextEncoder().encode(text)

test('an event is one data line and a blank line', () => {
  expect(sseEncode({ type: 'progress_update', text: 'Two\nlines' })).toBe(
    'data: {"type":"progress_update","text":"Two\\nlines"}\n\n',
  )
})

test('whatever the chunks, the same events come out', async () => {
  const events = [{ text: 'Grüße 👋' }, { text: '' }, { nested: { text: 'a\nb' } }]
  const all = bytes(events.map(sseEncode).join(''))
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.integer({ min: 0, max: all.length }), { maxLength: 12 }), async (cuts) => {
      const edges = [0, ...cuts.toSorted((a, b) => a - b), all.length]
      const chunks = edges.slice(1).map((end, index) => all.slice(edges[index], end))
      expect((await decoded(...chunks)).map((data) => JSON.parse(data))).toEqual(events)
    }),
  )
})

test('comments, CRLF and other fields of other servers are tolerated', async () => {
  const body = ': heartbeat\r\n\r\nevent: message\r\nid: 7\r\ndata: {"a":1}\r\n\r\n:\n\ndata: {"b":2}\n\n'
  expect(await decoded(bytes(body))).toEqual(['{"a":1}', '{"b":2}'])
})

test('an event that was cut off at the end of the body is not delivered', async () => {
  expect(await decoded(bytes('data: {"a":1}\n\ndata: {"b"'))).toEqual(['{"a":1}'])
})

test('giving up early cancels the body', async () => {
  let cancelled = false
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(bytes('data: 1\n\n')),
    cancel: () => {
      cancelled = true
    },
  })
  for await (const _ of sseDecode(endless)) break
  expect(cancelled).toBe(true)
})
