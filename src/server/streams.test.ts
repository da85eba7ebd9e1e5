import { once } from 'node:events'
import { createServer, get, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { ThreadStreamEvent } from '../protocol/index.ts'
import { createChatServer } from './create-chat-server.ts'
import { Heartbeat } from './heartbeat.ts'
import { countedIds } from './ids.ts'
import { prefersJson } from './json-events.ts'
import { memoryStore } from './memory-store.ts'
import { toNodeHandler } from './node.ts'
import type { ChatServerOptions, UserContext } from './options.ts'
import { ask, askJson, chatRequest, fixedNow, message, silentLog } from './test-client.ts'

const serverWith = (options: Partial<ChatServerOptions<UserContext>>) =>
  createChatServer({ store: memoryStore(), ids: countedIds(), now: fixedNow, log: silentLog, respond() {}, ...options })
const accept = (types: string) => ({ headers: { accept: types } })

function fakeTimers() {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
}

test('a heart beats after each silence, never between events, and not before anything is waited for', () => {
  fakeTimers()
  const beats: number[] = []
  const heart = new Heartbeat(1000, () => beats.push(performance.now()))
  const start = performance.now()
  vi.advanceTimersByTime(5000)
  heart.waits()
  vi.advanceTimersByTime(900)
  heart.sent()
  heart.waits()
  vi.advanceTimersByTime(900)
  expect(beats).toEqual([])
  vi.advanceTimersByTime(1200)
  heart.stop()
  vi.advanceTimersByTime(5000)
  expect(beats.map((at) => Math.round(at - start))).toEqual([6900, 7900])
  expect(vi.getTimerCount()).toBe(0)
})

test('a silent stream is kept open by comments, and ends without a timer', async () => {
  fakeTimers()
  let go = () => {}
  const server = serverWith({
    heartbeatMs: 1000,
    respond: async (turn) => {
      await turn.progress('One')
      await new Promise<void>((resolve) => (go = resolve))
      await turn.progress('Two')
    },
  })
  const timers = vi.getTimerCount()
  const fetching = server.fetch(chatRequest('threads.create', message('Hi')))
  const reader = (await fetching).body?.pipeThrough(new TextDecoderStream()).getReader()
  expect((await reader?.read())?.value).toMatch(/"text":"One"}\n\n$/)
  const silence = reader?.read()
  await vi.advanceTimersByTimeAsync(1000)
  expect((await silence)?.value).toBe(': \n\n')
  const later = reader?.read()
  go()
  await vi.advanceTimersByTimeAsync(1)
  expect((await later)?.value).toBe('data: {"type":"progress_update","text":"Two"}\n\n')
  expect((await reader?.read())?.done).toBe(true)
  expect(vi.getTimerCount()).toBe(timers)
})

test('no comments pile up for a reader who does not read', async () => {
  fakeTimers()
  const server = serverWith({ heartbeatMs: 1000, respond: () => new Promise(() => {}) })
  const { body } = await server.fetch(chatRequest('threads.create', message('Hi')))
  const reader = body?.getReader()
  await reader?.read()
  const silence = reader?.read()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(new TextDecoder().decode((await silence)?.value)).toBe(': \n\n')
  let more = 0
  for (let reads = 0; reads < 5; reads++) reader?.read().then(() => more++)
  await vi.advanceTimersByTimeAsync(0)
  expect(more).toBe(1)
  await reader?.cancel()
  await vi.advanceTimersByTimeAsync(1)
  expect(vi.getTimerCount()).toBe(0)
})

test('through node:http a silent stream beats, too, and stops when the client has gone', async () => {
  const aborted = new Promise<void>((resolve) => {
    const server = serverWith({
      heartbeatMs: 10,
      respond: async (turn) => {
        turn.signal.addEventListener('abort', () => resolve())
        await new Promise(() => {})
      },
    })
    listen(toNodeHandler(server.fetch)).then(async (url) => {
      const sent = request(url, { method: 'POST' }, (answer) => {
        let text = ''
        answer.on('data', (chunk) => {
          text += chunk
          if (text.endsWith('\n\n: \n\n: \n\n')) answer.destroy()
        })
        answer.on('error', () => {})
      })
      sent.end(JSON.stringify({ type: 'threads.create', params: message('Hi') }))
    })
  })
  await aborted
})

