import { on } from 'parlor'
import { defineAction } from 'parlor/actions'
import { expect, test, vi } from 'vitest'
import { createChatServer } from './create-chat-server.ts'
import { countedIds } from './ids.ts'
import { memoryStore } from './memory-store.ts'
import type { ChatServerOptions, UserContext } from './options.ts'
import type { ChatStore } from './store.ts'
import { ask, askJson, chatRequest, keptLog, message, readEvents, silentLog } from './test-client.ts'
import { manualTime } from './testing/manual-time.ts'
import type { Turn } from './turn.ts'

const everybody = { user: 'everybody' }
const everything = { limit: 1000, order: 'asc' } as const
const thread_id = 'thr_1'
const again = { thread_id, ...message('again') }

/** A server whose answers go on until they are told to end, in the order they were begun. */
function slowServer(options: Partial<ChatServerOptions<UserContext>> = {}) {
  const time = manualTime()
  const store = options.store ?? memoryStore(time)
  const begun: { text: string; turn: Turn; end(): void }[] = []
  const server = createChatServer({
    ids: countedIds(),
    log: silentLog,
    ...time,
    heartbeatMs: Number.POSITIVE_INFINITY,
    respond: (turn) =>
      new Promise<void>((resolve) => {
        const end = () => void turn.say(`About ${turn.text}`).then(() => resolve(), resolve)
        begun.push({ text: turn.text, turn, end })
      }),
    ...options,
    store,
  })
  const turn = () => begun[0]?.turn ?? expect.unreachable('no turn has begun')
  return { server, store, time, begun, turn, texts: () => begun.map(({ text }) => text) }
}

/** Whether nobody holds the thread. */
const isFree = async (store: ChatStore) => {
  const free = await store.holdThread(everybody, thread_id, 'probe', 1)
  await store.releaseThread(everybody, thread_id, 'probe')
  return free
}
const ticks = () => new Promise((resolve) => setTimeout(resolve))
const kept = async (store: ChatStore) => {
  const { data } = await store.listItems(everybody, thread_id, everything)
  return data.map(({ type, id }) => `${type} ${id}`)
}

test('a message waits for the answer before it, and has its turn as soon as that has ended', async () => {
  const { server, store, begun, texts } = slowServer()
  const first = await server.fetch(chatRequest('threads.create', message('one')))
  const second = server.fetch(chatRequest('threads.add_user_message', again))
  const third = server.fetch(chatRequest('threads.add_user_message', { thread_id, ...message('last') }))
  await ticks()
  expect(texts()).toEqual(['one'])
  expect(await kept(store)).toEqual(['user_message msg_1'])

  begun[0]?.end()
  await readEvents(first) // no time has to pass
  const answer = readEvents(await second)
  begun[1]?.end()
  expect((await answer).map(({ type }) => type).slice(0, 2)).toEqual(['thread.item.done', 'stream_options'])
  const last = readEvents(await third)
  begun[2]?.end()
  await last
  expect(texts()).toEqual(['one', 'again', 'last'])
  expect(await isFree(store)).toBe(true)
})

test('processes that share a store wait for each other, looking again and again', async () => {
  const one = slowServer()
  const two = slowServer({ store: { ...one.store }, ids: countedIds() })
  const first = await one.server.fetch(chatRequest('threads.create', message('one')))
  const second = two.server.fetch(chatRequest('threads.add_user_message', again))
  await two.time.pass(5000)
  expect(two.texts()).toEqual([])

  one.begun[0]?.end()
  await readEvents(first)
  await two.time.pass(1000)
  const answer = readEvents(await second)
  expect(two.texts()).toEqual(['again'])
  two.begun[0]?.end()
  await answer
  expect([one.time.waiting, two.time.waiting]).toEqual([0, 0])
})

test('a thread that stays busy is a 409 that says what to do, and nothing is kept', async () => {
  const { server, store, time, begun } = slowServer({ limits: { maxQueueMs: 3000 } })
  const first = await server.fetch(chatRequest('threads.create', message('one')))
  const second = askJson(server, 'threads.add_user_message', again)
  await time.pass(3000)
  expect(await second).toEqual({
    status: 409,
    body: {
      error: {
        code: 'conflict',
        message: 'Another answer is being made in thr_1, and was not done within 3 s',
        at: 'params.thread_id',
        hint: 'Send this again when that has ended, or stop it first. limits.maxQueueMs says how long to wait',
      },
    },
  })
  begun[0]?.end()
  await readEvents(first)
  expect(await kept(store)).toEqual(['user_message msg_1', 'assistant_message msg_2'])
  expect(await isFree(store)).toBe(true)
})

