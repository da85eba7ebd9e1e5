import { expect, test, vi } from 'vitest'
import type { ThreadStreamEvent } from '../protocol/index.ts'
import { type ClientOptions, createClient, type Fetch } from './index.ts'

const url = 'http://localhost/chatkit'
const thread = {
  id: 'thr_1',
  created_at: '2026-01-02T03:04:05Z',
  status: { type: 'active' },
  metadata: {},
  items: { data: [], has_more: false },
}
const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } })
const answering = (...answers: (() => Response | Promise<Response>)[]) => {
  const left = [...answers]
  return vi.fn<Fetch>(async () => (left.length > 1 ? left.shift() : left[0])?.() ?? json({}))
}
const clientOf = (fetch: Fetch, options: Partial<ClientOptions> = {}) =>
  createClient({ url, fetch, retryDelays: [0, 0], ...options })
const networkError = () => Promise.reject<Response>(new TypeError('fetch failed'))

test('a request is one POST with type and params', async () => {
  const fetch = answering(() => json(thread))
  const client = clientOf(fetch, { locale: 'fr-FR', headers: { 'X-User-Id': 'u1' }, secret: async () => 's1' })
  expect(await client.request('threads.get_by_id', { thread_id: 'thr_1' })).toEqual(thread)
  const [address, init] = fetch.mock.lastCall ?? []
  expect(address).toBe(url)
  expect(init).toMatchObject({
    method: 'POST',
    body: '{"type":"threads.get_by_id","params":{"thread_id":"thr_1"}}',
  })
  expect(Object.fromEntries(new Headers(init?.headers))).toEqual({
    accept: 'application/json',
    'accept-language': 'fr-FR',
    authorization: 'Bearer s1',
    'content-type': 'application/json',
    'x-user-id': 'u1',
  })
})

test('a page comes without the rows that cannot be read and without hidden ones; the former are reported', async () => {
  const item = { type: 'end_of_turn', id: 'e1', thread_id: 'thr_1', created_at: '2026-01-02T03:04:05Z' }
  const onProblem = vi.fn()
  const fetch = answering(() =>
    json({
      data: [item, { type: 'image_generation' }, { ...item, type: 'hidden_context_item', content: 1 }],
      has_more: true,
      after: 'e1',
    }),
  )
  expect(await clientOf(fetch, { onProblem }).request('items.list', { thread_id: 'thr_1' })).toEqual({
    data: [item],
    has_more: true,
    after: 'e1',
  })
  expect(onProblem.mock.calls).toEqual([[expect.objectContaining({ code: 'invalid_event' })]])
})

test('nulls that another server sends for what is absent are read as absent', async () => {
  const { items: _, ...bare } = thread
  const fetch = answering(() =>
    json({ data: [{ ...bare, title: null, items: null, status: null }], has_more: false, after: null }),
  )
  expect(await clientOf(fetch).request('threads.list', {})).toEqual({ data: [thread], has_more: false })
})

test('an answer without a body is an empty one', async () => {
  const client = clientOf(answering(() => new Response(null, { status: 204 })))
  expect(await client.request('threads.delete', { thread_id: 'thr_1' })).toEqual({})
})

test.each([{}, { updated_item: null }])('the item of a sync action may be missing: %j', async (answer) => {
  const action = { thread_id: 'thr_1', item_id: 'i', action: { type: 'a' } }
  expect(await clientOf(answering(() => json(answer))).request('threads.sync_custom_action', action)).toEqual({})
})

test('an answer that is none of ours says what is wrong with it', async () => {
  const ask = (response: Response) =>
    clientOf(answering(() => response)).request('input.transcribe', { audio_base64: '', mime_type: 'audio/webm' })
  await expect(ask(json({ texts: 'a' }))).rejects.toMatchObject({ code: 'invalid_event', at: 'input.transcribe.text' })
  await expect(ask(new Response('<html>', { headers: { 'Content-Type': 'text/html' } }))).rejects.toMatchObject({
    code: 'http_error',
    problem: 'Expected JSON, got text/html',
  })
})

test.each([
  [
    400,
    { error: { code: 'invalid_request', message: 'Required', at: 'params.thread_id', hint: 'Send it' } },
    { code: 'invalid_request', at: 'params.thread_id', problem: 'The server answered 400: Required', hint: 'Send it' },
  ],
  [
    404,
    { error: { code: 'not_found', message: 'No thread thr_1.', at: '', hint: '' } },
    { code: 'not_found', at: 'threads.get_by_id', problem: 'The server answered 404: No thread thr_1' },
  ],
  [
    500,
    { error: { code: 'internal', message: 'The server failed' } },
    { code: 'http_error', problem: 'The server answered 500: The server failed' },
  ],
  [500, { error: 'boom' }, { code: 'http_error', problem: 'The server answered 500: boom' }],
  [503, { detail: 'not configured' }, { code: 'http_error', problem: 'The server answered 503: not configured' }],
  [
    422,
    { detail: [{ msg: 'field required', loc: ['body'] }] },
    { code: 'http_error', problem: 'The server answered 422: field required' },
  ],
  [401, {}, { code: 'unauthorized', problem: 'The server answered 401' }],
  [413, 'too big', { code: 'too_large' }],
])('status %i with %j is an error that says so', async (status, body, expected) => {
  const client = clientOf(answering(() => json(body, status)))
  await expect(client.request('threads.get_by_id', { thread_id: 'thr_1' })).rejects.toMatchObject({
    ...expected,
    cause: { status, body },
  })
})