async function listen(handler: ReturnType<typeof toNodeHandler>): Promise<string> {
  const server = createServer(handler)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}` // a TCP server has such an address
}

test.each<[string | null, boolean]>([
  [null, false],
  ['*/*', false],
  ['text/event-stream', false],
  ['application/json', true],
  ['application/json, text/plain, */*', false],
  ['application/json, text/event-stream', false],
  ['application/json, text/event-stream;q=0.5', true],
  ['application/json;q=0.5, text/event-stream', false],
  ['application/json; q=0', false],
  ['text/*, application/json', false],
])('whether a client would rather have JSON: %s', (header, expected) => {
  expect(prefersJson(header)).toBe(expected)
})

test('a streaming request may be answered as JSON, with the events that would have been streamed', async () => {
  const respond: ChatServerOptions<UserContext>['respond'] = async (turn) => {
    await turn.say(['Hel', 'lo'])
    await turn.remember('not for the client')
    await turn.effect('shine', { at: null })
  }
  const streamed = await ask(serverWith({ respond }), 'threads.create', message('Hi'))
  const answer = await serverWith({ respond }).fetch(
    chatRequest('threads.create', message('Hi'), accept('application/json')),
  )
  expect(answer.headers.get('content-type')).toBe('application/json')
  expect(await answer.json()).toEqual({ events: streamed })
})

test('a turn that fails is JSON with an error event, and one that is too long is stopped', async () => {
  let stopped = false
  const server = serverWith({
    limits: { maxAnswerBytes: 10_000 },
    respond: async (turn) => {
      if (turn.text === 'fail') throw new Error('failed')
      turn.signal.addEventListener('abort', () => {
        stopped = true
      })
      for (let said = 0; !stopped; said++) await turn.progress(`${said}`)
    },
  })
  const failed = await askJson(server, 'threads.create', message('fail'), accept('application/json'))
  expect((failed.body as { events: ThreadStreamEvent[] }).events.at(-1)).toMatchObject({ type: 'error' }) // as above
  expect(await askJson(server, 'threads.create', message('long'), accept('application/json'))).toEqual({
    status: 413,
    body: {
      error: {
        code: 'too_large',
        at: 'headers.accept',
        message: 'The answer has more than 10000 bytes as JSON',
        hint: 'Read it as a stream: Accept: text/event-stream',
      },
    },
  })
  await expect.poll(() => stopped).toBe(true)
})

test('a client that waits for JSON may give up', async () => {
  const store = memoryStore()
  const abort = new AbortController()
  const server = serverWith({
    store,
    respond: async (turn) => {
      await turn.say('Half')
      abort.abort()
      await new Promise(() => {})
    },
  })
  const init = { ...accept('application/json'), signal: abort.signal }
  await server.fetch(chatRequest('threads.create', message('Hi'), init))
  const { data } = await store.listItems({ user: 'everybody' }, 'thr_1', { limit: 9, order: 'asc' })
  expect(data.map(({ type }) => type)).toEqual(['user_message', 'assistant_message', 'sdk_hidden_context'])
})

test('many clients that read slowly hold little', async () => {
  let said = 0
  const url = await listen(
    toNodeHandler(
      serverWith({
        respond: async (turn) => {
          for (let count = 0; count < 200; count++, said++) await turn.progress('x'.repeat(100_000))
        },
      }).fetch,
    ),
  )
  const body = JSON.stringify({ type: 'threads.create', params: message('Hi') })
  const answers = await Promise.all(
    Array.from(
      { length: 10 },
      () =>
        new Promise<IncomingMessage>((resolve) => {
          request(url, { method: 'POST' }, resolve).end(body)
        }),
    ),
  )
  for (const answer of answers) answer.pause()
  let before = -1
  while (before !== said) {
    before = said
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  expect(said).toBeLessThan(1200) // of 2,000: the rest is not made before there is room for it
  for (const answer of answers) answer.destroy()
  const health = await new Promise<IncomingMessage>((resolve) => get(`${url}/health`, resolve))
  expect(health.resume().statusCode).toBe(200)
})
