import { expect, test } from 'vitest'
import { actionsBlocked, pendingStructuredInput } from './selectors.ts'
import { type Harness, harness, isIdle, transcript } from './testing/harness.ts'
import { answered, cancellable, card, done, said, thread } from './testing/samples.ts'

const server = { handler: 'server', streaming: true } as const
const sync = { handler: 'server', streaming: false } as const
const client = { handler: 'client', streaming: true } as const
const pick = { type: 'quiz.answer', payload: { choice: 'Paris' } }

async function withCard(options: Record<string, unknown> = {}): Promise<Harness> {
  const made = harness({ ...options, initialThread: 'thr_1' })
  made.server.on('threads.get_by_id', {
    json: { ...thread('thr_1'), items: { data: [card('w_1', 'Old')], has_more: false } },
  })
  await made.until((state) => state.thread.items.length === 1)
  made.told.length = 0
  return made
}

test('a server action streams its answer, and other widgets are blocked meanwhile', async () => {
  const { chat, server: backend, told, logs } = await withCard()
  backend.on('threads.custom_action', {
    events: [cancellable, { type: 'thread.item.replaced', item: card('w_1', 'New') }],
  })
  const settled = chat.actions.customAction('w_1', pick, server)
  expect(actionsBlocked(chat.getState())).toBe(true)
  await settled
  expect(actionsBlocked(chat.getState())).toBe(false)
  expect(backend.requests.at(-1)).toEqual({
    type: 'threads.custom_action',
    params: { thread_id: 'thr_1', item_id: 'w_1', action: pick },
    metadata: { idempotency_key: '2' },
  })
  expect(chat.getState().thread.items).toEqual([card('w_1', 'New')])
  expect(told).toEqual(['response.start', 'response.end'])
  expect(logs.at(-1)).toEqual({
    name: 'widget.action',
    data: { widgetType: 'Card', actionType: 'quiz.answer', handler: 'server' },
  })
})

test('a second server action is not sent while the first one runs', async () => {
  const { chat, server: backend } = await withCard()
  backend.on('threads.custom_action', { events: [cancellable] })
  await Promise.all([chat.actions.customAction('w_1', pick, server), chat.actions.customAction('w_1', pick, server)])
  expect(backend.requests.filter(({ type }) => type === 'threads.custom_action')).toHaveLength(1)
})

test('a sync action changes its widget while a response streams, without response events', async () => {
  const { chat, server: backend, told, until } = await withCard()
  backend.on('threads.add_user_message', { events: [done(said('msg_1', 'hi'))], last: 'hang' })
  backend.on('threads.sync_custom_action', { json: { updated_item: card('w_1', 'New') } })
  await chat.methods.sendUserMessage({ text: 'hi' })
  await chat.actions.customAction('w_1', pick, sync)
  const state = await until(({ thread: { items } }) => items.length === 2)
  expect(state.thread.items[0]).toEqual(card('w_1', 'New'))
  expect(state.turn.status).toBe('streaming')
  expect(told).toEqual(['response.start'])
})

test('a sync action that fails is shown, reported and can be sent again', async () => {
  const { chat, server: backend, errors, until } = await withCard()
  backend.on('threads.sync_custom_action', { status: 500 }, { json: { updated_item: card('w_1', 'New') } })
  await chat.actions.customAction('w_1', pick, sync)
  expect(chat.getState().turn.error).toEqual({ code: 'http_error', message: null, canRetry: true })
  expect(errors.map(({ name }) => name)).toEqual(['StreamError'])
  chat.actions.retry()
  const state = await until(({ thread: { items } }) => JSON.stringify(items).includes('New'))
  expect(state.turn.error).toBe(null)
})

test('a client action goes to the host with the widget, and nothing to the server', async () => {
  const seen: unknown[] = []
  const { chat, server: backend } = await withCard({
    widgets: { onAction: async (...args: unknown[]) => void seen.push(args) },
  })
  await chat.actions.customAction('w_1', pick, client)
  expect(seen).toEqual([[pick, { id: 'w_1', widget: { type: 'Card', children: [{ type: 'Text', value: 'Old' }] } }]])
  expect(backend.requests).toHaveLength(1)
})

