import { expect, test } from 'vitest'
import { ParlorError } from '../errors.ts'
import { createChatServer } from './create-chat-server.ts'
import { countedIds } from './ids.ts'
import { memoryStore } from './memory-store.ts'
import type { ChatServerOptions, UserContext } from './options.ts'
import { ask, askJson, chatRequest, fixedNow, message, silentLog } from './test-client.ts'
import { userError } from './user-error.ts'

const serverWith = (options: Partial<ChatServerOptions<UserContext>> = {}) =>
  createChatServer({ store: memoryStore(), ids: countedIds(), now: fixedNow, log: silentLog, respond() {}, ...options })
const listing = '{"type":"threads.list","params":{}}'
const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request('http://parlor.test/', { method: 'POST', body, headers })
const answered = async (response: Response) => ({ status: response.status, body: await response.json() })
const byHeader = (request: Request) => ({ user: request.headers.get('x-user-id') ?? '' })

/** A body that tells whether it was read, and may never come. */
function watchedBody(chunks: string[] = [listing], { ends = true } = {}) {
  const seen = { read: false, left: false }
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        seen.read = true
        const chunk = chunks.shift()
        if (chunk !== undefined) controller.enqueue(new TextEncoder().encode(chunk))
        else if (ends) controller.close()
        else return new Promise(() => {})
      },
      cancel() {
        seen.left = true
      },
    },
    { highWaterMark: 0 },
  )
  const init: RequestInit & { duplex: 'half' } = { method: 'POST', body: stream, duplex: 'half' }
  return {
    seen,
    request: (headers: Record<string, string> = {}) => new Request('http://parlor.test/', { ...init, headers }),
  }
}

test('who asks is settled before the body is read', async () => {
  const refused = watchedBody()
  expect((await serverWith({ context: byHeader }).fetch(refused.request())).status).toBe(401)
  expect(refused.seen.read).toBe(false)
  const known = watchedBody()
  expect((await serverWith({ context: byHeader }).fetch(known.request({ 'x-user-id': 'ada' }))).status).toBe(200)
  expect(known.seen.read).toBe(true)
})

test('a user who asks too often is told when to ask again; others are not held up', async () => {
  let time = fixedNow().getTime()
  const server = serverWith({ context: byHeader, now: () => new Date(time), limits: { requestsPerMinute: 2 } })
  const asks = (user: string) => server.fetch(post(listing, { 'x-user-id': user }))
  expect([(await asks('ada')).status, (await asks('ada')).status]).toEqual([200, 200])
  const refused = await asks('ada')
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '30'])
  expect(await refused.json()).toEqual({
    error: {
      code: 'rate_limited',
      at: 'request',
      message: 'More than 2 requests in a minute',
      hint: 'Wait 30 s, then send it again',
    },
  })
  expect((await asks('bob')).status).toBe(200)
  time += 30_000
  expect((await asks('ada')).status).toBe(200)
  expect((await asks('ada')).status).toBe(429)
})

test('those nobody knows yet are counted by a key of the host, before they are looked at', async () => {
  let looked = 0
  const server = serverWith({
    rateKey: ({ headers }) => headers.get('x-forwarded-for'),
    limits: { requestsPerMinute: 1 },
    context() {
      looked++
      throw new ParlorError('unauthorized', { at: 'headers.authorization', problem: 'No token', hint: 'Log in' })
    },
  })
  const from = async (address: string) => (await server.fetch(post(listing, { 'x-forwarded-for': address }))).status
  expect([await from('1.1.1.1'), await from('1.1.1.1'), await from('2.2.2.2')]).toEqual([401, 429, 401])
  expect(looked).toBe(2)
})

test('a user may have only so many answers written at once, and a process, too', async () => {
  const limits = { concurrentTurns: { perUser: 1, perProcess: 2 } }
  const server = serverWith({ context: byHeader, limits, respond: () => new Promise(() => {}) })
  const asks = (user: string) =>
    server.fetch(chatRequest('threads.create', message('Hi'), { headers: { 'x-user-id': user } }))
  const first = await asks('ada')
  expect(await answered(await asks('ada'))).toMatchObject({
    status: 429,
    body: { error: { code: 'rate_limited', message: '1 answers of yours are still being written' } },
  })
  const second = await asks('bob')
  const third = await asks('eve')
  expect([third.status, third.headers.get('retry-after')]).toEqual([503, '5'])
  await first.body?.cancel()
  const again = await asks('ada')
  expect(again.status).toBe(200)
  await Promise.all([again.body?.cancel(), second.body?.cancel()])
})

