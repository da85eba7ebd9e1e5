import { expect, test } from 'vitest'
import { harness, isIdle, transcript } from './testing/harness.ts'
import { answered, cancellable, card, done, firstTurn, said, thread } from './testing/samples.ts'

const hi = { text: 'hi' }
const stored = { ...thread('thr_1', 'Tea'), items: { data: [said('msg_1', 'hi')], has_more: false } }

test('methods called before there are options or a document wait, and then run in order', async () => {
  const { chat, server, options, told, until } = harness(null)
  server.on('threads.get_by_id', { json: stored })
  server.on('threads.add_user_message', { events: [done(said('msg_3', 'more')), done(answered('msg_4', 'Yes.'))] })
  const opened = chat.methods.setThreadId('thr_1')
  const sent = chat.methods.sendUserMessage({ text: 'more' })
  await Promise.resolve()
  expect(server.requests).toEqual([])

  chat.setOptions(options())
  chat.connect()
  await Promise.all([opened, sent])

  expect(transcript(await until(isIdle))).toEqual(['user: hi', 'user: more', 'assistant: Yes.'])
  expect(told).toEqual([
    'ready',
    'thread.change "thr_1"',
    'thread.load.start "thr_1"',
    'thread.load.end "thr_1"',
    'response.start',
    'response.end',
  ])
})

test('while a response runs, methods that would disturb it reject, the others work', async () => {
  const { chat, server } = harness()
  server.on('threads.create', { events: firstTurn.slice(0, 2), last: 'hang' })
  server.on('threads.list', { json: { data: [], has_more: false } })
  await chat.methods.sendUserMessage(hi)

  const busy = { code: 'conflict' }
  await expect(chat.methods.sendUserMessage(hi)).rejects.toMatchObject({ ...busy, at: 'sendUserMessage' })
  await expect(chat.methods.sendUserMessage({ ...hi, newThread: true })).rejects.toMatchObject(busy)
  await expect(chat.methods.setThreadId('thr_2')).rejects.toMatchObject({ ...busy, at: 'setThreadId' })
  await expect(chat.methods.setComposerValue({ text: 'x' })).rejects.toMatchObject({ ...busy, at: 'setComposerValue' })
  await expect(chat.methods.sendCustomAction({ type: 'x' })).rejects.toMatchObject({ ...busy, at: 'sendCustomAction' })
  await expect(chat.methods.fetchUpdates()).rejects.toMatchObject({ ...busy, at: 'fetchUpdates' })

  await chat.methods.setThreadId('thr_1') // the host mirrors what is there already
  await chat.methods.focusComposer()
  await chat.methods.showHistory()
  await chat.methods.hideHistory()
  expect(chat.getState().composer.focusRequests).toBe(1)
  expect(chat.getState().turn.status).toBe('streaming')
})

test('sendUserMessage takes content, a quote, attachments, a tool and a model for this message only', async () => {
  const { chat, server, told, until } = harness({
    composer: {
      tools: [{ id: 'search', label: 'Search', icon: 'search', persistent: true }],
      models: [{ id: 'a', label: 'A' }],
    },
  })
  server.on('threads.create', { events: firstTurn })
  await until(({ status }) => status === 'ready')
  chat.actions.selectTool('search')
  await chat.methods.sendUserMessage({
    content: [
      { type: 'input_text', text: 'What of ' },
      { type: 'input_tag', id: 'st_1', text: 'Nova', group: 'Stations' },
    ],
    reply: 'the last train',
    attachments: [{ type: 'file', id: 'atc_1', name: 'a.pdf', mime_type: 'application/pdf' }],
    toolChoice: { id: 'puzzle' },
    model: 'b',
  })
  expect(server.requests[0]?.params).toEqual({
    input: {
      content: [
        { type: 'input_text', text: 'What of ' },
        { type: 'input_tag', id: 'st_1', text: 'Nova', group: 'Stations', data: {}, interactive: false },
      ],
      attachments: ['atc_1'],
      quoted_text: 'the last train',
      inference_options: { tool_choice: { id: 'puzzle' }, model: 'b' },
    },
  })
  expect(chat.getState().composer).toMatchObject({ toolId: 'search', modelId: 'a' })
  expect(told.filter((line) => line.startsWith('tool'))).toEqual(['tool.change "search"'])
})

