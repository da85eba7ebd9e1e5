import { expect, test } from 'vitest'
import { ParlorError } from '../errors.ts'
import { createChatServer } from './create-chat-server.ts'
import { countedIds } from './ids.ts'
import { memoryStore } from './memory-store.ts'
import type { ChatServerOptions, UserContext } from './options.ts'
import { ask, askJson, chatRequest, fixedNow, keptLog, message, silentLog } from './test-client.ts'

const serverWith = (options: Partial<ChatServerOptions<UserContext>> = {}) =>
  createChatServer({
    store: memoryStore(),
    ids: countedIds(),
    now: fixedNow,
    log: silentLog,
    respond: async (turn) => void (await turn.say('Hello!')),
    ...options,
  })
const post = (body: string, headers: Record<string, string> = {}) =>
  new Request('http://parlor.test/', { method: 'POST', body, headers })
const answered = async (response: Response) => ({ status: response.status, body: await response.json() })

test('a message is answered as a stream of events', async () => {
  const response = await serverWith().fetch(chatRequest('threads.create', message('Hi')))
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('text/event-stream')
  expect(await response.text()).toBe(
    [
      '{"type":"thread.created","thread":{"id":"thr_1","created_at":"2026-01-02T03:04:05.000Z","status":{"type":"active"},"metadata":{},"items":{"data":[],"has_more":false}}}',
      '{"type":"thread.item.done","item":{"type":"user_message","id":"msg_1","thread_id":"thr_1","created_at":"2026-01-02T03:04:05.000Z","content":[{"type":"input_text","text":"Hi"}],"attachments":[],"inference_options":{}}}',
      '{"type":"stream_options","stream_options":{"allow_cancel":true}}',
      '{"type":"thread.item.added","item":{"id":"msg_2","thread_id":"thr_1","created_at":"2026-01-02T03:04:05.000Z","type":"assistant_message","content":[]}}',
      '{"type":"thread.item.updated","item_id":"msg_2","update":{"type":"assistant_message.content_part.added","content_index":0,"content":{"type":"output_text","text":"","annotations":[]}}}',
      '{"type":"thread.item.updated","item_id":"msg_2","update":{"type":"assistant_message.content_part.text_delta","content_index":0,"delta":"Hello!"}}',
      '{"type":"thread.item.updated","item_id":"msg_2","update":{"type":"assistant_message.content_part.done","content_index":0,"content":{"type":"output_text","text":"Hello!","annotations":[]}}}',
      '{"type":"thread.item.done","item":{"id":"msg_2","thread_id":"thr_1","created_at":"2026-01-02T03:04:05.000Z","type":"assistant_message","content":[{"type":"output_text","text":"Hello!","annotations":[]}]}}',
    ]
      .map((event) => `data: ${event}\n\n`)
      .join(''),
  )
})

test('GET /health says that the server is there, under any path it is mounted at', async () => {
  for (const path of ['/health', '/api/chatkit/health']) {
    const response = await serverWith().fetch(new Request(`http://parlor.test${path}`))
    expect(await answered(response)).toEqual({ status: 200, body: { ok: true, server: 'parlor' } })
  }
})

test('other methods are refused, with those that are not', async () => {
  for (const method of ['GET', 'PUT', 'DELETE']) {
    const response = await serverWith().fetch(new Request('http://parlor.test/', { method }))
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, POST, PUT, OPTIONS'])
  }
})

test.each([
  ['not JSON', '{"type":', { at: 'body', message: 'The body is not JSON' }],
  ['nothing', '', { at: 'body', message: 'The body is empty' }],
  ['not an object', '7', { at: 'body', message: 'Invalid input: expected object, received number' }],
  ['a type that is not one', '{"type":"threads.nope","params":{}}', { at: 'type' }],
  ['no params', '{"type":"threads.create"}', { at: 'params' }],
  ['a param missing', '{"type":"threads.get_by_id","params":{}}', { at: 'params.thread_id' }],
  [
    'a wrong value deep inside',
    '{"type":"threads.create","params":{"input":{"content":[{"type":"input_text","text":7}],"attachments":[],"inference_options":{}}}}',
    { at: 'params.input.content[0].text', message: 'Invalid input: expected string, received number' },
  ],
  ['a result missing', '{"type":"threads.add_client_tool_output","params":{"thread_id":"t"}}', { at: 'params.result' }],
])('a malformed request is a 400 that names the place: %s', async (_, body, told) => {
  const { status, body: answer } = await answered(await serverWith().fetch(post(body)))
  expect(status).toBe(400)
  expect(answer).toEqual({
    error: {
      code: 'invalid_request',
      message: expect.any(String),
      hint: expect.any(String),
      ...told,
    },
  })
})

test('any content type is read as JSON, and keys that are not known are ignored', async () => {
  const body = JSON.stringify({ type: 'threads.list', params: { extra: 1 }, metadata: { a: 1 }, extra: 1 })
  const response = await serverWith().fetch(post(body, { 'content-type': 'text/plain' }))
  expect(await answered(response)).toEqual({ status: 200, body: { data: [], has_more: false } })
})

test('a body over the limit is a 413, whether its length is told or not', async () => {
  const server = serverWith({ limits: { maxBodyBytes: 100 } })
  const long = JSON.stringify({ type: 'threads.list', params: { after: 'x'.repeat(100) } })
  const error = { code: 'too_large', at: 'body', message: 'The body has more than 100 bytes', hint: expect.any(String) }
  expect(await answered(await server.fetch(post(long, { 'content-length': '140' })))).toEqual({
    status: 413,
    body: { error },
  })
  expect(await answered(await server.fetch(post(long)))).toEqual({ status: 413, body: { error } })
  expect((await server.fetch(post('{"type":"threads.list","params":{}}'))).status).toBe(200)
})

