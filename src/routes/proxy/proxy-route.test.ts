// @vitest-environment node
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { expect, onTestFinished, test, vi } from 'vitest'
import { ParlorError } from '../../errors.ts'
import { createChatServer, memoryStore } from '../../server/index.ts'
import { toNodeHandler } from '../../server/node.ts'
import { keptLog } from '../testing/kept-log.ts'
import { listen } from '../testing/listen.ts'
import { type ProxyRouteOptions, proxyRoute } from './proxy-route.ts'

const key = 'sk-the-key-of-the-chat'
const chatRequest = (type = 'threads.list', init: RequestInit & { metadata?: object } = {}) =>
  new Request('https://app.test/chatkit', {
    method: 'POST',
    ...init,
    body: init.body ?? JSON.stringify({ type, params: {}, ...(init.metadata ? { metadata: init.metadata } : {}) }),
  })
const create = JSON.stringify({
  type: 'threads.create',
  params: { input: { content: [{ type: 'input_text', text: 'Hi' }], attachments: [], inference_options: {} } },
})

/** A proxy whose chat server answers, call by call, what the test says. */
function faked(answers: (() => Response | Promise<Response>)[], options: Partial<ProxyRouteOptions> = {}) {
  const sent: Request[] = []
  const log = keptLog()
  const fetch = async (request: Request) => {
    sent.push(request)
    const answer = answers[Math.min(sent.length, answers.length) - 1]
    return answer ? answer() : new Response()
  }
  return { sent, log, route: proxyRoute({ url: 'http://chat.test/chatkit', fetch, log, backoffMs: 0, ...options }) }
}
const ok = () => Response.json({ ok: true })
const status = (code: number) => () =>
  new Response('<html>', { status: code, headers: { 'content-type': 'text/html' } })
const fails = (code: string) => () =>
  Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error('no'), { code }) }))
const down = (message: string, code = 'network') => ({
  error: { code, message, at: 'upstream', hint: 'Try again in a moment' },
})

test('a turn comes through two ports byte for byte', async () => {
  /** A chat server of its own for each way, so that both make the same thread. */
  const chat = () =>
    createChatServer({
      store: memoryStore(),
      now: () => new Date('2026-01-02T03:04:05Z'),
      ids: (prefix) => `${prefix}_1`,
      respond: (turn) => turn.say('Grüße, 世界 🎈'),
    })
  const url = await listen(toNodeHandler(chat().fetch))
  const proxy = await listen(toNodeHandler(proxyRoute({ url: await listen(toNodeHandler(chat().fetch)) })))
  const direct = await fetch(url, { method: 'POST', body: create })
  const through = await fetch(proxy, { method: 'POST', body: create })
  expect(await through.text()).toBe(await direct.text())
  const headersOf = ({ headers }: Response) => Object.fromEntries([...headers].filter(([name]) => name !== 'date'))
  expect(headersOf(through)).toEqual(headersOf(direct))
})

test('each chunk passes at once and whole, before the next is there', async () => {
  let write = (_text: string) => {}
  let end = () => {}
  const url = await listen((_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders()
    write = (text) => void response.write(text)
    end = () => void response.end()
  })
  const response = await proxyRoute({ url })(chatRequest('threads.create'))
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  for (const text of ['data: {"a":1}\n\n', 'data: half of ', 'an event\n\n', ': a comment\r\n\r\n']) {
    write(text)
    expect((await reader?.read())?.value).toBe(text)
  }
  end()
  expect((await reader?.read())?.done).toBe(true)
})

test('headers pass both ways, but for those of the connection, cookies, and where bytes were packed', async () => {
  let got: IncomingMessage['headers'] = {}
  const url = await listen((request, response) => {
    got = request.headers
    response.writeHead(200, {
      'content-type': 'application/json',
      'x-request-id': 'r1',
      'set-cookie': 'a=1',
      'keep-alive': 'timeout=7',
      'x-hop': 'mine',
      connection: 'x-hop',
      'alt-svc': 'h3=":443"',
    })
    response.end('{}')
  })
  const headers = {
    'accept-language': 'de',
    'chatkit-frame-instance-id': 'f1',
    authorization: 'Bearer ek_1',
    'x-hop': '1',
    connection: 'keep-alive, x-hop',
    cookie: 'session=secret',
    'accept-encoding': 'br',
    te: 'trailers',
  }
  const response = await proxyRoute({ url })(chatRequest('threads.list', { headers }))
  expect(got).toMatchObject({
    'accept-language': 'de',
    'chatkit-frame-instance-id': 'f1',
    authorization: 'Bearer ek_1',
  })
  expect(got['accept-encoding']).toBe('identity')
  for (const name of ['cookie', 'x-hop', 'te']) expect(got).not.toHaveProperty(name)
  expect(Object.fromEntries(response.headers)).toEqual({
    'content-type': 'application/json',
    'x-request-id': 'r1',
    date: expect.any(String),
  })
  const withCookies = await proxyRoute({ url, cookies: true })(chatRequest('threads.list', { headers }))
  expect(got.cookie).toBe('session=secret')
  expect(withCookies.headers.getSetCookie()).toEqual(['a=1'])
})