test('sendUserMessage without anything to send says so', async () => {
  const { chat } = harness()
  await expect(chat.methods.sendUserMessage({ text: '  ' })).rejects.toMatchObject({
    code: 'invalid_input',
    at: 'sendUserMessage',
  })
})

test('newThread leaves the thread first', async () => {
  const { chat, server, told, until } = harness({ initialThread: 'thr_1' })
  server.on('threads.get_by_id', { json: stored })
  server.on('threads.create', {
    events: [{ type: 'thread.created', thread: thread('thr_2') }, done(said('msg_9', 'hi', 'thr_2'))],
  })
  await until(({ thread: { items } }) => items.length === 1)
  await chat.methods.sendUserMessage({ ...hi, newThread: true })
  expect(told.slice(-3)).toEqual(['thread.change null', 'response.start', 'thread.change "thr_2"'])
  expect(transcript(await until(isIdle))).toEqual(['user: hi'])
})

test('setThreadId shows the thread and null the start screen; asking for the same thread does nothing', async () => {
  const { chat, server, told } = harness()
  server.on('threads.get_by_id', { json: stored })
  await chat.methods.setThreadId(null)
  await chat.methods.setThreadId('thr_1')
  await chat.methods.setThreadId('thr_1')
  expect(chat.getState().thread.thread?.title).toBe('Tea')
  await chat.methods.setThreadId(null)
  expect(chat.getState().thread.items).toEqual([])
  expect(server.requests).toHaveLength(1)
  expect(told).toEqual([
    'ready',
    'thread.change "thr_1"',
    'thread.load.start "thr_1"',
    'thread.load.end "thr_1"',
    'thread.change null',
  ])
})

test('setThreadId rejects when the thread cannot be loaded, and the view can try again', async () => {
  const { chat, server, errors, told, until } = harness()
  server.on('threads.get_by_id', { status: 404 }, { json: stored })
  await expect(chat.methods.setThreadId('thr_1')).rejects.toMatchObject({ code: 'http_error' })
  expect(chat.getState()).toMatchObject({
    threadLoad: 'failed',
    threadLoadError: { code: 'http_error', canRetry: true },
  })
  expect(errors.map(({ name }) => name)).toEqual(['ThreadLoadError'])
  expect(told.slice(-2)).toEqual(['error ThreadLoadError', 'thread.load.end "thr_1"'])
  await expect(chat.methods.sendUserMessage(hi)).rejects.toMatchObject({ code: 'not_found' })

  chat.actions.reload()
  const state = await until((now) => now.threadLoad === 'idle' && now.thread.items.length === 1)
  expect(state.threadLoadError).toBe(null)
})

test('of two threads opened in one go the later one is shown, whichever answers last', async () => {
  const { chat, server, told } = harness()
  let answerFirst = () => {}
  const held = new Promise<void>((resolve) => {
    answerFirst = resolve
  })
  server.on(
    'threads.get_by_id',
    async () => {
      await held
      return { json: stored }
    },
    { json: { ...stored, id: 'thr_2' } },
  )
  const first = chat.methods.setThreadId('thr_1')
  await chat.methods.setThreadId('thr_2')
  answerFirst()
  await first
  expect(chat.getState().thread.thread?.id).toBe('thr_2')
  expect(told.filter((line) => line.startsWith('thread.load'))).toEqual([
    'thread.load.start "thr_1"',
    'thread.load.end "thr_1"',
    'thread.load.start "thr_2"',
    'thread.load.end "thr_2"',
  ])
})

