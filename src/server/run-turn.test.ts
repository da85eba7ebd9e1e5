import { expect, test } from 'vitest'
import type { ThreadItem, ThreadStreamEvent } from '../protocol/index.ts'
import { createChatServer } from './create-chat-server.ts'
import { countedIds } from './ids.ts'
import { memoryStore } from './memory-store.ts'
import type { Answering } from './run-turn.ts'
import type { ChatStore } from './store.ts'
import { ask, askJson, chatRequest, fixedNow, message, silentLog } from './test-client.ts'
import type { Turn } from './turn.ts'

const everybody = { user: 'everybody' }
const everything = { limit: 1000, order: 'asc' } as const
const thread_id = 'thr_1'

const serverWith = (respond: (turn: Turn) => Answering, store: ChatStore = memoryStore(), log = silentLog) =>
  createChatServer({ store, ids: countedIds(), now: fixedNow, log, respond })

/** Everything in the thread, each item as one word. */
async function kept(store: ChatStore): Promise<string[]> {
  const { data } = await store.listItems(everybody, thread_id, everything)
  return data.map(word)
}
function word(item: ThreadItem): string {
  if (item.type === 'assistant_message') return `${item.id}: ${item.content.map(({ text }) => text).join('')}`
  return item.type === 'user_message' ? item.id : item.type
}