test('the host may pass a client action on to the server and wait for it', async () => {
  const { chat, server: backend } = await withCard({
    widgets: {
      onAction: (action: { type: string }, { id }: { id: string }) => chat.methods.sendCustomAction(action, id),
    },
  })
  backend.on('threads.custom_action', { events: [done(answered('msg_9', 'Noted.'))] })
  await chat.actions.customAction('w_1', pick, client)
  expect(transcript(chat.getState())).toEqual(['widget', 'assistant: Noted.'])
})

test('a client action nobody handles, and one that throws, are integration errors', async () => {
  const { chat, errors, options } = await withCard()
  await chat.actions.customAction('w_1', pick, client)
  chat.setOptions(
    options({
      widgets: {
        onAction: () => {
          throw new Error('Boom')
        },
      },
    }),
  )
  await chat.actions.customAction('w_1', pick, client)
  expect(errors.map(({ name, message }) => [name, message.split('.').at(0)])).toEqual([
    ['IntegrationError', 'quiz'],
    ['IntegrationError', 'Boom'],
  ])
})

test('an action whose stream drops can be sent again', async () => {
  const { chat, server: backend, told, until } = await withCard()
  backend.on(
    'threads.custom_action',
    { events: [cancellable], last: 'cut' },
    { events: [done(answered('msg_9', 'Noted.'))] },
  )
  await chat.actions.customAction('w_1', pick, server)
  expect(chat.getState().turn.error).toEqual({ code: 'network', message: null, canRetry: true })
  chat.actions.retry()
  const state = await until((now) => isIdle(now) && now.turn.error === null)
  expect(transcript(state)).toEqual(['widget', 'assistant: Noted.'])
  expect(told).toEqual(['response.start', 'error StreamError', 'response.end', 'response.start', 'response.end'])
})

const question = {
  type: 'structured_input',
  id: 'si_1',
  thread_id: 'thr_1',
  created_at: '2026-01-02T03:04:05.000Z',
  status: 'pending',
  inputs: [{ type: 'freeform', id: 'q1', question: 'Where to?' }],
} as const

test('a structured input stands in for the composer until it is answered', async () => {
  const { chat, server: backend, until } = await withCard()
  backend.on('threads.add_user_message', {
    events: [done(said('msg_1', 'hi')), done({ ...question, inputs: [...question.inputs] })],
  })
  backend.on('threads.add_structured_input', {
    events: [
      cancellable,
      { type: 'thread.item.replaced', item: { ...question, inputs: [...question.inputs], status: 'answered' } },
      done(answered('msg_3', 'Rome it is.')),
    ],
  })
  await chat.methods.sendUserMessage({ text: 'hi' })
  expect(pendingStructuredInput(await until(isIdle))?.id).toBe('si_1')

  chat.actions.answerStructuredInput('si_1', { q1: { values: ['Rome'], skipped: false } })
  expect(pendingStructuredInput(chat.getState())?.id).toBe('si_1')
  const state = await until(isIdle)
  expect(pendingStructuredInput(state)).toBe(null)
  expect(backend.requests.at(-1)).toEqual({
    type: 'threads.add_structured_input',
    params: {
      thread_id: 'thr_1',
      item_id: 'si_1',
      input: { status: 'answered', answers: { q1: { values: ['Rome'], skipped: false } } },
    },
  })
})

test('a structured input can be skipped, and sent again when that did not arrive', async () => {
  const { chat, server: backend, until } = await withCard()
  backend.on('threads.add_user_message', {
    events: [done(said('msg_1', 'hi')), done({ ...question, inputs: [...question.inputs] })],
  })
  backend.on('threads.add_structured_input', 'unreachable', {
    events: [{ type: 'thread.item.replaced', item: { ...question, inputs: [...question.inputs], status: 'skipped' } }],
  })
  await chat.methods.sendUserMessage({ text: 'hi' })
  await until(isIdle)
  chat.actions.answerStructuredInput('si_1', null)
  expect(pendingStructuredInput(await until(isIdle))?.id).toBe('si_1')
  chat.actions.retry()
  expect(pendingStructuredInput(await until((now) => isIdle(now) && now.turn.error === null))).toBe(null)
  expect(backend.requests.at(-1)?.params).toEqual({
    thread_id: 'thr_1',
    item_id: 'si_1',
    input: { status: 'skipped', answers: {} },
  })
})