test('sendCustomAction resolves at the end of its stream and rejects with the error in it', async () => {
  const { chat, server, told, until } = harness({ initialThread: 'thr_1' })
  server.on('threads.get_by_id', { json: { ...stored, items: { data: [card('msg_2', 'Old')], has_more: false } } })
  server.on(
    'threads.custom_action',
    { events: [cancellable, { type: 'thread.item.replaced', item: card('msg_2', 'New') }] },
    { events: [cancellable, { type: 'error', code: 'stream.error', allow_retry: true }] },
  )
  await until(({ thread: { items } }) => items.length === 1)
  await chat.methods.sendCustomAction({ type: 'cats.select', payload: { name: 'Mia' } }, 'msg_2')
  expect(server.requests.at(-1)).toEqual({
    type: 'threads.custom_action',
    params: { thread_id: 'thr_1', item_id: 'msg_2', action: { type: 'cats.select', payload: { name: 'Mia' } } },
    metadata: { idempotency_key: '2' },
  })
  expect(chat.getState().thread.items).toEqual([card('msg_2', 'New')])

  await expect(chat.methods.sendCustomAction({ type: 'cats.select' })).rejects.toMatchObject({ at: 'stream.error' })
  expect(server.requests.at(-1)?.params).toEqual({ thread_id: 'thr_1', action: { type: 'cats.select' } })
  expect(told.slice(-5)).toEqual([
    'response.start',
    'response.end',
    'response.start',
    'error StreamError',
    'response.end',
  ])
})

test('sendCustomAction without a thread says what to do first', async () => {
  const { chat } = harness()
  await expect(chat.methods.sendCustomAction({ type: 'x' })).rejects.toMatchObject({ code: 'misuse' })
})

test('fetchUpdates reads thread and items again, without the events of a load', async () => {
  const { chat, server, told, until } = harness({ initialThread: 'thr_1' })
  server.on(
    'threads.get_by_id',
    { json: stored },
    {
      json: {
        ...stored,
        title: 'Green tea',
        items: { data: [said('msg_1', 'hi'), answered('msg_2', 'Hey.')], has_more: false },
      },
    },
  )
  await until(({ thread: { items } }) => items.length === 1)
  told.length = 0
  await chat.methods.fetchUpdates()
  expect(chat.getState().thread.thread?.title).toBe('Green tea')
  expect(transcript(chat.getState())).toEqual(['user: hi', 'assistant: Hey.'])
  expect(told).toEqual([])
})

test('setComposerValue fills what it is given and leaves the rest', async () => {
  const { chat, told } = harness({
    composer: {
      tools: [{ id: 'search', label: 'Search', icon: 'search' }],
      models: [
        { id: 'a', label: 'A' },
        { id: 'b', label: 'B' },
      ],
    },
  })
  await chat.methods.setComposerValue({ text: 'Hello', reply: 'this', selectedToolId: 'search', selectedModelId: 'b' })
  expect(chat.getState().composer).toMatchObject({
    content: [{ type: 'input_text', text: 'Hello' }],
    reply: 'this',
    toolId: 'search',
    modelId: 'b',
  })
  await chat.methods.setComposerValue({ selectedToolId: null })
  expect(chat.getState().composer).toMatchObject({ content: [{ type: 'input_text', text: 'Hello' }], toolId: null })
  expect(told.slice(1)).toEqual(['tool.change "search"', 'tool.change null'])
  await expect(chat.methods.setComposerValue({ selectedToolId: 'serch' })).rejects.toMatchObject({
    at: 'setComposerValue.selectedToolId',
    problem: '"serch" is none of search',
  })
})

test('showHistory rejects when the host has disabled the history', async () => {
  const { chat } = harness({ history: { enabled: false } })
  await expect(chat.methods.showHistory()).rejects.toMatchObject({ code: 'misuse', at: 'showHistory' })
})
