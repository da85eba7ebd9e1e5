import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { ThreadStreamEvent } from '../protocol/index.ts'
import { createClient, type Fetch } from './index.ts'

const events: ThreadStreamEvent[] = [
  { type: 'stream_options', stream_options: { allow_cancel: true } },
  { type: 'progress_update', text: 'Suche läuft … 😀', icon: 'search' },
  { type: 'client_effect', name: 'go', data: { deep: { a: null } } },
  { type: 'error', code: 'custom', message: 'No.', allow_retry: true },
]
const bytes = new TextEncoder().encode(events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join(''))
const boundaries = events.map(
  (_, index) =>
    new TextEncoder().encode(
      events
        .slice(0, index + 1)
        .map((event) => `data: ${JSON.stringify(event)}\n\n`)
        .join(''),
    ).length,
)

const bodyOf = (chunks: readonly Uint8Array[], end: 'close' | 'error' | 'hang' = 'close') => {
  const left = [...chunks]
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      const chunk = left.shift()
      if (chunk) controller.enqueue(chunk)
      else if (end === 'close') controller.close()
      else if (end === 'error') controller.error(new TypeError('terminated'))
    },
  })
}
const stream = (
  body: BodyInit,
  {
    signal,
    onProblem = () => {},
    type = 'text/event-stream',
  }: { signal?: AbortSignal; onProblem?: (error: Error) => void; type?: string } = {},
) => {
  const fetch: Fetch = async () => new Response(body, { headers: { 'Content-Type': type } })
  return createClient({ url: '/chatkit', fetch, onProblem }).stream(
    'threads.retry_after_item',
    { thread_id: 't', item_id: 'i' },
    { signal },
  )
}
/** What came before the end, and how it ended. */
async function collect(source: AsyncGenerator<ThreadStreamEvent>) {
  const came: ThreadStreamEvent[] = []
  try {
    for await (const event of source) came.push(event)
    return { came, error: null }
  } catch (error) {
    return { came, error }
  }
}

test('however the bytes are cut into chunks, the events are the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: bytes.length }), { maxLength: 12 }), async (cuts) => {
      const at = [0, ...cuts.toSorted((a, b) => a - b), bytes.length]
      const chunks = at.slice(1).map((end, index) => bytes.slice(at[index], end))
      expect(await collect(stream(bodyOf(chunks)))).toEqual({ came: events, error: null })
    }),
  )
  expect(await collect(stream(bodyOf([...bytes].map((byte) => Uint8Array.of(byte)))))).toEqual({
    came: events,
    error: null,
  })
})

test('wherever the connection breaks, all whole events come first, then `stream_cut`', async () => {
  for (let length = 0; length <= bytes.length; length++) {
    const whole = boundaries.filter((end) => end <= length).length
    expect(await collect(stream(bodyOf([bytes.slice(0, length)], 'error')))).toEqual({
      came: events.slice(0, whole),
      error: expect.objectContaining({ code: 'stream_cut', at: 'threads.retry_after_item' }),
    })
  }
})

test('what is no event is skipped and reported', async () => {
  const onProblem = vi.fn()
  const text =
    ': comment\r\n\r\ndata: {"type":"thread.shared"}\n\ndata: [DONE]\n\ndata: {"type":"progress_update","text":"hi","icon":null}\r\n\r\n'
  expect(await collect(stream(text, { onProblem }))).toEqual({
    came: [{ type: 'progress_update', text: 'hi', icon: null }],
    error: null,
  })
  expect(onProblem.mock.calls.map(([error]) => error.code)).toEqual(['invalid_event', 'invalid_event'])
})

test('an answer without a body is a stream without events', async () => {
  expect(
    await collect(
      createClient({ url: '/chatkit', fetch: async () => new Response(null) }).stream('threads.retry_after_item', {
        thread_id: 't',
        item_id: 'i',
      }),
    ),
  ).toEqual({ came: [], error: null })
})

test('a web page is not taken for a stream', async () => {
  expect(await collect(stream('<html>', { type: 'text/html; charset=utf-8' }))).toEqual({
    came: [],
    error: expect.objectContaining({
      code: 'http_error',
      problem: 'Expected a stream of events, got text/html; charset=utf-8',
      hint: 'This is a web page: check that `url` is the address of the chat server',
    }),
  })
})

test('the signal ends a stream whose fetch does not know it', async () => {
  const controller = new AbortController()
  const source = stream(bodyOf([bytes], 'hang'), { signal: controller.signal })
  for (const event of events) expect((await source.next()).value).toEqual(event)
  const waiting = source.next()
  controller.abort()
  await expect(waiting).rejects.toMatchObject({ code: 'aborted' })
})

test('nothing comes after the signal, even of what has arrived', async () => {
  const controller = new AbortController()
  const source = stream(bodyOf([bytes]), { signal: controller.signal })
  await source.next()
  controller.abort()
  await expect(source.next()).rejects.toMatchObject({ code: 'aborted' })
})

test.each([undefined, new AbortController().signal])('leaving the loop cancels the body', async (signal) => {
  const cancel = vi.fn()
  const body = new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(bytes), cancel })
  for await (const _ of stream(body, signal ? { signal } : {})) break
  await vi.waitFor(() => expect(cancel).toHaveBeenCalled())
})
