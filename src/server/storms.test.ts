import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { expect, test } from 'vitest'
import { requestSchema, type ThreadStreamEvent } from '../protocol/index.ts'
import { createChatServer } from './create-chat-server.ts'
import { directWay } from './direct.ts'
import { memoryStore } from './memory-store.ts'
import { toNodeHandler } from './node.ts'
import { Stop } from './stop.ts'
import { ask, chatRequest, keptLog, message, readEvents, silentLog } from './test-client.ts'

/** Numbers that look random, and are the same each time. */
function randomFrom(seed: number) {
  let state = seed
  const below = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
  return { below, oneOf: <Value>(values: readonly Value[]) => values[below(values.length)] }
}
type Random = ReturnType<typeof randomFrom>

const odd = ['', 0, -1, 1e308, true, null, [], {}, '\u0000', '\ud800', 'x'.repeat(2000), [[[]]], { type: 'x' }, 'thr_1']
const input = { content: [{ type: 'input_text', text: 'Hi' }], attachments: [], inference_options: {} }
const bodies = requestSchema.options.map(({ shape }) => ({
  type: shape.type.value,
  params: {
    thread_id: 'thr_1',
    item_id: 'msg_1',
    attachment_id: 'atc_1',
    item_ids: ['msg_1'],
    kind: 'positive',
    title: 'T',
    action: { type: 'a', payload: { b: 1 } },
    result: { ok: true },
    limit: 1,
    order: 'asc',
    name: 'a',
    size: 1,
    mime_type: 'text/plain',
    audio_base64: 'AAAA',
    input: { ...input, status: 'answered', answers: { a: { values: ['b'], skipped: false } } },
  },
}))

/** A request with one thing wrong: a value, a key, a type, or some of its bytes. */
function malformed(random: Random): Uint8Array<ArrayBuffer> {
  const body = structuredClone(random.oneOf(bodies) ?? bodies[0])
  if (random.below(3) > 0) spoil(body, random)
  const bytes = new TextEncoder().encode(JSON.stringify(body))
  for (let count = random.below(4); count > 0; count--) bytes[random.below(bytes.length)] = random.below(256)
  return random.below(4) === 0 ? bytes.subarray(0, random.below(bytes.length + 1)) : bytes
}

function spoil(value: unknown, random: Random): void {
  if (typeof value !== 'object' || value === null) return
  const entries = Object.entries(value)
  const [key, member] = random.oneOf(entries) ?? ['', undefined]
  if (typeof member === 'object' && member !== null && random.below(4) > 0) {
    spoil(member, random)
    return
  }
  const how = random.below(3)
  if (how === 0) Reflect.deleteProperty(value, key)
  else Reflect.set(value, how === 1 ? key : '__proto__', random.oneOf(odd))
}

test('100,000 malformed bodies are answered, each as JSON or as a whole stream, none by a failure of the server', async () => {
  const log = keptLog()
  const { fetch } = createChatServer({
    store: memoryStore(),
    log: { ...log, info() {} },
    respond() {},
    feedback() {},
    transcribe: () => 'text',
    attachments: { create: () => ({}) },
  })
  const answer = directWay(fetch)
  const random = randomFrom(20_261_120)
  const statuses = new Map<number, number>()
  for (let count = 0; count < 100_000; count++) {
    const bytes = malformed(random)
    const incoming = {
      method: 'POST',
      url: 'http://parlor.test/',
      host: () => 'parlor.test',
      request: () => new Request('http://parlor.test/'),
      header: () => null,
      read: async () => bytes,
    }
    const answered = await answer?.(incoming, new Stop())
    if (!answered || answered instanceof Response || typeof answered.body !== 'string' || answered.rest) {
      expect.unreachable(`no whole answer to ${new TextDecoder().decode(bytes)}`)
    }
    statuses.set(answered.status, (statuses.get(answered.status) ?? 0) + 1)
    if (answered.headers['Content-Type'] === 'application/json') JSON.parse(answered.body)
    else for (const line of answered.body.split('\n\n')) if (line !== '') JSON.parse(line.slice('data: '.length))
  }
  expect([...statuses.keys()].filter((status) => status >= 500)).toEqual([])
  expect(statuses.get(400)).toBeGreaterThan(30_000)
  expect(log.lines.filter(({ level }) => level === 'error')).toEqual([])
})