test('an error page is told by its status alone', async () => {
  const client = clientOf(answering(() => new Response('<html>Bad gateway</html>', { status: 502 })))
  await expect(client.request('threads.list', {})).rejects.toMatchObject({
    code: 'http_error',
    problem: 'The server answered 502',
    cause: { status: 502, body: '<html>Bad gateway</html>' },
  })
})

test('reading is tried again when no answer came, a few times', async () => {
  const recovers = answering(networkError, networkError, () => json(thread))
  expect(await clientOf(recovers).request('threads.get_by_id', { thread_id: 'thr_1' })).toEqual(thread)
  const down = answering(networkError)
  await expect(clientOf(down).request('threads.list', {})).rejects.toMatchObject({
    code: 'network',
    at: 'threads.list',
  })
  expect(down).toHaveBeenCalledTimes(3)
})

test('what changes something is never sent twice, and neither is what was answered', async () => {
  const down = answering(networkError)
  await expect(clientOf(down).request('threads.delete', { thread_id: 'thr_1' })).rejects.toMatchObject({
    code: 'network',
  })
  await expect(
    clientOf(down)
      .stream('threads.custom_action', { thread_id: 't', action: { type: 'a' } })
      .next(),
  ).rejects.toMatchObject({ code: 'network' })
  const failing = answering(() => json({}, 503))
  await expect(clientOf(failing).request('threads.list', {})).rejects.toMatchObject({ code: 'http_error' })
  expect([down, failing].map(({ mock }) => mock.calls.length)).toEqual([2, 1])
})

const keysOf = (fetch: ReturnType<typeof answering>) =>
  fetch.mock.calls.map(([, init]) => JSON.parse(String(init?.body)).metadata?.idempotency_key)
const click = { thread_id: 'thr_1', item_id: 'w_1', action: { type: 'slip.place' } }

test('each click has a key of its own, the same when it is sent again', async () => {
  const fetch = answering(
    () => json({}, 401),
    () => json({}),
  )
  const client = clientOf(fetch, { secret: () => 's1' })
  await client.request('threads.sync_custom_action', click)
  await client.request('threads.sync_custom_action', click)
  const [first, again, second] = keysOf(fetch)
  expect(first).toMatch(/^[0-9a-f-]{36}$/)
  expect(again).toBe(first)
  expect(second).not.toBe(first)

  const streaming = answering(() => new Response('data: {"type":"progress_update","text":"a"}\n\n'))
  for await (const _ of clientOf(streaming).stream('threads.custom_action', click));
  expect(JSON.parse(String(streaming.mock.lastCall?.[1]?.body))).toEqual({
    type: 'threads.custom_action',
    params: click,
    metadata: { idempotency_key: expect.stringMatching(/^[0-9a-f-]{36}$/) },
  })
})

test('a key may be given, to clicks and to messages; nothing else has one', async () => {
  const fetch = answering(() => json({}))
  const client = clientOf(fetch)
  await client.request('threads.sync_custom_action', click, { idempotencyKey: 'click-1' })
  await client.request('threads.delete', { thread_id: 'thr_1' })
  const said = answering(() => new Response(''))
  const input = { content: [], attachments: [], inference_options: {} }
  for await (const _ of clientOf(said).stream('threads.create', { input }, { idempotencyKey: 'message-1' }));
  for await (const _ of clientOf(said).stream('threads.create', { input }));
  expect([keysOf(fetch), keysOf(said)]).toEqual([
    ['click-1', undefined],
    ['message-1', undefined],
  ])
})

test('a key needs no https', async () => {
  vi.stubGlobal('crypto', { getRandomValues: (bytes: Uint8Array) => bytes.fill(171) })
  const fetch = answering(() => json({}))
  await clientOf(fetch).request('threads.sync_custom_action', click)
  vi.unstubAllGlobals()
  expect(keysOf(fetch)).toEqual(['ab'.repeat(16)])
})

test('who gives up gets `aborted`: before, between two tries, and while the answer comes', async () => {
  const before = new AbortController()
  before.abort()
  const fetch: Fetch = async (_, init) => {
    init?.signal?.throwIfAborted()
    return json(thread)
  }
  await expect(clientOf(fetch).request('threads.list', {}, { signal: before.signal })).rejects.toMatchObject({
    code: 'aborted',
    at: 'threads.list',
  })

  const between = new AbortController()
  const waiting = clientOf(answering(networkError), { retryDelays: [3_600_000] }).request(
    'threads.list',
    {},
    { signal: between.signal },
  )
  queueMicrotask(() => queueMicrotask(() => between.abort()))
  await expect(waiting).rejects.toMatchObject({ code: 'aborted' })

  const during = new AbortController()
  const slow = answering(
    () =>
      new Response(
        new ReadableStream({
          pull: (body) => during.signal.addEventListener('abort', () => body.error(during.signal.reason)),
        }),
      ),
  )
  const answer = clientOf(slow).request('threads.list', {}, { signal: during.signal })
  setTimeout(() => during.abort())
  await expect(answer).rejects.toMatchObject({ code: 'aborted' })
})

test('a refused secret is renewed under a stream too', async () => {
  const event: ThreadStreamEvent = { type: 'progress_update', text: 'hi' }
  const fetch = vi.fn<Fetch>(async (_, init) =>
    new Headers(init?.headers).get('Authorization') === 'Bearer new'
      ? new Response(`data: ${JSON.stringify(event)}\n\n`)
      : json({}, 401),
  )
  const secret = vi.fn(async (current: string | null) => (current === null ? 'old' : 'new'))
  const events = clientOf(fetch, { secret }).stream('threads.custom_action', { thread_id: 't', action: { type: 'a' } })
  expect(await events.next()).toEqual({ done: false, value: event })
  expect(secret.mock.calls).toEqual([[null], ['old']])
})