test('a chat server that packs its answer all the same is unpacked, and says so no more', async () => {
  const packed = gzipSync('{"ok":true}')
  const url = await listen((_, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': packed.length }).end(packed)
  })
  const response = await proxyRoute({ url })(chatRequest())
  expect([response.headers.get('content-encoding'), response.headers.get('content-length')]).toEqual([null, null])
  expect(await response.json()).toEqual({ ok: true })
})

test('the key takes the place of what a page sent, and comes back in nothing', async () => {
  const echo = () => new Response('{}', { headers: { 'x-debug': `Bearer ${key}`, 'x-fine': '1' } })
  const { route, sent, log } = faked([echo, fails('ECONNRESET')], { key })
  const response = await route(chatRequest('threads.list', { headers: { authorization: 'Bearer of-the-page' } }))
  expect(sent[0]?.headers.get('authorization')).toBe(`Bearer ${key}`)
  expect([...response.headers.keys()]).toEqual(['content-type', 'x-fine'])
  const failed = await route(chatRequest('threads.create'))
  expect((await failed.text()) + log.text()).not.toContain(key)
})

test('a key that no header can carry is refused when the route is made, without quoting it', () => {
  expect(() => proxyRoute({ url: 'http://chat.test', key: 'sk-a\nb' })).toThrow(
    'proxyRoute.key: It has characters that a header cannot carry. Look for spaces and line breaks in it',
  )
})

test('what the host’s own code throws is a failure of this server, not of the chat server', async () => {
  const { route, sent, log } = faked([ok], { headers: () => Promise.reject(new Error('no database')) })
  const response = await route(chatRequest())
  expect([response.status, (await response.json()).error.code, sent.length]).toEqual([500, 'internal', 0])
  expect(log.text()).toContain('no database')
})

test('the host says who asks; what a page says of itself does not pass', async () => {
  const from = ({ headers }: Request) => headers.get('x-login')
  const { route, sent } = faked([ok], { user: { as: 'x-user-id', from } })
  await route(chatRequest('threads.list', { headers: { 'x-login': 'ada', 'x-user-id': 'eve' } }))
  expect(sent[0]?.headers.get('x-user-id')).toBe('ada')
  const refused = await route(chatRequest('threads.list', { headers: { 'x-user-id': 'eve' } }))
  expect([refused.status, sent.length]).toEqual([401, 1])
  const visitors = faked([ok], { user: { as: 'x-user-id', from: { cookie: 'visitor' } } })
  const cookie = (await visitors.route(chatRequest())).headers.get('set-cookie')
  expect(cookie).toContain(`visitor=${visitors.sent[0]?.headers.get('x-user-id')};`)
})

test('headers of the host’s own take the place of the page’s, and may refuse', async () => {
  const { route, sent } = faked([ok], { headers: { 'x-tenant': 'shop' } })
  await route(chatRequest('threads.list', { headers: { 'x-tenant': 'bank' } }))
  expect(sent[0]?.headers.get('x-tenant')).toBe('shop')
  const refusing = faked([ok], {
    headers: () => {
      throw new ParlorError('unauthorized', { at: 'token', problem: 'The log-in has ended', hint: 'Log in' })
    },
  })
  const refused = await refusing.route(chatRequest())
  expect([refused.status, await refused.json()]).toEqual([
    401,
    { error: { code: 'unauthorized', message: 'The log-in has ended', at: 'token', hint: 'Log in' } },
  ])
  expect(refusing.sent).toEqual([])
})

test('what the chat server says passes, refusals and failures of its own too', async () => {
  for (const code of [200, 400, 401, 404, 409, 429, 500]) {
    const { route, sent } = faked([() => Response.json({ code }, { status: code })])
    const response = await route(chatRequest())
    expect([response.status, await response.json(), sent.length]).toEqual([code, { code }, 1])
  }
  const busy = faked([() => Response.json({ error: 'busy' }, { status: 503 })], { retries: 0 })
  expect(await (await busy.route(chatRequest())).json()).toEqual({ error: 'busy' })
})

