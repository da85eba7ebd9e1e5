/** @jsxImportSource parlor */
import { defineAction, defineWidget, on } from 'parlor'
import { Card, Input, Label, Title } from 'parlor/kit'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { createChatServer } from './create-chat-server.ts'
import { countedIds } from './ids.ts'
import { memoryStore } from './memory-store.ts'
import type { ChatServerOptions, UserContext } from './options.ts'
import { ask, askJson, fixedNow, keptLog, message, silentLog } from './test-client.ts'

const everybody = { user: 'everybody' }
const base = (id: string) => ({ id, thread_id: 'thr_1', created_at: '2026-01-02T03:04:05.000Z' })
const place = defineAction('slip.place', {
  payload: z.strictObject({ id: z.string() }),
  form: z.strictObject({ stake: z.coerce.number().positive() }),
})
const slip = defineWidget({
  name: 'slip',
  state: z.strictObject({ id: z.string(), title: z.string(), placed: z.boolean().default(false) }),
  view: ({ id, title, placed }) => (
    <Card asForm confirm={placed ? undefined : { label: 'Place', action: place({ id }) }}>
      <Title value={placed ? `${title}: placed` : title} />
      <Label value="Stake" fieldName="stake" />
      <Input name="stake" inputType="number" required disabled={placed || undefined} />
    </Card>
  ),
  copyText: ({ title }) => title,
})

type Options = Partial<ChatServerOptions<UserContext>>
const serverWith = (options: Options) =>
  createChatServer({
    store: memoryStore(),
    ids: countedIds(),
    now: fixedNow,
    log: silentLog,
    respond: async (turn) => void (await turn.show(slip, { id: 'a', title: 'Slip' })),
    ...options,
  })
const click = { thread_id: 'thr_1', item_id: 'msg_2', action: { type: 'slip.place', payload: { id: 'a', stake: '5' } } }
const placed = {
  ...base('msg_2'),
  type: 'widget',
  widget: {
    type: 'Card',
    asForm: true,
    children: [
      { type: 'Title', value: 'Slip: placed' },
      { type: 'Label', value: 'Stake', fieldName: 'stake' },
      { type: 'Input', name: 'stake', inputType: 'number', required: true, disabled: true },
    ],
  },
  copy_text: 'Slip',
}

test('an action changes the state of the widget it came from, which is drawn anew in its place', async () => {
  const inputs: unknown[] = []
  const store = memoryStore()
  const server = serverWith({
    store,
    actions: [
      on(place, async ({ input, state, update, turn, sender }) => {
        inputs.push({ input, state, sender: sender?.id })
        await update({ ...state, placed: true })
        await turn.effect('placed', { id: input.id })
      }),
    ],
  })
  await ask(server, 'threads.create', message('Hi'))
  expect(await ask(server, 'threads.custom_action', click)).toEqual([
    { type: 'stream_options', stream_options: { allow_cancel: true } },
    { type: 'thread.item.replaced', item: placed },
    { type: 'client_effect', name: 'placed', data: { id: 'a' } },
  ])
  expect(inputs).toEqual([
    { input: { id: 'a', stake: 5 }, state: { id: 'a', title: 'Slip', placed: false }, sender: 'msg_2' },
  ])

  expect((await askJson(server, 'items.list', { thread_id: 'thr_1', limit: 1 })).body).toEqual({
    data: [placed],
    has_more: true,
    after: 'msg_2',
  })
  expect(await store.loadWidget(everybody, 'thr_1', 'msg_2')).toEqual({
    widget: 'slip',
    state: { id: 'a', title: 'Slip', placed: true },
    version: 2,
  })
})

test('several updates of one action follow each other, awaited or not', async () => {
  const server = serverWith({
    actions: [
      on(place, ({ state, update }) => {
        update({ ...state, title: 'One' })
        update({ ...state, title: 'Two' })
      }),
    ],
  })
  await ask(server, 'threads.create', message('Hi'))
  const events = await ask(server, 'threads.custom_action', click)
  expect(
    events.map((event) => ('item' in event && 'copy_text' in event.item ? event.item.copy_text : event.type)),
  ).toEqual(['stream_options', 'One', 'Two'])
})

