/** @jsxImportSource parlor */
import { defineWidget } from 'parlor'
import { Card, Text, Title } from 'parlor/kit'
import { expect, onTestFinished, test, vi } from 'vitest'
import { z } from 'zod'
import type { ThreadStreamEvent } from '../protocol/index.ts'
import { createChatServer } from './create-chat-server.ts'
import { countedIds } from './ids.ts'
import { memoryStore } from './memory-store.ts'
import type { ChatServerOptions, UserContext } from './options.ts'
import { ask, askJson, chatRequest, fixedNow, keptLog, message, silentLog } from './test-client.ts'
import { codedError, userError } from './user-error.ts'

const everybody = { user: 'everybody' }
const time = '2026-01-02T03:04:05.000Z'
const base = (id: string) => ({ id, thread_id: 'thr_1', created_at: time })

const serverWith = (
  options: Pick<ChatServerOptions<UserContext>, 'respond'> & Partial<ChatServerOptions<UserContext>>,
) => createChatServer({ store: memoryStore(), ids: countedIds(), now: fixedNow, log: silentLog, ...options })

/** The events of a turn, after those that every new thread begins with. */
async function told(respond: ChatServerOptions<UserContext>['respond']): Promise<ThreadStreamEvent[]> {
  const events = await ask(serverWith({ respond }), 'threads.create', message('Hi'))
  return events.slice(3)
}
const done = (id: string, text: string): ThreadStreamEvent => ({
  type: 'thread.item.done',
  item: { ...base(id), type: 'assistant_message', content: [{ type: 'output_text', text, annotations: [] }] },
})
const delta = (item_id: string, delta: string): ThreadStreamEvent => ({
  type: 'thread.item.updated',
  item_id,
  update: { type: 'assistant_message.content_part.text_delta', content_index: 0, delta },
})
const deltas = (events: ThreadStreamEvent[]) =>
  events.flatMap((event) =>
    event.type === 'thread.item.updated' && 'delta' in event.update ? [event.update.delta] : [],
  )

const search = defineWidget({
  name: 'search',
  state: z.strictObject({ query: z.string(), found: z.array(z.string()).default([]) }),
  view: ({ query, found }) => (
    <Card>
      <Title value={query} />
      {found.map((one) => (
        <Text key={one} value={one} />
      ))}
    </Card>
  ),
})

test('a text is said in one delta, a list in one for each piece, a stream piece by piece', async () => {
  expect(await told(async (turn) => void (await turn.say('Hello!')))).toEqual([
    { type: 'thread.item.added', item: { ...base('msg_2'), type: 'assistant_message', content: [] } },
    {
      type: 'thread.item.updated',
      item_id: 'msg_2',
      update: {
        type: 'assistant_message.content_part.added',
        content_index: 0,
        content: { type: 'output_text', text: '', annotations: [] },
      },
    },
    delta('msg_2', 'Hello!'),
    {
      type: 'thread.item.updated',
      item_id: 'msg_2',
      update: {
        type: 'assistant_message.content_part.done',
        content_index: 0,
        content: { type: 'output_text', text: 'Hello!', annotations: [] },
      },
    },
    done('msg_2', 'Hello!'),
  ])

  const listed = await told(async (turn) => void (await turn.say(['Hel', '', 'lo!'])))
  expect([deltas(listed), listed.at(-1)]).toEqual([['Hel', 'lo!'], done('msg_2', 'Hello!')])

  const streamed = await told(async (turn) => {
    async function* words() {
      yield 'Hel'
      await null
      yield 'lo!'
    }
    const said = await turn.say(words())
    expect(said.content[0]?.text).toBe('Hello!')
  })
  expect([deltas(streamed), streamed.at(-1)]).toEqual([['Hel', 'lo!'], done('msg_2', 'Hello!')])
})

test('nothing has to be awaited: the calls keep their order, and the turn waits for what was begun', async () => {
  const events = await told((turn) => {
    turn.progress('Thinking', 'search')
    turn.say('One')
    turn.effect('opened', { at: null })
    turn.notice('**Careful**', { level: 'warning', title: 'Limit' })
    turn.say(
      (async function* () {
        await new Promise((resolve) => setTimeout(resolve))
        yield 'Two'
      })(),
    )
  })
  expect(events.filter(({ type }) => type !== 'thread.item.updated')).toEqual([
    { type: 'progress_update', text: 'Thinking', icon: 'search' },
    { type: 'thread.item.added', item: { ...base('msg_2'), type: 'assistant_message', content: [] } },
    done('msg_2', 'One'),
    { type: 'client_effect', name: 'opened', data: { at: null } },
    { type: 'notice', level: 'warning', message: '**Careful**', title: 'Limit' },
    { type: 'thread.item.added', item: { ...base('msg_3'), type: 'assistant_message', content: [] } },
    done('msg_3', 'Two'),
  ])
})