test('who goes away while waiting leaves the line, and holds nobody up', async () => {
  const { server, store, time, begun, texts } = slowServer()
  const first = await server.fetch(chatRequest('threads.create', message('one')))
  const abort = new AbortController()
  const second = server.fetch(chatRequest('threads.add_user_message', again, { signal: abort.signal }))
  const third = server.fetch(chatRequest('threads.add_user_message', { thread_id, ...message('last') }))
  await ticks()
  abort.abort()
  expect((await second).status).toBe(499)

  begun[0]?.end()
  await readEvents(first)
  const answer = readEvents(await third)
  begun[1]?.end()
  await answer
  expect(texts()).toEqual(['one', 'last'])
  expect(time.waiting).toBe(0)
  expect(await isFree(store)).toBe(true)
})

test('stopping an answer frees its thread at once, also when its responder never listens', async () => {
  const { server, store, texts } = slowServer()
  const first = await server.fetch(chatRequest('threads.create', message('one')))
  const second = server.fetch(chatRequest('threads.add_user_message', again))
  await first.body?.cancel()
  await (await second).body?.cancel()
  expect(texts()).toEqual(['one', 'again'])
  expect(await isFree(store)).toBe(true)
  expect(await kept(store)).toEqual([
    'user_message msg_1',
    'sdk_hidden_context shcx_1',
    'user_message msg_2',
    'sdk_hidden_context shcx_2',
  ])
})

test('reading, renaming, feedback and synchronous actions do not wait for an answer', async () => {
  const ping = defineAction('ping')
  const { server, begun } = slowServer({ syncActions: [on(ping, () => {})] })
  const first = await server.fetch(chatRequest('threads.create', message('one')))
  expect([
    await askJson(server, 'threads.get_by_id', { thread_id }),
    await askJson(server, 'items.list', { thread_id }),
    await askJson(server, 'threads.list', {}),
    await askJson(server, 'threads.update', { thread_id, title: 'T' }),
    await askJson(server, 'items.feedback', { thread_id, item_ids: ['msg_1'], kind: 'positive' }),
    await askJson(server, 'threads.sync_custom_action', { thread_id, action: { type: 'ping' } }),
  ]).toMatchObject(Array(6).fill({ status: 200 }))
  begun[0]?.end()
  await readEvents(first)
})

test('what cannot be prepared gives its thread free', async () => {
  const { server, store, time } = slowServer()
  await store.saveThread(everybody, { id: thread_id, created_at: 'now', status: { type: 'active' }, metadata: {} })
  const refused = [
    await askJson(server, 'threads.add_user_message', { thread_id, ...message('Hi', ['gone']) }),
    await askJson(server, 'threads.add_client_tool_output', { thread_id, result: 1 }),
    await askJson(server, 'threads.add_structured_input', { thread_id, item_id: 'gone', input: {} }),
    await askJson(server, 'threads.retry_after_item', { thread_id, item_id: 'gone' }),
    await askJson(server, 'threads.custom_action', { thread_id, action: { type: 'gone' } }),
    await askJson(server, 'threads.create', message('Hi', ['gone'])),
  ]
  expect(refused.map(({ status }) => status)).toEqual([404, 409, 404, 404, 400, 404])
  expect(time.waiting).toBe(0)
  expect(await isFree(store)).toBe(true)
})

test('a long answer keeps its thread', async () => {
  const { server, store, time, begun } = slowServer()
  const first = await server.fetch(chatRequest('threads.create', message('one')))
  await time.pass(300_000)
  expect(await isFree(store)).toBe(false)
  begun[0]?.end()
  expect((await readEvents(first)).map(({ type }) => type)).not.toContain('error')
  expect(time.waiting).toBe(0)
  expect(await isFree(store)).toBe(true)
})

test('a turn that takes too long stops with an error, and keeps what was done', async () => {
  const { server, store, time, turn } = slowServer({ limits: { turnTimeoutMs: 65_000 } })
  const first = await server.fetch(chatRequest('threads.create', message('one')))
  const said = turn().say('Half an answer')
  const events = readEvents(first)
  await said
  await time.pass(64_000)
  expect(turn().signal.aborted).toBe(false)
  await time.pass(1000)
  expect(turn().signal.reason).toMatchObject({ code: 'timeout', at: 'turn' })
  expect((await events).at(-1)).toEqual({ type: 'error', code: 'stream.error', allow_retry: true })
  expect(await kept(store)).toEqual(['user_message msg_1', 'assistant_message msg_2'])
  expect(await isFree(store)).toBe(true)
})