test('an answer that ended, failed or was refused makes room for the next', async () => {
  const server = serverWith({
    context: byHeader,
    limits: { concurrentTurns: { perUser: 1 } },
    async respond(turn) {
      if (turn.text === 'fail') throw new Error('failed')
    },
  })
  const headers = { 'x-user-id': 'ada' }
  for (const text of ['fail', 'fine', 'fail', 'fine']) await ask(server, 'threads.create', message(text), { headers })
  expect((await askJson(server, 'threads.create', message('Hi', ['atc_nope']), { headers })).status).toBe(404)
  expect(await ask(server, 'threads.create', message('Hi'), { headers })).toHaveLength(3)
})

test('a body that does not come in time is a 408, and is left', async () => {
  const slow = watchedBody(['{"type":'], { ends: false })
  const answer = await serverWith({ limits: { bodyTimeoutMs: 20 } }).fetch(slow.request())
  expect(await answered(answer)).toEqual({
    status: 408,
    body: {
      error: {
        code: 'timeout',
        at: 'body',
        message: 'The body has not come within 20 ms',
        hint: 'Send it again, at once',
      },
    },
  })
  expect(slow.seen.left).toBe(true)
})

test('a body may not nest deeply, and brackets in its texts do not count', async () => {
  const server = serverWith({ limits: { maxDepth: 8 } })
  const withResult = (result: string) =>
    `{"type":"threads.add_client_tool_output","params":{"thread_id":"t","result":${result}}}`
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
  expect((await server.fetch(post(withResult(nested(6))))).status).toBe(404)
  expect(await answered(await server.fetch(post(withResult(nested(7)))))).toMatchObject({
    status: 413,
    body: { error: { code: 'too_large', at: 'body', message: 'The body nests deeper than 8 levels' } },
  })
  expect((await server.fetch(post(withResult(JSON.stringify(`"\\${nested(50)}\\"`))))).status).toBe(404)
  expect((await serverWith().fetch(post(withResult('['.repeat(5_000_000))))).status).toBe(413)
})

test.each([
  ['a title', { type: 'threads.update', params: { thread_id: 't', title: 'x'.repeat(1001) } }, 'params.title'],
  [
    'item ids',
    { type: 'items.feedback', params: { thread_id: 't', kind: 'positive', item_ids: Array(1001).fill('i') } },
    'params.item_ids',
  ],
  ['an id', { type: 'threads.get_by_id', params: { thread_id: 'x'.repeat(501) } }, 'params.thread_id'],
  ['attachments', { type: 'threads.create', params: message('Hi', Array(101).fill('a')) }, 'params.input.attachments'],
  [
    'parts of a message',
    {
      type: 'threads.create',
      params: { input: { ...message('').input, content: Array(1001).fill({ type: 'input_text', text: '' }) } },
    },
    'params.input.content',
  ],
  ['a negative page', { type: 'threads.list', params: { limit: -1 } }, 'params.limit'],
])('%s may hold only so much', async (_, body, at) => {
  const answer = await answered(await serverWith().fetch(post(JSON.stringify(body))))
  expect(answer).toMatchObject({ status: 400, body: { error: { code: 'invalid_request', at } } })
})

test('a message may be only so long, with what it quotes', async () => {
  const server = serverWith({ limits: { maxTextLength: 10 } })
  expect((await ask(server, 'threads.create', message('x'.repeat(10)))).length).toBe(3)
  const quoting = { input: { ...message('12345').input, quoted_text: '123456' } }
  expect(await askJson(server, 'threads.create', quoting)).toMatchObject({
    status: 413,
    body: { error: { message: 'The message has 11 characters, at most 10', at: 'params.input.content' } },
  })
})

test('a page that is asked for as larger than any is as large as pages get', async () => {
  const asked: number[] = []
  const inner = memoryStore()
  const store = {
    ...inner,
    listThreads: (...[scope, page]: Parameters<typeof inner.listThreads>) => {
      asked.push(page.limit)
      return inner.listThreads(scope, page)
    },
  }
  for (const limit of [9999, 7, 0, null]) await askJson(serverWith({ store }), 'threads.list', { limit })
  expect(asked).toEqual([1000, 7, 20, 20])
})

test('bytes that are not UTF-8 and lengths that lie are refused', async () => {
  const server = serverWith({ limits: { maxBodyBytes: 100 } })
  expect(await answered(await server.fetch(post(new Uint8Array([0x22, 0xff, 0x22]))))).toMatchObject({
    status: 400,
    body: { error: { at: 'body', message: 'The body is not UTF-8' } },
  })
  const long = JSON.stringify({ type: 'threads.list', params: { after: 'x'.repeat(100) } })
  for (const length of ['1', '1, 1', '-5', 'nonsense']) {
    expect((await server.fetch(post(long, { 'content-length': length }))).status).toBe(413)
  }
})