test('some of them through web requests, to the same end', async () => {
  const server = createChatServer({ store: memoryStore(), log: silentLog, respond() {} })
  const random = randomFrom(7)
  for (let count = 0; count < 2000; count++) {
    const body = malformed(random)
    const response = await server.fetch(new Request('http://parlor.test/', { method: 'POST', body }))
    expect(response.status).toBeLessThan(500)
    await response.text()
  }
})

test('500 turns at once each get their own answer, whole and in order', async () => {
  const server = createChatServer({
    store: memoryStore(),
    log: silentLog,
    async respond(turn) {
      const pieces = (async function* () {
        for (let piece = 0; piece < 10; piece++) {
          await new Promise((resolve) => setTimeout(resolve))
          yield `${turn.text}.${piece} `
        }
      })()
      turn.thread.title = turn.text
      await turn.say(pieces)
    },
  })
  const answers = await Promise.all(
    Array.from({ length: 500 }, (_, index) => ask(server, 'threads.create', message(`turn ${index}`))),
  )
  for (const [index, events] of answers.entries()) {
    expect(said(events)).toBe(Array.from({ length: 10 }, (_, piece) => `turn ${index}.${piece} `).join(''))
    expect(events.filter(({ type }) => type === 'thread.updated')).toMatchObject([
      { thread: { title: `turn ${index}` } },
    ])
  }
})

function said(events: readonly ThreadStreamEvent[]): string {
  return events
    .map((event) =>
      event.type === 'thread.item.updated' && event.update.type === 'assistant_message.content_part.text_delta'
        ? event.update.delta
        : '',
    )
    .join('')
}

test('500 clients that go away at once leave nothing behind', async () => {
  let stopped = 0
  const server = createChatServer({
    store: memoryStore(),
    log: silentLog,
    limits: { concurrentTurns: { perProcess: 500 } },
    async respond(turn) {
      if (turn.text !== 'wait') return
      turn.signal.addEventListener('abort', () => stopped++)
      await new Promise(() => {})
    },
  })
  const answers = await Promise.all(
    Array.from({ length: 500 }, () => server.fetch(chatRequest('threads.create', message('wait')))),
  )
  expect(answers.map(({ status }) => status)).toEqual(Array(500).fill(200))
  expect((await server.fetch(chatRequest('threads.create', message('Hi')))).status).toBe(503)
  await Promise.all(answers.map(({ body }) => body?.cancel()))
  expect(stopped).toBe(500)
  expect(await readEvents(await server.fetch(chatRequest('threads.create', message('Hi'))))).toHaveLength(3)
})

const body = '{"type":"threads.list","params":{}}'
test.each([
  [
    'headers beyond all measure',
    `X-Long: ${'x'.repeat(100_000)}\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    431,
  ],
  ['two lengths', `Content-Length: 3\r\nContent-Length: ${body.length}\r\n\r\n${body}`, 400],
  ['a length and chunks', `Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n{}}\r\n0\r\n\r\n`, 400],
  ['many headers', `${'X-A: b\r\n'.repeat(500)}Content-Length: ${body.length}\r\n\r\n${body}`, 200],
  ['a length that is too short', `Content-Length: 5\r\n\r\n${body}`, 400],
])('a request that would mislead is answered, and the server goes on: %s', async (_, rest, status) => {
  const { fetch } = createChatServer({ store: memoryStore(), log: silentLog, respond() {} })
  const server = createServer(toNodeHandler(fetch)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo // a TCP server has such an address
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => {}) // the server may close before all was sent
  socket.write(`POST / HTTP/1.1\r\nHost: parlor.test\r\n${rest}`)
  const [answer] = await once(socket, 'data')
  expect(String(answer)).toMatch(`HTTP/1.1 ${status} `)
  socket.destroy()
  server.closeAllConnections()
  server.close()
})