test('the thread of a process that died is free after 30 s', async () => {
  const { server, store, time, texts } = slowServer({ limits: { maxQueueMs: 60_000 } })
  await store.saveThread(everybody, { id: thread_id, created_at: 'now', status: { type: 'active' }, metadata: {} })
  await store.holdThread(everybody, thread_id, 'a process that died', 30_000)
  const second = server.fetch(chatRequest('threads.add_user_message', again))
  await time.pass(29_000)
  expect(texts()).toEqual([])
  await time.pass(2000)
  expect(texts()).toEqual(['again'])
  await (await second).body?.cancel()
})

test.each([
  ['somebody else has it', () => Promise.resolve(false)],
  ['the store does not answer for too long', () => Promise.reject(new Error('no connection'))],
])('a turn stops with an error when it has lost its thread: %s', async (_why, prolong) => {
  const inner = memoryStore()
  const log = keptLog()
  let lost = false
  const { server, time, ...given } = slowServer({
    log,
    store: { ...inner, holdThread: (...given) => (lost ? prolong() : inner.holdThread(...given)) },
  })
  const first = await server.fetch(chatRequest('threads.create', message('one')))
  const turn = given.turn()
  turn.say('Half an answer')
  lost = true
  await time.pass(30_000)
  expect(turn.signal.aborted).toBe(true)
  await expect(turn.say('More')).rejects.toMatchObject({ code: 'conflict', at: 'threads.thr_1' })
  expect((await readEvents(first)).at(-1)).toEqual({ type: 'error', code: 'stream.error', allow_retry: true })
  expect(log.lines).toContainEqual(
    expect.objectContaining({
      level: 'error',
      err: expect.objectContaining({ problem: expect.stringMatching(/lost/) }),
    }),
  )
  expect(time.waiting).toBe(0)
})

test('of two results for one client tool, one is taken', async () => {
  const results: unknown[] = []
  const { server } = slowServer({
    async respond(turn) {
      if (!turn.toolResult) return turn.callClient('get_selection')
      results.push(turn.toolResult.result)
      await turn.say('Thanks')
    },
  })
  await ask(server, 'threads.create', message('Map?'))
  const answers = await Promise.all(
    ['first', 'second'].map((result) =>
      server.fetch(chatRequest('threads.add_client_tool_output', { thread_id, result })),
    ),
  )
  expect(answers.map(({ status }) => status)).toEqual([200, 409])
  expect(results).toEqual(['first'])
})

test('of two answers to one question, or two retries, each finds what the one before has left', async () => {
  const { server, store } = slowServer({
    respond: async (turn) => void (turn.message ? await turn.ask({ type: 'freeform', id: 'q', question: '?' }) : null),
  })
  await ask(server, 'threads.create', message('Hi'))
  const answered = { thread_id, item_id: 'msg_2', input: { answers: { q: { values: ['a'] } } } }
  const both = await Promise.all(
    [answered, answered].map((params) => server.fetch(chatRequest('threads.add_structured_input', params))),
  )
  expect(both.map(({ status }) => status)).toEqual([200, 409])
  const retry = { thread_id, item_id: 'msg_1' }
  await Promise.all([retry, retry].map((params) => ask(server, 'threads.retry_after_item', params)))
  expect(await kept(store)).toEqual(['user_message msg_1', 'structured_input msg_4'])
})

test('deleting a thread stops the turn in it; nothing of it comes back', async () => {
  const { server, store, time, ...given } = slowServer()
  const first = await server.fetch(chatRequest('threads.create', message('one')))
  const turn = given.turn()
  turn.thread.title = 'Trip'
  expect(await askJson(server, 'threads.delete', { thread_id })).toEqual({ status: 200, body: {} })
  expect(turn.signal.aborted).toBe(true)
  await expect(turn.say('More')).rejects.toMatchObject({ message: expect.stringContaining('deleted') })
  expect((await readEvents(first)).at(-1)).toEqual({ type: 'error', code: 'stream.error', allow_retry: false })
  expect((await store.listThreads(everybody, everything)).data).toEqual([])
  expect(await kept(store)).toEqual([])
  expect(time.waiting).toBe(0)
  expect(await isFree(store)).toBe(true)
})