test('keys that mean something to JavaScript mean nothing here', async () => {
  let heard: unknown
  const server = serverWith({
    async respond(turn) {
      heard = turn.toolResult?.result
      if (!turn.toolResult) await turn.callClient('tool')
    },
  })
  await ask(server, 'threads.create', message('Hi'))
  const evil = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'
  const body = `{"__proto__":{"type":"x"},"type":"threads.add_client_tool_output","params":{"thread_id":"thr_1","result":${evil}},"metadata":${evil}}`
  expect((await server.fetch(post(body))).status).toBe(200)
  expect(JSON.stringify(heard)).toBe(evil)
  expect({}).not.toHaveProperty('polluted')
})

const own = { host: 'parlor.test', 'content-type': 'application/json' }
test.each<[string, Record<string, string>, number]>([
  ['a page of the server itself', { ...own, origin: 'https://parlor.test' }, 200],
  ['a listed origin', { ...own, origin: 'https://app.test' }, 200],
  ['no browser', own, 200],
  ['a form of another site', { host: 'parlor.test', 'content-type': 'text/plain', origin: 'https://evil.test' }, 403],
  ['a script of another site', { ...own, origin: 'https://evil.test' }, 403],
  ['a hidden origin', { ...own, origin: 'null' }, 403],
  ['another site without an origin', { ...own, 'sec-fetch-site': 'cross-site' }, 403],
  ['a form without an origin', { host: 'parlor.test', 'content-type': 'text/plain' }, 415],
  ['no content type', { host: 'parlor.test' }, 415],
])('where cookies tell who asks, only pages that may call are answered: %s', async (_, headers, status) => {
  const server = serverWith({ cookies: true, cors: ['https://app.test'], context: () => ({ user: 'ada' }) })
  const body = new TextEncoder().encode(listing) // a text would bring a content type
  expect((await server.fetch(post(body, headers))).status).toBe(status)
})

test('browsers may send cookies only where the options say so, and never from anywhere', async () => {
  const asked = { origin: 'https://app.test' }
  const options = { cors: ['https://app.test'], context: () => ({ user: 'ada' }) }
  const allows = async (cookies: boolean) =>
    (await serverWith({ ...options, cookies }).fetch(post(listing, { ...own, ...asked }))).headers.get(
      'access-control-allow-credentials',
    )
  expect([await allows(true), await allows(false)]).toEqual(['true', null])
  expect(() => serverWith({ cookies: true, cors: '*' })).toThrow(
    expect.objectContaining({ code: 'misuse', at: 'cors' }),
  )
})

test("another server's refusal of a handler is not this server's refusal of the user", async () => {
  const upstream = new ParlorError('not_found', {
    at: 'x',
    problem: 'secret',
    hint: 'secret',
    cause: { status: 404, body: {} },
  })
  const noSecret = new ParlorError('unauthorized', { at: 'client secret', problem: 'secret', hint: 'secret' })
  const tooDeep = new ParlorError('too_large', { at: 'quiz', problem: 'secret', hint: 'secret' })
  for (const error of [upstream, noSecret, tooDeep]) {
    const server = serverWith({
      transcribe() {
        throw error
      },
    })
    expect(await askJson(server, 'input.transcribe', { audio_base64: '', mime_type: 'audio/webm' })).toEqual({
      status: 500,
      body: {
        error: { code: 'internal', message: 'The server failed', at: '', hint: 'Try again; its log tells more' },
      },
    })
  }
  const shown = serverWith({
    transcribe() {
      throw userError('Speak up')
    },
  })
  expect((await askJson(shown, 'input.transcribe', { audio_base64: '', mime_type: 'audio/webm' })).status).toBe(422)
})

test('headers that are far too long, or would spoil a log, are not taken', async () => {
  const lines: object[] = []
  const log = { ...silentLog, info: (details: object) => void lines.push(details) }
  const server = serverWith({ log, cors: '*' })
  const long = 'x'.repeat(10_000)
  await server.fetch(post(listing, { 'x-request-id': long, 'accept-language': long }))
  expect(lines).toMatchObject([{ requestId: 'req_1' }])
  const headers = { origin: 'https://app.test', 'access-control-request-headers': long }
  const preflight = await server.fetch(new Request('http://parlor.test/', { method: 'OPTIONS', headers }))
  expect(preflight.headers.get('access-control-allow-headers')).toBe('content-type')
})