test('a widget that was changed meanwhile is not overwritten', async () => {
  const store = memoryStore()
  const log = keptLog()
  const server = serverWith({
    store,
    log,
    actions: [
      on(place, async ({ state, update, thread, sender }) => {
        const record = await store.loadWidget(everybody, thread.id, 'msg_2')
        if (sender && record) {
          await store.saveItem(everybody, thread.id, sender, { ...record, version: 2 }) // another tab was faster
        }
        await update({ ...state, placed: true })
      }),
    ],
  })
  await ask(server, 'threads.create', message('Hi'))
  expect(await ask(server, 'threads.custom_action', click)).toEqual([
    { type: 'stream_options', stream_options: { allow_cancel: true } },
    { type: 'error', code: 'stream.error', allow_retry: true },
  ])
  expect(log.lines).toContainEqual(expect.objectContaining({ err: expect.objectContaining({ code: 'conflict' }) }))
  expect((await store.loadWidget(everybody, 'thr_1', 'msg_2'))?.state).toMatchObject({ placed: false })
})

test('an update that was refused because of a change meanwhile is refused again, not written over that change', async () => {
  const store = memoryStore()
  const refused: unknown[] = []
  const server = serverWith({
    store,
    syncActions: [
      on(place, async ({ state, update, thread, sender }) => {
        const record = await store.loadWidget(everybody, thread.id, 'msg_2')
        if (sender && record) await store.saveItem(everybody, thread.id, sender, { ...record, version: 2 })
        for (const title of ['One', 'Two']) await update({ ...state, title }).catch((error) => refused.push(error))
      }),
    ],
  })
  await ask(server, 'threads.create', message('Hi'))
  await askJson(server, 'threads.sync_custom_action', click)
  expect(refused).toMatchObject([{ code: 'conflict' }, { code: 'conflict' }])
  expect(await store.loadWidget(everybody, 'thr_1', 'msg_2')).toMatchObject({ state: { title: 'Slip' }, version: 2 })
})

test('a state that the widget refuses is neither saved nor told', async () => {
  const store = memoryStore()
  const log = keptLog()
  const server = serverWith({
    store,
    log,
    actions: [on(place, async ({ update }) => void (await update({ id: 'a', title: 7 })))],
  })
  await ask(server, 'threads.create', message('Hi'))
  expect((await ask(server, 'threads.custom_action', click)).at(-1)).toMatchObject({ type: 'error' })
  expect(log.lines).toContainEqual(expect.objectContaining({ err: expect.objectContaining({ at: 'slip.title' }) }))
  expect((await store.loadWidget(everybody, 'thr_1', 'msg_2'))?.version).toBe(1)
})

test('after a restart a widget is drawn if the options name it, and if not the error says to', async () => {
  const store = memoryStore()
  const actions = [on(place, async ({ state, update }) => void (await update({ ...state, placed: true })))]
  await ask(serverWith({ store }), 'threads.create', message('Hi'))

  const log = keptLog()
  expect((await ask(serverWith({ store, actions, log }), 'threads.custom_action', click)).at(-1)).toMatchObject({
    type: 'error',
  })
  expect(log.lines).toContainEqual(
    expect.objectContaining({
      err: expect.objectContaining({ at: 'widgets.slip', hint: 'Add it to createChatServer: widgets: [slip]' }),
    }),
  )
  const knowing = serverWith({ store, actions, widgets: [slip] })
  expect((await ask(knowing, 'threads.custom_action', click)).at(-1)).toEqual({
    type: 'thread.item.replaced',
    item: placed,
  })
})

test('a payload that does not fit is a 400 that names the field, and no handler is called', async () => {
  const server = serverWith({
    actions: [
      on(place, () => {
        throw new Error('called')
      }),
    ],
  })
  await ask(server, 'threads.create', message('Hi'))
  const wrong = { ...click, action: { type: 'slip.place', payload: { id: 'a', stake: '-5' } } }
  expect(await askJson(server, 'threads.custom_action', wrong)).toEqual({
    status: 400,
    body: {
      error: expect.objectContaining({ code: 'invalid_request', at: 'slip.place.payload.stake' }),
    },
  })
})

