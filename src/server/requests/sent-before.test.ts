import { expect, test } from 'vitest'
import { type ChatServer, createChatServer } from '../create-chat-server.ts'
import { countedIds } from '../ids.ts'
import { memoryStore } from '../memory-store.ts'
import type { ChatServerOptions, UserContext } from '../options.ts'
import type { ChatStore } from '../store.ts'
import { ask, askJson, fixedNow, message, readEvents, silentLog } from '../test-client.ts'

const everybody = { user: 'everybody' }
const everything = { limit: 1000, order: 'asc' } as const
const threadId = expect.stringMatching(/^thr_[0-9a-f]{24}$/)
const messageId = expect.stringMatching(/^msg_[0-9a-f]{24}$/)

/** A server that answers each message with how many it was asked. */
function counting(options: Partial<ChatServerOptions<UserContext>> = {}) {
  const store = memoryStore()
  const asked: string[] = []
  const server = createChatServer({
    store,
    ids: countedIds(),
    now: fixedNow,
    log: silentLog,
    async respond(turn) {
      asked.push(turn.text)
      await turn.remember('for the model')
      await turn.say(`Answer ${asked.length}`)
    },
    ...options,
  })
  return { server, store, asked }
}
const create = { type: 'threads.create', params: message('Hi') }
const add = (thread_id: string) => ({ type: 'threads.add_user_message', params: { thread_id, ...message('again') } })
function post(server: ChatServer, body: object, key = 'message-1', headers: HeadersInit = {}) {
  const sent = { ...body, metadata: { idempotency_key: key } }
  return server.fetch(new Request('http://parlor.test/', { method: 'POST', headers, body: JSON.stringify(sent) }))
}
const onlyThread = async (store: ChatStore) => {
  const { data } = await store.listThreads(everybody, everything)
  expect(data).toHaveLength(1)
  return data[0]?.id ?? ''
}
const kept = async (store: ChatStore, thread: string) => {
  const { data } = await store.listItems(everybody, thread, everything)
  return data.map(({ type }) => type)
}
const types = (events: { type: string }[]) => events.map(({ type }) => type)

test('a message sent again is not posted twice: what is kept of its answer is told again', async () => {
  const { server, store, asked } = counting()
  const first = await readEvents(await post(server, create))
  expect(first[0]).toMatchObject({ type: 'thread.created', thread: { id: threadId } })
  expect(first[1]).toMatchObject({ type: 'thread.item.done', item: { id: messageId, thread_id: threadId } })
  const again = await readEvents(await post(server, create))
  expect(again).toEqual([...first.slice(0, 3), first.at(-1)])
  expect(types(again)).toEqual(['thread.created', 'thread.item.done', 'stream_options', 'thread.item.done'])

  const thread = await onlyThread(store)
  const second = await readEvents(await post(server, add(thread)))
  expect(await readEvents(await post(server, add(thread)))).toEqual([...second.slice(0, 2), second.at(-1)])
  expect(await readEvents(await post(server, create))).toEqual(again) // not what came after the next message
  expect(asked).toEqual(['Hi', 'again'])
  const round = ['user_message', 'hidden_context_item', 'assistant_message']
  expect(await kept(store, thread)).toEqual([...round, ...round])
})

test('of the same message sent twice at once, one is posted, and both are answered with it', async () => {
  const { server, store, asked } = counting()
  const answers = await Promise.all([post(server, create), post(server, create)])
  for (const answer of answers) {
    expect((await readEvents(answer)).at(-1)).toMatchObject({ item: { content: [{ text: 'Answer 1' }] } })
  }
  expect(asked).toEqual(['Hi'])
  await onlyThread(store)
})

test('a message of whose answer nothing is kept is answered when it comes again', async () => {
  let broken = true
  const { server, store } = counting({
    respond: async (turn) => {
      await turn.remember('for the model')
      if (broken) throw new Error('no connection')
      await turn.say('Hello')
    },
  })
  expect(types(await readEvents(await post(server, create))).at(-1)).toBe('error')
  broken = false
  expect((await readEvents(await post(server, create))).at(-1)).toMatchObject({
    item: { content: [{ text: 'Hello' }] },
  })
  expect(await kept(store, await onlyThread(store))).toEqual([
    'user_message',
    'hidden_context_item',
    'hidden_context_item',
    'assistant_message',
  ])
})

test('the same key of two people, or of two threads, is not the same message', async () => {
  const { server, store } = counting({
    context: (request) => ({ user: request.headers.get('x-user') ?? '' }),
  })
  for (const user of ['ada', 'bob']) {
    await readEvents(await post(server, create, 'message-1', { 'X-User': user }))
    expect((await store.listThreads({ user }, everything)).data).toHaveLength(1)
  }
  const [ada, bob] = await Promise.all(['ada', 'bob'].map((user) => store.listThreads({ user }, everything)))
  expect(ada?.data[0]?.id).not.toBe(bob?.data[0]?.id)
})

test('a message without a key is posted each time, under ids of the server’s own', async () => {
  const { server, asked } = counting()
  await ask(server, 'threads.create', message('Hi'))
  await ask(server, 'threads.create', message('Hi'))
  expect(asked).toEqual(['Hi', 'Hi'])
  expect((await askJson(server, 'threads.list', {})).body).toMatchObject({ data: [{ id: 'thr_2' }, { id: 'thr_1' }] })
})