test('a widget is shown from its state, which stays on the server', async () => {
  const store = memoryStore()
  const server = serverWith({ store, respond: async (turn) => void (await turn.show(search, { query: 'Cats' })) })
  const events = await ask(server, 'threads.create', message('Hi'))
  const item = {
    ...base('msg_2'),
    type: 'widget',
    widget: { type: 'Card', children: [{ type: 'Title', value: 'Cats' }] },
    copy_text: 'Cats',
  }
  expect(events.slice(3)).toEqual([{ type: 'thread.item.done', item }])
  expect((await store.listItems(everybody, 'thr_1', { limit: 1, order: 'desc' })).data).toEqual([item])
  expect(await store.loadWidget(everybody, 'thr_1', 'msg_2')).toEqual({
    widget: 'search',
    state: { query: 'Cats', found: [] },
    version: 1,
  })
})

test('plain JSON is shown too, once it is checked', async () => {
  const card = Card({ children: [Text({ value: 'Hi' })] })
  expect(await told(async (turn) => void (await turn.show(card, { copyText: 'Hi!' })))).toEqual([
    { type: 'thread.item.done', item: { ...base('msg_2'), type: 'widget', widget: card, copy_text: 'Hi!' } },
  ])
})

test('what is no widget fails where it is shown', async () => {
  const errors: unknown[] = []
  await told((turn) => {
    try {
      turn.show(JSON.parse('{"type":"Card","children":[{"type":"Text","value":7}]}'))
    } catch (error) {
      errors.push(error)
    }
  })
  expect(errors).toEqual([expect.objectContaining({ code: 'invalid_widget', at: 'Card.children[0].value' })])
})

test('a live widget is added once, changes by the smallest update, and is kept when it is done', async () => {
  const store = memoryStore()
  const server = serverWith({
    store,
    async respond(turn) {
      const live = turn.live(search, { query: 'Cats' })
      await live.update({ query: 'Cats' }) // draws the same: says nothing
      await live.update({ query: 'Cats', found: ['Tom'] })
      expect(await store.loadItem(everybody, 'thr_1', 'msg_2')).toBeNull()
      await live.done()
    },
  })
  const title = { type: 'Title', value: 'Cats' }
  const found = { type: 'Card', children: [title, { type: 'Text', key: 'Tom', value: 'Tom' }] }
  const item = { ...base('msg_2'), type: 'widget', widget: { type: 'Card', children: [title] }, copy_text: 'Cats' }
  expect((await ask(server, 'threads.create', message('Hi'))).slice(3)).toEqual([
    { type: 'thread.item.added', item },
    { type: 'thread.item.updated', item_id: 'msg_2', update: { type: 'widget.root.updated', widget: found } },
    { type: 'thread.item.done', item: { ...item, widget: found, copy_text: 'Cats\nTom' } },
  ])
  expect((await store.loadWidget(everybody, 'thr_1', 'msg_2'))?.state).toEqual({ query: 'Cats', found: ['Tom'] })
})

test('a widget still live when the responder returns is done as it stands', async () => {
  const events = await told((turn) => {
    turn.live(search, { query: 'Cats' })
  })
  expect(events.map(({ type }) => type)).toEqual(['thread.item.added', 'thread.item.done'])
})

test('a widget still live when a client tool is asked for is done before, as the call has to be the newest item', async () => {
  const events = await told((turn) => {
    turn.live(search, { query: 'Cats' })
    return turn.callClient('beep')
  })
  expect(events.flatMap((event) => ('item' in event ? [`${event.type} ${event.item.type}`] : []))).toEqual([
    'thread.item.added widget',
    'thread.item.done widget',
    'thread.item.done client_tool_call',
  ])
})

test('a client that goes away before a live widget and the call after it were told leaves nothing unhandled', async () => {
  const unhandled = vi.fn()
  process.on('unhandledRejection', unhandled)
  onTestFinished(() => void process.off('unhandledRejection', unhandled))
  const server = serverWith({
    async respond(turn) {
      await new Promise((resolve) => turn.signal.addEventListener('abort', resolve))
      turn.live(search, { query: 'Cats' })
      await turn.callClient('beep')
    },
  })
  const { body } = await server.fetch(chatRequest('threads.create', message('Hi')))
  const reader = body?.getReader()
  await reader?.read()
  await reader?.cancel()
  await new Promise((resolve) => setTimeout(resolve)) // by when a rejection that nobody handles is told
  expect(unhandled).not.toHaveBeenCalled()
})