test('deleting a thread stops no turn of somebody else, whatever names they have', async () => {
  const context = (request: Request) => ({ user: request.headers.get('x-user-id')?.replace('/', '\n') ?? '' })
  const { server, turn } = slowServer({ context })
  const as = (user: string) => ({ headers: { 'x-user-id': user } })
  await server.fetch(chatRequest('threads.create', message('one'), as('ada/b')))
  await askJson(server, 'threads.delete', { thread_id: `b\n${thread_id}` }, as('ada'))
  expect(turn().signal.aborted).toBe(false)
})

test('who leaves a turn that has lost its thread leaves nothing in it', async () => {
  const { server, store, ...given } = slowServer()
  const first = await server.fetch(chatRequest('threads.create', message('one')))
  given.turn().say('Half an answer')
  await askJson(server, 'threads.delete', { thread_id })
  await store.saveThread(everybody, { id: thread_id, created_at: 'now', status: { type: 'active' }, metadata: {} })
  await first.body?.cancel()
  expect(await kept(store)).toEqual([])
})

test('a thread that another process deleted ends its turn where something is to be kept', async () => {
  const { server, store, begun } = slowServer()
  const first = await server.fetch(chatRequest('threads.create', message('one')))
  await store.deleteThread(everybody, thread_id)
  begun[0]?.end()
  expect((await readEvents(first)).at(-1)).toEqual({ type: 'error', code: 'stream.error', allow_retry: false })
  expect((await store.listThreads(everybody, everything)).data).toEqual([])
})

test('a message to a thread that is deleted while it waits is a 404', async () => {
  const { server } = slowServer()
  const first = await server.fetch(chatRequest('threads.create', message('one')))
  const second = askJson(server, 'threads.add_user_message', again)
  await ticks()
  await askJson(server, 'threads.delete', { thread_id })
  await readEvents(first)
  expect((await second).status).toBe(404)
})

test('a thread that is being prolonged when its turn ends is free after that', async () => {
  const time = manualTime()
  const inner = memoryStore(time)
  let answer = () => {}
  let slow = false
  const holdThread: ChatStore['holdThread'] = async (...given) => {
    if (slow) await new Promise<void>((resolve) => (answer = resolve))
    return inner.holdThread(...given)
  }
  const { server, begun } = slowServer({ ...time, store: { ...inner, holdThread } })
  const first = await server.fetch(chatRequest('threads.create', message('one')))
  slow = true
  await time.pass(10_000)
  const events = readEvents(first)
  begun[0]?.end()
  await ticks()
  answer()
  await events
  expect(await isFree(inner)).toBe(true)
})

test('a thread that is deleted while a turn renames it stays deleted', async () => {
  const inner = memoryStore()
  let answer = () => {}
  let slow = false
  const loadThread: ChatStore['loadThread'] = async (...given) => {
    const thread = await inner.loadThread(...given)
    if (slow) await new Promise<void>((resolve) => (answer = resolve))
    return thread
  }
  const { server, begun, turn } = slowServer({ store: { ...inner, loadThread } })
  const first = await server.fetch(chatRequest('threads.create', message('one')))
  turn().thread.title = 'Trip'
  slow = true
  const events = readEvents(first)
  begun[0]?.end()
  await ticks()
  await askJson(server, 'threads.delete', { thread_id })
  answer()
  expect((await events).at(-1)).toMatchObject({ type: 'error', allow_retry: false })
  expect((await inner.listThreads(everybody, everything)).data).toEqual([])
})

test('a thread that could not be given free is held until its time is over', async () => {
  const time = manualTime()
  const inner = memoryStore(time)
  const log = keptLog()
  const releaseThread = vi.fn().mockRejectedValue(new Error('no connection'))
  const { server, begun } = slowServer({ ...time, log, store: { ...inner, releaseThread } })
  const first = await server.fetch(chatRequest('threads.create', message('one')))
  begun[0]?.end()
  expect((await readEvents(first)).map(({ type }) => type)).not.toContain('error')
  expect(releaseThread).toHaveBeenCalledTimes(2)
  expect(log.lines).toContainEqual(
    expect.objectContaining({ level: 'warn', message: 'A thread could not be given free: it will be in 30 s' }),
  )
  await time.pass(30_000)
  expect(await isFree(inner)).toBe(true)
})