test('an unknown thread is a 404 for every request that needs one', async () => {
  const server = serverWith({ feedback: () => {} })
  const thread = { thread_id: 'nope' }
  const answers = [
    await askJson(server, 'threads.add_user_message', { ...thread, ...message('Hi') }),
    await askJson(server, 'threads.add_client_tool_output', { ...thread, result: {} }),
    await askJson(server, 'threads.add_structured_input', { ...thread, item_id: 'i', input: {} }),
    await askJson(server, 'threads.retry_after_item', { ...thread, item_id: 'i' }),
    await askJson(server, 'threads.custom_action', { ...thread, action: { type: 'a' } }),
    await askJson(server, 'threads.sync_custom_action', { ...thread, action: { type: 'a' } }),
    await askJson(server, 'threads.get_by_id', thread),
    await askJson(server, 'threads.update', { ...thread, title: 'T' }),
    await askJson(server, 'items.feedback', { ...thread, item_ids: [], kind: 'positive' }),
  ]
  const error = {
    code: 'not_found',
    message: 'There is no thread nope',
    at: 'params.thread_id',
    hint: 'It was deleted, or belongs to another user',
  }
  for (const answer of answers) expect(answer).toEqual({ status: 404, body: { error } })
})

test('the items of an unknown thread are an empty page', async () => {
  const answer = await askJson(serverWith(), 'items.list', { thread_id: 'nope' })
  expect(answer).toEqual({ status: 200, body: { data: [], has_more: false } })
})

test('threads of one user are not there for another', async () => {
  const server = serverWith({ context: (request) => ({ user: request.headers.get('x-user-id') ?? '' }) })
  await ask(server, 'threads.create', message('Hi'), { headers: { 'x-user-id': 'ada' } })
  const thread = { thread_id: 'thr_1' }
  expect((await askJson(server, 'threads.get_by_id', thread, { headers: { 'x-user-id': 'ada' } })).status).toBe(200)
  expect((await askJson(server, 'threads.get_by_id', thread, { headers: { 'x-user-id': 'bob' } })).status).toBe(404)
  await askJson(server, 'threads.delete', thread, { headers: { 'x-user-id': 'bob' } })
  expect((await askJson(server, 'threads.get_by_id', thread, { headers: { 'x-user-id': 'ada' } })).status).toBe(200)
})

test('a request that does not say who asks is a 401', async () => {
  const server = serverWith({ context: () => ({ user: '' }) })
  expect((await askJson(server, 'threads.list', {})).status).toBe(401)
})

test('a context may refuse a request', async () => {
  const refuse = () => {
    throw new ParlorError('unauthorized', { at: 'headers.authorization', problem: 'No token', hint: 'Log in' })
  }
  expect(await askJson(serverWith({ context: refuse }), 'threads.list', {})).toEqual({
    status: 401,
    body: { error: { code: 'unauthorized', message: 'No token', at: 'headers.authorization', hint: 'Log in' } },
  })
})

test('a failure of the server is a 500 that tells nothing of its inside, and a line in the log', async () => {
  const log = keptLog()
  const store = { ...memoryStore(), listThreads: () => Promise.reject(new Error('password of db: hunter2')) }
  const { status, body } = await askJson(serverWith({ store, log }), 'threads.list', {})
  expect(status).toBe(500)
  expect(JSON.stringify(body)).not.toContain('hunter2')
  expect(log.lines.filter(({ level }) => level === 'error')).toEqual([
    {
      level: 'error',
      message: 'A request failed',
      requestId: 'req_1',
      userId: 'everybody',
      type: 'threads.list',
      err: new Error('password of db: hunter2'),
    },
  ])
})

test('each log line of a request carries its id, user, type and thread', async () => {
  const log = keptLog()
  await ask(serverWith({ log }), 'threads.create', message('Hi'), { headers: { 'x-request-id': 'r7' } })
  await askJson(serverWith({ log }), 'threads.get_by_id', { thread_id: 'thr_9' }, { headers: { 'x-request-id': 'r8' } })
  const second = { requestId: 'r8', userId: 'everybody', type: 'threads.get_by_id', threadId: 'thr_9' }
  expect(log.lines).toEqual([
    { level: 'info', message: 'A request came', requestId: 'r7', userId: 'everybody', type: 'threads.create' },
    { level: 'info', message: 'A request came', ...second },
    { level: 'info', message: 'A request was refused', ...second, status: 404, error: expect.anything() },
  ])
})

test('browsers of other origins may call only when the options say so', async () => {
  const origin = { origin: 'https://app.test' }
  const asked = { ...origin, 'access-control-request-headers': 'content-type,chatkit-frame-instance-id' }
  const preflight = (headers: Record<string, string>) =>
    new Request('http://parlor.test/', { method: 'OPTIONS', headers })

  const closed = await serverWith().fetch(preflight(asked))
  expect([closed.status, closed.headers.get('access-control-allow-origin')]).toEqual([204, null])

  const open = serverWith({ cors: ['https://app.test'] })
  const allowed = await open.fetch(preflight(asked))
  expect(Object.fromEntries(allowed.headers)).toMatchObject({
    'access-control-allow-origin': 'https://app.test',
    'access-control-allow-headers': 'content-type,chatkit-frame-instance-id',
    'access-control-allow-methods': 'POST, PUT',
  })
  const answer = await open.fetch(post('{"type":"threads.list","params":{}}', origin))
  expect(answer.headers.get('access-control-allow-origin')).toBe('https://app.test')
  const refused = await open.fetch(post('nonsense', origin))
  expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([400, 'https://app.test'])
  const stranger = await open.fetch(preflight({ origin: 'https://evil.test' }))
  expect(stranger.headers.get('access-control-allow-origin')).toBeNull()
})