test.each(['threads.get_by_id', 'threads.list', 'items.list'])('%s only reads: it is sent again', async (type) => {
  for (const trouble of [status(502), status(503), status(504), fails('ECONNRESET'), fails('ECONNREFUSED')]) {
    const { route, sent } = faked([trouble, trouble, ok])
    const response = await route(chatRequest(type))
    expect([response.status, sent.length]).toEqual([200, 3])
    expect(await sent[2]?.text()).toBe(JSON.stringify({ type, params: {} }))
  }
})

test.each([
  'threads.create',
  'threads.custom_action',
  'threads.delete',
  'threads.update',
  'attachments.create',
  'odd',
])('%s is sent again only where no connection was made', async (type) => {
  for (const trouble of [status(502), status(503), status(504), fails('ECONNRESET'), fails('UND_ERR_SOCKET')]) {
    const { route, sent } = faked([trouble, ok])
    expect((await route(chatRequest(type))).status).toBeGreaterThan(501)
    expect(sent.length).toBe(1)
  }
  const { route, sent } = faked([fails('ECONNREFUSED'), fails('EAI_AGAIN'), ok])
  expect([(await route(chatRequest(type))).status, sent.length]).toEqual([200, 3])
})

test('a request with an idempotency key is sent again where the chat server knows it', async () => {
  const keyed = () => chatRequest('threads.custom_action', { metadata: { idempotency_key: 'k' } })
  const told = faked([status(503), ok], { idempotent: true })
  expect([(await told.route(keyed())).status, told.sent.length]).toEqual([200, 2])
  const byHeader = await told.route(chatRequest('threads.create', { headers: { 'idempotency-key': 'k' } }))
  expect(byHeader.status).toBe(200)
  const untold = faked([status(503), ok])
  expect([(await untold.route(keyed())).status, untold.sent.length]).toEqual([503, 1])
  const unkeyed = faked([status(503), ok], { idempotent: true })
  expect([(await unkeyed.route(chatRequest('threads.create'))).status, unkeyed.sent.length]).toEqual([503, 1])
})

test('a body that streams is sent once, even where no connection was made', async () => {
  const { route, sent } = faked([fails('ECONNREFUSED'), ok])
  const response = await route(chatRequest('', { body: 'x'.repeat(100_000) }))
  expect([response.status, sent.length]).toEqual([502, 1])
})