test('what is set on the thread is saved and told, its metadata only saved', async () => {
  const store = memoryStore()
  const server = serverWith({
    store,
    async respond(turn) {
      turn.thread.title = 'My trip'
      turn.thread.metadata.tier = 'pro'
      await turn.say('One')
      turn.thread.status = { type: 'locked', reason: 'Quota' }
    },
  })
  const events = await ask(server, 'threads.create', message('Hi'))
  const updated = {
    id: 'thr_1',
    created_at: time,
    title: 'My trip',
    metadata: {},
    items: { data: [], has_more: false },
  }
  expect(events.filter(({ type }) => type === 'thread.updated')).toEqual([
    { type: 'thread.updated', thread: { ...updated, status: { type: 'active' } } },
    { type: 'thread.updated', thread: { ...updated, status: { type: 'locked', reason: 'Quota' } } },
  ])
  expect(await store.loadThread(everybody, 'thr_1')).toEqual({
    id: 'thr_1',
    created_at: time,
    title: 'My trip',
    status: { type: 'locked', reason: 'Quota' },
    metadata: { tier: 'pro' },
  })
})

test('a renaming during the turn is not undone by what the turn sets', async () => {
  const store = memoryStore()
  const server = serverWith({
    store,
    async respond(turn) {
      await askJson(server, 'threads.update', { thread_id: turn.thread.id, title: 'By hand' })
      turn.thread.metadata.seen = true
      await turn.say('Hi')
    },
  })
  await ask(server, 'threads.create', message('Hi'))
  expect(await store.loadThread(everybody, 'thr_1')).toMatchObject({ title: 'By hand', metadata: { seen: true } })
})

test('what is for the model alone is kept, and never told', async () => {
  const server = serverWith({
    async respond(turn) {
      await turn.remember({ secret: 1 })
      await turn.emit({
        type: 'thread.item.added',
        item: { type: 'hidden_context_item', ...base('h2'), content: 'secret' },
      })
      await turn.say('Hi')
    },
  })
  const events = await ask(server, 'threads.create', message('Hi'))
  expect(JSON.stringify(events)).not.toContain('secret')
  const listed = await askJson(server, 'items.list', { thread_id: 'thr_1', order: 'asc' })
  expect(JSON.stringify(listed)).not.toContain('secret')
  expect(listed.body).toMatchObject({ data: [{ id: 'msg_1' }, { id: 'msg_3' }] })
})

test('a responder may be a generator of events, with their defaults left out', async () => {
  const events = await told(async function* (turn) {
    yield { type: 'progress_update', text: turn.text }
    yield {
      type: 'thread.item.done',
      item: { type: 'assistant_message', ...base('a1'), content: [{ text: 'Hello!' }] },
    }
  })
  expect(events).toEqual([{ type: 'progress_update', text: 'Hi' }, done('a1', 'Hello!')])
})

test('an event that is not one, or is about another thread, fails where it is emitted', async () => {
  const caught: unknown[] = []
  await told(async (turn) => {
    for (const wrong of [
      { type: 'nope' },
      { ...done('a1', 'x'), item: { ...base('a1'), thread_id: 'thr_2', type: 'end_of_turn' } },
    ]) {
      try {
        // @ts-expect-error not an event
        await turn.emit(wrong)
      } catch (error) {
        caught.push(error)
      }
    }
  })
  expect(caught).toEqual([
    expect.objectContaining({ code: 'invalid_event', at: 'nope.type' }),
    expect.objectContaining({ code: 'invalid_event', at: 'thread.item.done.item.thread_id' }),
  ])
})

test('asking the client to run a tool ends the turn; its answer starts the next one', async () => {
  const server = serverWith({
    async respond(turn) {
      if (!turn.toolResult) return turn.callClient('get_selection', { limit: 3 })
      await turn.say(`${turn.toolResult.tool}: ${JSON.stringify(turn.toolResult)}`)
    },
  })
  const asked = await ask(server, 'threads.create', message('Hi'))
  expect(asked.slice(3)).toEqual([
    {
      type: 'thread.item.done',
      item: {
        ...base('tc_1'),
        type: 'client_tool_call',
        status: 'pending',
        call_id: 'tc_1',
        name: 'get_selection',
        arguments: { limit: 3 },
      },
    },
  ])
  const answer = { thread_id: 'thr_1', result: { ids: ['a'] } }
  expect((await ask(server, 'threads.add_client_tool_output', answer)).at(-1)).toEqual(
    done(
      'msg_2',
      'get_selection: {"tool":"get_selection","arguments":{"limit":3},"result":{"ids":["a"]},"callId":"tc_1"}',
    ),
  )
  expect(await askJson(server, 'threads.add_client_tool_output', answer)).toMatchObject({ status: 409 })
})