test('an action without a handler is a 400 that says how to give it one', async () => {
  const server = serverWith({})
  await ask(server, 'threads.create', message('Hi'))
  for (const type of ['threads.custom_action', 'threads.sync_custom_action'] as const) {
    expect(await askJson(server, type, click)).toMatchObject({
      status: 400,
      body: {
        error: { code: 'unknown_action', at: 'params.action.type', message: 'No handler for the action slip.place' },
      },
    })
  }
})

test('an action from no widget has neither sender nor state, and nothing to update', async () => {
  const ping = defineAction('ping')
  const calls: unknown[] = []
  const server = serverWith({
    actions: [
      on(ping, async ({ sender, state, action, update, turn }) => {
        calls.push({ sender, state, action })
        await turn.say('pong')
        await update({})
      }),
    ],
  })
  await ask(server, 'threads.create', message('Hi'))
  const sent = { thread_id: 'thr_1', action: { type: 'ping', payload: [1] } }
  const events = await ask(server, 'threads.custom_action', sent)
  expect(calls).toEqual([{ sender: null, state: {}, action: { type: 'ping', payload: [1] } }])
  expect(events.slice(-2).map(({ type }) => type)).toEqual(['thread.item.done', 'error'])
})

test('a synchronous action answers with the changed widget, which is kept', async () => {
  const server = serverWith({
    syncActions: [on(place, async ({ state, update }) => void (await update({ ...state, placed: true })))],
  })
  await ask(server, 'threads.create', message('Hi'))
  expect(await askJson(server, 'threads.sync_custom_action', click)).toEqual({
    status: 200,
    body: { updated_item: placed },
  })
  expect((await askJson(server, 'items.list', { thread_id: 'thr_1', limit: 1 })).body).toMatchObject({ data: [placed] })
})

test('two synchronous actions one after the other build on each other', async () => {
  const server = serverWith({
    syncActions: [
      on(place, async ({ state, update }) => {
        await update({ ...state, title: `${state.title}!` })
      }),
    ],
  })
  await ask(server, 'threads.create', message('Hi'))
  await askJson(server, 'threads.sync_custom_action', click)
  expect(await askJson(server, 'threads.sync_custom_action', click)).toMatchObject({
    body: { updated_item: { copy_text: 'Slip!!' } },
  })
})

test('a synchronous action answers when its updates are kept, awaited or not; what fails unseen is logged', async () => {
  const handler = on(place, ({ state, update }) => void update({ ...state, placed: true }))
  const server = serverWith({ syncActions: [handler] })
  await ask(server, 'threads.create', message('Hi'))
  expect(await askJson(server, 'threads.sync_custom_action', click)).toEqual({
    status: 200,
    body: { updated_item: placed },
  })

  const log = keptLog()
  const failing = serverWith({ log, syncActions: [on(place, ({ update }) => void update({ title: 7 }))] })
  await ask(failing, 'threads.create', message('Hi'))
  expect(await askJson(failing, 'threads.sync_custom_action', click)).toEqual({ status: 200, body: {} })
  expect(log.lines).toContainEqual(expect.objectContaining({ level: 'warn', err: expect.anything() }))
})

test('a synchronous action may answer nothing, and fails as JSON', async () => {
  const server = serverWith({
    syncActions: [
      on(place, ({ input }) => {
        if (input.stake > 5) throw new Error('secret')
      }),
    ],
  })
  await ask(server, 'threads.create', message('Hi'))
  expect(await askJson(server, 'threads.sync_custom_action', click)).toEqual({ status: 200, body: {} })
  const more = { ...click, action: { type: 'slip.place', payload: { id: 'a', stake: '6' } } }
  const failed = await askJson(server, 'threads.sync_custom_action', more)
  expect(failed.status).toBe(500)
  expect(JSON.stringify(failed.body)).not.toContain('secret')
})

test('a widget shown again as plain JSON keeps no state', async () => {
  const noted: unknown[] = []
  const server = serverWith({
    respond: async (turn) => void (await turn.show({ type: 'Card', children: [] })),
    actions: [
      on(place, async ({ state, update }) => {
        noted.push(state)
        await update({ placed: true }).catch((error) => noted.push(error))
      }),
    ],
  })
  await ask(server, 'threads.create', message('Hi'))
  expect((await ask(server, 'threads.custom_action', click)).map(({ type }) => type)).toEqual(['stream_options'])
  expect(noted).toEqual([{}, expect.objectContaining({ code: 'misuse', at: 'update' })])
})
