import { once } from 'node:events'
import { createServer, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createChatServer } from './create-chat-server.ts'
import { memoryStore } from './memory-store.ts'
import { toNodeHandler } from './node.ts'
import type { Answering } from './run-turn.ts'
import { keptLog, message, silentLog } from './test-client.ts'
import type { Turn } from './turn.ts'

async function listen(handler: Parameters<typeof toNodeHandler>[0]): Promise<string> {
  const server = createServer(toNodeHandler(handler))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}` // a TCP server has such an address
}
const chat = (respond: (turn: Turn) => Answering) =>
  createChatServer({ store: memoryStore(), log: silentLog, respond }).fetch
const body = JSON.stringify({ type: 'threads.create', params: message('Hi') })

test('a turn comes through a port as it is said, chunk by chunk', async () => {
  let goOn = () => {}
  const wait = new Promise<void>((resolve) => (goOn = resolve))
  const url = await listen(
    chat(async (turn) => {
      await turn.progress('One')
      await wait
      await turn.progress('Two')
    }),
  )
  const response = await fetch(url, { method: 'POST', body })
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream'])
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  expect((await reader?.read())?.value).toMatch(/"text":"One"}\n\n$/)
  goOn()
  expect((await reader?.read())?.value).toBe('data: {"type":"progress_update","text":"Two"}\n\n')
  expect((await reader?.read())?.done).toBe(true)
})

test('JSON, statuses and headers come through', async () => {
  const url = await listen(chat(() => {}))
  const health = await fetch(`${url}/health`)
  expect([health.status, await health.json()]).toEqual([200, { ok: true, server: 'parlor' }])
  const refused = await fetch(url, { method: 'POST', body: 'nonsense' })
  expect([refused.status, refused.headers.get('content-type')]).toEqual([400, 'application/json'])
})

test('a client that goes away aborts the turn', async () => {
  let gone: () => void = () => {}
  const aborted = new Promise<void>((resolve) => (gone = resolve))
  const url = await listen(
    chat(async (turn) => {
      turn.signal.addEventListener('abort', () => gone())
      await turn.progress('One')
      await new Promise(() => {})
    }),
  )
  const abort = new AbortController()
  const response = await fetch(url, { method: 'POST', body, signal: abort.signal })
  await response.body?.getReader().read()
  abort.abort()
  await aborted
})

test('a client that goes away before there is an answer aborts the request', async () => {
  let started: () => void = () => {}
  const running = new Promise<void>((resolve) => (started = resolve))
  let gone: () => void = () => {}
  const aborted = new Promise<void>((resolve) => (gone = resolve))
  const url = await listen((incoming) => {
    incoming.signal.addEventListener('abort', () => gone())
    started()
    return new Promise(() => {})
  })
  const abort = new AbortController()
  fetch(url, { signal: abort.signal }).catch(() => {})
  await running
  abort.abort()
  await aborted
})

test('a client that stops reading stops the turn from running ahead', async () => {
  let said = 0
  const url = await listen(
    chat(async (turn) => {
      for (; said < 2000; said++) await turn.progress('x'.repeat(10_000))
    }),
  )
  const answer = await new Promise<IncomingMessage>((resolve) => {
    request(url, { method: 'POST' }, resolve).end(body)
  })
  answer.pause()
  let before = -1
  while (before !== said) {
    before = said
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  expect(said).toBeLessThan(2000) // 20 MB would fit into no buffer on the way
  answer.resume()
  await once(answer, 'end')
  expect(said).toBe(2000)
})

test('a body comes whole in many chunks, and one that is too long is refused', async () => {
  const long = 'x'.repeat(3_000_000)
  const url = await listen(async (incoming) => new Response(`${(await incoming.text()).length}`))
  expect(await (await fetch(url, { method: 'POST', body: long })).text()).toBe('3000000')
  const limited = createChatServer({
    store: memoryStore(),
    log: silentLog,
    respond() {},
    limits: { maxBodyBytes: 1000 },
  })
  const refused = await fetch(await listen(limited.fetch), { method: 'POST', body: long })
  expect(refused.status).toBe(413)
})

test('a body without a length that is too long is refused while it comes, and its end harms nothing', async () => {
  const limits = { maxBodyBytes: 1000 }
  const limited = createChatServer({ store: memoryStore(), log: silentLog, respond() {}, limits })
  const url = await listen(limited.fetch)
  const sending = request(url, { method: 'POST', headers: { 'transfer-encoding': 'chunked' } })
  sending.write('x'.repeat(2000))
  const [answer] = (await once(sending, 'response')) as [IncomingMessage]
  expect(answer.statusCode).toBe(413)
  sending.end('the rest')
  answer.resume()
  await once(answer, 'end')
  expect((await fetch(`${url}/health`)).status).toBe(200)
})

test('cookies stay apart, and a handler that throws is a 500 without its words', async () => {
  const url = await listen((incoming) => {
    if (incoming.url.endsWith('/fail')) throw new Error('secret')
    const headers = new Headers([
      ['set-cookie', 'a=1'],
      ['set-cookie', 'b=2'],
    ])
    return new Response(null, { status: 204, headers })
  })
  expect((await fetch(url)).headers.getSetCookie()).toEqual(['a=1', 'b=2'])
  const failed = await fetch(`${url}/fail`)
  expect([failed.status, await failed.text()]).toEqual([500, '{"error":{"code":"internal"}}'])
})

test.each([
  ['a host that is none', { headers: { host: 'a b' } }],
  ['a method that no web request has', { method: 'TRACE' }],
])('a request that cannot be is told so, and is no failure of the server: %s', async (_, options) => {
  const log = keptLog()
  const rateKey = () => null
  const url = await listen(createChatServer({ store: memoryStore(), log, rateKey, respond() {} }).fetch)
  const [answer] = await once(request(url, { method: 'POST', ...options }).end(), 'response')
  expect([answer.statusCode, log.lines.filter(({ level }) => level !== 'info')]).toEqual([400, []])
})