/** Reads chunk by chunk, as text. */
function chunks(response: Response) {
  const reader = (response.body ?? new ReadableStream<Uint8Array>()).getReader()
  return {
    async next(): Promise<ThreadStreamEvent[] | undefined> {
      const { done, value } = await reader.read()
      if (done) return undefined
      return new TextDecoder()
        .decode(value)
        .split('\n\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line.replace('data: ', '')))
    },
    cancel: () => reader.cancel('gone'),
  }
}
const types = (events: ThreadStreamEvent[] | undefined) => events?.map(({ type }) => type)

test('what is ready in one tick is one chunk, what comes later is another', async () => {
  let later = () => {}
  const wait = new Promise<void>((resolve) => {
    later = resolve
  })
  const server = serverWith(async (turn) => {
    await turn.progress('One')
    await turn.progress('Two')
    await wait
    await turn.progress('Three')
  })
  const read = chunks(await server.fetch(chatRequest('threads.create', message('Hi'))))
  expect(types(await read.next())).toEqual([
    'thread.created',
    'thread.item.done',
    'stream_options',
    'progress_update',
    'progress_update',
  ])
  later()
  expect(await read.next()).toEqual([{ type: 'progress_update', text: 'Three' }])
  expect(await read.next()).toBeUndefined()
})

test('the opening is not held back for a slow responder, nor a text for a slow store', async () => {
  const store = memoryStore()
  let save = () => {}
  const slow: ChatStore = {
    ...store,
    async saveItem(scope, id, item, widget) {
      if (item.type === 'assistant_message') await new Promise<void>((resolve) => (save = resolve))
      return store.saveItem(scope, id, item, widget)
    },
  }
  const server = serverWith((turn) => turn.say('Hello!'), slow)
  const read = chunks(await server.fetch(chatRequest('threads.create', message('Hi'))))
  expect((await read.next())?.at(-1)).toMatchObject({ update: { type: 'assistant_message.content_part.done' } })
  const rest = read.next()
  save()
  expect(types(await rest)).toEqual(['thread.item.done'])
})

test('the responder is not run ahead of the reader', async () => {
  let said = 0
  const server = serverWith(async (turn) => {
    for (; said < 5000; said++) await turn.progress(`${said}`)
  })
  const response = await server.fetch(chatRequest('threads.create', message('Hi')))
  expect(said).toBeLessThan(600)
  const read = chunks(response)
  await read.next()
  expect(said).toBeLessThan(600)
  await read.cancel()
})

const note = 'sdk_hidden_context'
const half = ['msg_2: Half an answer']
test.each<[number, string[]]>([
  [0, [note]], // nobody read anything, but the turn has begun
  [3, [note]], // thread.created, the message, stream_options
  [4, [note]], // the answer is begun
  [5, [note]], // its part, without text
  [6, ['msg_2: Half ', note]],
  [7, ['msg_2: Half an ', note]],
  [8, [...half, note]],
  [9, [...half, note]], // the part is done
  [10, [...half, note]], // the answer is done
  [11, [...half, note]], // progress
  [12, [...half, note]],
  [13, [...half, note]],
  [14, [...half, 'msg_3: And ', note]],
  [15, [...half, 'msg_3: And more', note]],
  [16, [...half, 'msg_3: And more', note]],
  [17, [...half, 'msg_3: And more']], // the whole answer has come
])('a client may go away after %i events: what was said is kept, and a note for the model', async (gone, left) => {
  const answer = await ask(
    serverWith(async (turn) => {
      await turn.say(['Half ', 'an ', 'answer'])
      await turn.progress('More')
      await turn.say(['And ', 'more'])
    }),
    'threads.create',
    message('Hi'),
  )
  const store = memoryStore()
  const signals: AbortSignal[] = []
  const server = serverWith(async (turn) => {
    signals.push(turn.signal)
    for await (const event of eachInItsOwnTick(answer.slice(3))) await turn.emit(event)
  }, store)
  const read = chunks(await server.fetch(chatRequest('threads.create', message('Hi'))))
  for (let seen = 0; seen < gone; ) seen += (await read.next())?.length ?? gone
  await read.cancel()

  expect(await kept(store)).toEqual(['msg_1', ...left])
  expect(signals.map(({ aborted }) => aborted)).toEqual([gone < answer.length])
  const next = await server.fetch(chatRequest('threads.add_user_message', { thread_id, ...message('again') }))
  expect(next.status).toBe(200)
  await next.body?.cancel()
})

async function* eachInItsOwnTick(events: ThreadStreamEvent[]) {
  for (const event of events) {
    await new Promise((resolve) => setTimeout(resolve))
    yield event
  }
}

test('a message is kept as far as it has come, a widget that is not done is not', async () => {
  const store = memoryStore()
  const server = serverWith(async (turn) => {
    turn.live({ type: 'Card', children: [] })
    turn.say('   ')
    turn.say(
      (async function* () {
        yield 'Half an '
        yield 'answer'
        await new Promise((resolve) => turn.signal.addEventListener('abort', resolve))
      })(),
    )
    await new Promise(() => {}) // a responder that never listens
  }, store)
  const read = chunks(await server.fetch(chatRequest('threads.create', message('Hi'))))
  await read.next()
  await read.cancel()
  expect(await kept(store)).toEqual(['msg_1', 'msg_3:    ', 'msg_4: Half an answer', 'sdk_hidden_context'])
  expect((await askJson(server, 'items.list', { thread_id })).body).toMatchObject({
    data: [{ id: 'msg_4' }, { id: 'msg_3' }, { id: 'msg_1' }],
  })
})

test('a host may decide what is kept of an answer that was stopped', async () => {
  const store = memoryStore()
  const seen: unknown[] = []
  const server = createChatServer({
    store,
    ids: countedIds(),
    now: fixedNow,
    log: silentLog,
    async respond(turn) {
      turn.live({ type: 'Card', children: [] }).update({ type: 'Card', children: [{ type: 'Text', value: 'Half' }] })
      turn.say(['Half an answer'])
      await turn.progress('More')
      turn.live({ type: 'Card', children: [] })
      await new Promise(() => {})
    },
    async onCancel({ thread, message, pending, keep }, { context, store }) {
      seen.push(message?.id, pending.map(word), context.user)
      expect(await store.holdThread(thread.id, 'somebody else', 1)).toBe(false)
      const [first] = pending
      if (seen.length === 3 && first) await store.saveItem(thread.id, first)
      else await keep()
    },
  })
  const first = chunks(await server.fetch(chatRequest('threads.create', message('Hi'))))
  await first.next()
  await first.cancel()
  expect(seen).toEqual(['msg_1', ['widget', 'widget'], 'everybody'])
  const widget = { type: 'Card', children: [{ type: 'Text', value: 'Half' }] }
  expect(await store.loadItem(everybody, thread_id, 'msg_2')).toMatchObject({ widget })
  expect(await kept(store)).toEqual(['msg_1', 'msg_3: Half an answer', 'widget'])

  const again = chatRequest('threads.add_user_message', { thread_id, ...message('again') })
  const second = chunks(await server.fetch(again))
  await second.next()
  await second.cancel()
  expect((await kept(store)).slice(3)).toEqual(['msg_5', 'msg_7: Half an answer', note])
})

test('a client may go away while it waits for the next event', async () => {
  const store = memoryStore()
  const server = serverWith(async (turn) => {
    await turn.say('Hello!')
    await new Promise(() => {})
  }, store)
  const read = chunks(await server.fetch(chatRequest('threads.create', message('Hi'))))
  await read.next()
  const waiting = read.next()
  await new Promise((resolve) => setTimeout(resolve)) // until the answer itself waits for the turn
  await read.cancel()
  expect(await waiting).toBeUndefined()
  expect(await kept(store)).toEqual(['msg_1', 'msg_2: Hello!', note])
})

test('aborting the request is going away too, and the reader is told', async () => {
  const store = memoryStore()
  const abort = new AbortController()
  const server = serverWith(async (turn) => {
    await turn.say('Hello!')
    await new Promise((resolve) => turn.signal.addEventListener('abort', resolve))
  }, store)
  const response = await server.fetch(chatRequest('threads.create', message('Hi'), { signal: abort.signal }))
  const read = chunks(response)
  await read.next()
  const rest = read.next()
  abort.abort(new Error('stopped'))
  await expect(rest).rejects.toThrow('stopped')
  expect(await kept(store)).toEqual(['msg_1', 'msg_2: Hello!', note])
})

test('what a turn says after the client has gone is refused, and nothing of it is kept', async () => {
  const store = memoryStore()
  let refused: unknown
  const server = serverWith(async (turn) => {
    await new Promise((resolve) => turn.signal.addEventListener('abort', resolve))
    await turn.say('Late').catch((error) => {
      refused = error
    })
  }, store)
  const read = chunks(await server.fetch(chatRequest('threads.create', message('Hi'))))
  await read.next()
  await read.cancel()
  expect(refused).toMatchObject({ code: 'aborted', at: 'turn' })
  expect(await kept(store)).toEqual(['msg_1', 'sdk_hidden_context'])
})

test('a generator that the client leaves is closed', async () => {
  let closed = false
  const server = serverWith(async function* () {
    try {
      for (let index = 0; ; index++) {
        yield { type: 'progress_update', text: `${index}` } as const
        await new Promise((resolve) => setTimeout(resolve))
      }
    } finally {
      closed = true
    }
  })
  const read = chunks(await server.fetch(chatRequest('threads.create', message('Hi'))))
  await read.next()
  await read.cancel()
  await expect.poll(() => closed).toBe(true)
})

test('an answer that came whole leaves no note', async () => {
  const store = memoryStore()
  const server = serverWith((turn) => turn.say('Hello!'), store)
  const read = chunks(await server.fetch(chatRequest('threads.create', message('Hi'))))
  await read.next()
  await read.cancel()
  expect(await kept(store)).toEqual(['msg_1', 'msg_2: Hello!'])
})

test('a store that fails in a turn stops the responder', async () => {
  const inner = memoryStore()
  const store: ChatStore = {
    ...inner,
    saveItem: (scope, id, item, widget) =>
      item.type === 'assistant_message'
        ? Promise.reject(new Error('disk full'))
        : inner.saveItem(scope, id, item, widget),
  }
  const seen: unknown[] = []
  const server = serverWith(async (turn) => {
    turn.signal.addEventListener('abort', () => seen.push('stopped'))
    await turn.say('One').catch((error) => seen.push(error.message))
    await turn.say('Two').catch((error) => seen.push(error.code))
  }, store)
  const events = await ask(server, 'threads.create', message('Hi'))
  expect(events.at(-1)).toEqual({ type: 'error', code: 'stream.error', allow_retry: true })
  expect(events.filter(({ type }) => type === 'thread.item.done').length).toBe(1) // the user's
  expect(seen).toEqual(expect.arrayContaining(['disk full', 'stopped', 'misuse']))
})

test('a new thread whose first message cannot be saved is not left behind', async () => {
  const inner = memoryStore()
  const store: ChatStore = { ...inner, saveItem: () => Promise.reject(new Error('disk full')) }
  expect(
    (
      await askJson(
        serverWith(() => {}, store),
        'threads.create',
        message('Hi'),
      )
    ).status,
  ).toBe(500)
  expect((await inner.listThreads(everybody, everything)).data).toEqual([])
})