test('a chat server that is not there is an error in JSON', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}` // a TCP server has such an address
  server.close()
  const log = keptLog()
  const response = await proxyRoute({ url, log, backoffMs: 1 })(chatRequest('threads.create'))
  expect([response.status, await response.json()]).toEqual([502, down('The chat server cannot be reached')])
  expect(log.text()).toContain('ECONNREFUSED')
  const gateway = await faked([status(503)]).route(chatRequest())
  expect([gateway.status, await gateway.json()]).toEqual([503, down('The chat server answered 503')])
})

test('a chat server that does not begin to answer is given up; one that has begun may take its time', async () => {
  const never = ({ signal }: Request) =>
    new Promise<Response>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
  const late = await faked([], { fetch: never, timeoutMs: 20 }).route(chatRequest('threads.create'))
  expect([late.status, await late.json()]).toEqual([
    504,
    down('The chat server did not begin to answer within 20 ms', 'timeout'),
  ])

  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const begun = new TransformStream<Uint8Array, Uint8Array>()
  const { route, sent } = faked([() => new Response(begun.readable)])
  const response = await route(chatRequest('threads.create'))
  vi.advanceTimersByTime(3_600_000)
  expect(sent[0]?.signal.aborted).toBe(false)
  await begun.writable.close()
  expect(await response.text()).toBe('')
})

test('when the page goes away, the chat server hears of it: before the answer and during it', async () => {
  const arrived: ((response: ServerResponse) => void)[] = []
  const url = await listen((_, response) => arrived.shift()?.(response))
  const nextArrival = () => new Promise<ServerResponse>((resolve) => arrived.push(resolve))

  const before = new AbortController()
  let arrival = nextArrival()
  const answering = proxyRoute({ url, log: keptLog() })(chatRequest('threads.list', { signal: before.signal }))
  const first = await arrival
  before.abort()
  await Promise.all([once(first, 'close'), answering])

  const during = new AbortController()
  arrival = nextArrival()
  const streaming = proxyRoute({ url })(chatRequest('threads.create', { signal: during.signal }))
  const second = await arrival
  second.writeHead(200).write('begun')
  const reader = (await streaming).body?.getReader()
  await reader?.read()
  during.abort()
  await once(second, 'close')

  arrival = nextArrival()
  const cancelled = proxyRoute({ url })(chatRequest('threads.create'))
  const third = await arrival
  const closed = once(third, 'close')
  third.writeHead(200).write('begun')
  await (await cancelled).body?.cancel()
  await closed
})

test('an answer that breaks off breaks off for the page', async () => {
  const url = await listen((_, response) => {
    response.writeHead(200).write('data: 1\n\n', () => response.destroy())
  })
  const response = await proxyRoute({ url })(chatRequest('threads.create'))
  await expect(response.text()).rejects.toThrow()
})

test('long bodies stream through, too long ones are refused, told or not', async () => {
  let got = 0
  const url = await listen(async (request, response) => {
    got = 0
    for await (const chunk of request) got += chunk.length
    response.end(String(got))
  })
  const log = keptLog()
  const route = proxyRoute({ url, log, maxBodyBytes: 3_000_000 })
  const exact = await route(chatRequest('', { body: 'x'.repeat(3_000_000) }))
  expect(await exact.text()).toBe('3000000')
  const told = await route(chatRequest('', { body: 'x', headers: { 'content-length': '3000001' } }))
  expect(told.status).toBe(413)
  const chunks = (count: number) =>
    new ReadableStream<Uint8Array>({
      pull(controller) {
        if (count-- > 0) controller.enqueue(new Uint8Array(100_000))
        else controller.close()
      },
    })
  const streamed = (count: number) => {
    const init: RequestInit & { duplex: 'half' } = { method: 'POST', body: chunks(count), duplex: 'half' }
    return new Request('https://app.test/chatkit', init)
  }
  expect(await (await route(streamed(30))).text()).toBe('3000000')
  const untold = await route(streamed(31))
  expect([untold.status, await untold.json()]).toEqual([
    413,
    {
      error: {
        code: 'too_large',
        message: 'The body has more than 3000000 bytes',
        at: 'body',
        hint: 'Send less, or raise maxBodyBytes on the route',
      },
    },
  ])
})

test('nothing that a request says leads to another address', async () => {
  const { route, sent } = faked([ok])
  await route(new Request('https://app.test/chatkit/../admin?url=http://evil.test', { method: 'POST' }))
  await route(new Request('https://app.test/http://evil.test', { method: 'POST', headers: { host: 'evil.test' } }))
  expect(sent.map(({ url }) => url)).toEqual(['http://chat.test/chatkit', 'http://chat.test/chatkit'])
  let asked = 0
  const inside = await listen((_, response) => void response.end(String(asked++)))
  const redirecting = await listen((_, response) => void response.writeHead(307, { location: inside }).end())
  expect((await proxyRoute({ url: redirecting, log: keptLog() })(chatRequest())).status).toBe(502)
  expect(asked).toBe(0)
  const elsewhere = () => new Response(null, { status: 307, headers: { location: 'http://169.254.169.254/' } })
  const redirected = faked([elsewhere])
  const response = await redirected.route(chatRequest())
  expect([response.status, response.headers.get('location')]).toEqual([502, null])
  expect(await response.json()).toEqual(down('The chat server answered with a redirect'))
})

test('paths below the address pass where the host lets them, and never lead out of it', async () => {
  const path = (pathname: string) => (pathname.startsWith('/chatkit') ? pathname.slice('/chatkit'.length) : null)
  const { route, sent } = faked([ok], { path })
  await route(new Request('https://app.test/chatkit/health'))
  await route(new Request('https://app.test/chatkit/files/atc_1?expires=5&sig=a%2Fb', { method: 'PUT', body: 'bytes' }))
  await route(chatRequest())
  expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual([
    'GET http://chat.test/chatkit/health',
    'PUT http://chat.test/chatkit/files/atc_1?expires=5&sig=a%2Fb',
    'POST http://chat.test/chatkit',
  ])
  const strange = [
    ...['/other', '/chatkit-admin', '/chatkit@evil.test', '/chatkit/%2e%2e/admin', '/chatkit/..%2fadmin'],
    ...['/chatkit/%2E%2e%2fadmin', '/chatkit/..%5cadmin', '/chatkit.evil.test'],
  ]
  for (const pathname of strange) {
    expect((await route(new Request(`https://app.test${pathname}`))).status).toBe(404)
  }
  const out = faked([ok], { path: () => '/../../admin' })
  expect((await out.route(chatRequest())).status).toBe(404)
  const host = faked([ok], { url: 'http://chat.test', path: () => '//evil.test/x' })
  await host.route(chatRequest())
  expect(host.sent[0]?.url).toBe('http://chat.test//evil.test/x')
  expect(sent.length + out.sent.length).toBe(3)
})

test('other methods are refused', async () => {
  const response = await faked([ok]).route(new Request('https://app.test/chatkit'))
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST'])
})