test('questions end the turn too, and their answers start the next one', async () => {
  const server = serverWith({
    async respond(turn) {
      if (!turn.answered) return turn.ask({ type: 'freeform', id: 'why', question: 'Why?' })
      await turn.say(`${turn.answered.status} ${turn.answered.inputs[0]?.answer?.values}`)
    },
  })
  expect((await ask(server, 'threads.create', message('Hi'))).slice(3)).toEqual([
    {
      type: 'thread.item.done',
      item: {
        ...base('msg_2'),
        type: 'structured_input',
        status: 'pending',
        inputs: [{ type: 'freeform', id: 'why', question: 'Why?' }],
      },
    },
  ])
  const input = { answers: { why: { values: ['Because'] } } }
  const events = await ask(server, 'threads.add_structured_input', { thread_id: 'thr_1', item_id: 'msg_2', input })
  expect(events.at(-1)).toEqual(done('msg_3', 'answered Because'))
})

test('a tool that answers nothing is answered with null', async () => {
  const results: unknown[] = []
  const server = serverWith({
    async respond(turn) {
      results.push(turn.toolResult?.result)
      if (!turn.toolResult) return turn.callClient('beep')
    },
  })
  await ask(server, 'threads.create', message('Hi'))
  await ask(server, 'threads.add_client_tool_output', { thread_id: 'thr_1', result: null })
  expect(results).toEqual([undefined, null])
})

test('nothing can be said after a client tool was asked for, or after the responder has returned', async () => {
  const errors: unknown[] = []
  const attempt = async (say: () => unknown) => {
    try {
      await say()
    } catch (error) {
      errors.push(error)
    }
  }
  let late: Promise<void> | undefined
  await told(async (turn) => {
    await turn.callClient('beep')
    await attempt(() => turn.say('more'))
    await attempt(() => turn.progress('more'))
  })
  await told((turn) => {
    late = new Promise((resolve) => setTimeout(resolve)).then(() => attempt(() => turn.say('late')))
  })
  await late
  expect(errors).toEqual(Array(3).fill(expect.objectContaining({ code: 'misuse', at: 'turn' })))
})

test('what fails in a turn is told as an error: its own words, a code, or nothing of the inside', async () => {
  const failing = (error: unknown) =>
    told(() => {
      throw error
    })
  expect(await failing(userError('No credits left'))).toEqual([
    { type: 'error', code: 'custom', message: 'No credits left', allow_retry: false },
  ])
  expect(await failing(userError('Busy', { retry: true }))).toEqual([
    { type: 'error', code: 'custom', message: 'Busy', allow_retry: true },
  ])
  expect(await failing(codedError('stream.error', { retry: false }))).toEqual([
    { type: 'error', code: 'stream.error', allow_retry: false },
  ])
  expect(await failing(new Error('password of db: hunter2'))).toEqual([
    { type: 'error', code: 'stream.error', allow_retry: true },
  ])
  expect(await failing('a string')).toEqual([{ type: 'error', code: 'stream.error', allow_retry: true }])
})

test('a failure keeps and tells what came before it, and is logged with its cause', async () => {
  const log = keptLog()
  const boom = new Error('boom')
  const server = serverWith({
    log,
    async respond(turn) {
      await turn.say('Half')
      turn.thread.title = 'T'
      throw boom
    },
  })
  const events = await ask(server, 'threads.create', message('Hi'))
  expect(events.slice(-3).map(({ type }) => type)).toEqual(['thread.item.done', 'error', 'thread.updated'])
  expect(log.lines).toContainEqual(expect.objectContaining({ level: 'error', message: 'A turn failed', err: boom }))
})

test('what nobody awaited fails the turn too', async () => {
  const events = await told((turn) => {
    turn.say(
      (async function* () {
        yield 'Half'
        throw userError('The model is down')
      })(),
    )
  })
  expect(events.at(-1)).toEqual({ type: 'error', code: 'custom', message: 'The model is down', allow_retry: false })
})

test('a turn knows its message, its language and its user', async () => {
  const server = createChatServer({
    store: memoryStore(),
    log: silentLog,
    context: (request) => ({ user: 'ada', tier: request.headers.get('x-tier') }),
    async respond(turn) {
      await turn.say(
        `${turn.text} ${turn.locale} ${turn.context.user} ${turn.context.tier} ${turn.message?.quoted_text}`,
      )
    },
  })
  const { input } = message('Hi ')
  const content = [...input.content, { type: 'input_tag' as const, id: 'n', text: 'News', data: {} }]
  const events = await ask(
    server,
    'threads.create',
    { input: { ...input, content, quoted_text: 'before' } },
    { headers: { 'accept-language': 'de-CH, de;q=0.9', 'x-tier': 'pro' } },
  )
  expect(deltas(events)).toEqual(['Hi @News de-CH ada pro before'])
})

test('a stop button can be switched off', async () => {
  const server = serverWith({ respond: () => {}, allowCancel: false })
  expect(await ask(server, 'threads.create', message('Hi'))).toContainEqual({
    type: 'stream_options',
    stream_options: { allow_cancel: false },
  })
})
