/** @jsxImportSource parlor */
import { defineAction, defineWidget, on } from 'parlor'
import { Button, Card, Title } from 'parlor/kit'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { RequestType } from '../protocol/index.ts'
import { createChatServer } from './create-chat-server.ts'
import { countedIds } from './ids.ts'
import { memoryStore } from './memory-store.ts'
import type { ChatServerOptions, UserContext } from './options.ts'
import type { ChatStore } from './store.ts'
import { ask, fixedNow, message, readEvents, silentLog } from './test-client.ts'
import { manualTime } from './testing/manual-time.ts'

const everybody = { user: 'everybody' }
const thread_id = 'thr_1'
const add = defineAction('count.add', { payload: z.strictObject({ by: z.number() }) })
const count = defineWidget({
  name: 'count',
  state: z.strictObject({ total: z.number() }),
  view: ({ total }) => (
    <Card>
      <Title value={`${total}`} />
      <Button label="Add" onClickAction={add({ by: 1 })} />
    </Card>
  ),
})
const opening = { type: 'stream_options', stream_options: { allow_cancel: true } }

type Options = Partial<ChatServerOptions<UserContext>>
const counting = (options: Options = {}) =>
  createChatServer({
    store: memoryStore(),
    ids: countedIds(),
    now: fixedNow,
    log: silentLog,
    respond: async (turn) => void (await turn.show(count, { total: 0 })),
    ...options,
  })
/** Adds what it is told to, and counts how often it was asked. */
function adding() {
  const asked: number[] = []
  const handler = on(add, async ({ input, state, update }) => {
    asked.push(input.by)
    await update({ ...state, total: Number(state.total) + input.by })
  })
  return { handler, asked }
}
const click = (by: number, type: RequestType = 'threads.custom_action') => ({
  type,
  params: { thread_id, item_id: 'msg_2', action: { type: 'count.add', payload: { by } } },
})
function post(server: { fetch(request: Request): Promise<Response> }, body: object, headers: HeadersInit = {}) {
  return server.fetch(new Request('http://parlor.test/', { method: 'POST', headers, body: JSON.stringify(body) }))
}
const withKey = (idempotency_key: unknown) => ({ metadata: { idempotency_key } })
const shown = (total: number) => ({
  id: 'msg_2',
  thread_id,
  created_at: '2026-01-02T03:04:05.000Z',
  type: 'widget',
  widget: {
    type: 'Card',
    children: [
      { type: 'Title', value: `${total}` },
      { type: 'Button', label: 'Add', onClickAction: { type: 'count.add', payload: { by: 1 } } },
    ],
  },
  copy_text: `${total}`,
})
const recordOf = (store: ChatStore) => store.loadWidget(everybody, thread_id, 'msg_2')

test('the same click sent again is answered with the widget as it stands, and handled once', async () => {
  const { handler, asked } = adding()
  const store = memoryStore()
  const server = counting({ store, actions: [handler] })
  await ask(server, 'threads.create', message('Hi'))
  const sent = { ...click(2), ...withKey('click-1') }
  const first = await readEvents(await post(server, sent))
  expect(first).toEqual([opening, { type: 'thread.item.replaced', item: shown(2) }])
  expect(await readEvents(await post(server, sent))).toEqual(first)
  expect(await readEvents(await post(server, click(2), { 'Idempotency-Key': 'click-1' }))).toEqual(first)
  expect(asked).toEqual([2])

  expect((await readEvents(await post(server, { ...click(3), ...withKey('click-2') }))).at(-1)).toMatchObject({
    item: shown(5),
  })
  expect(await recordOf(store)).toEqual({
    widget: 'count',
    state: { total: 5 },
    version: 3,
    clicks: ['click-1', 'click-2'],
  })
})

test('the same synchronous click is answered with the widget too', async () => {
  const { handler, asked } = adding()
  const server = counting({ syncActions: [handler] })
  await ask(server, 'threads.create', message('Hi'))
  const sent = { ...click(2, 'threads.sync_custom_action'), ...withKey('click-1') }
  expect(await (await post(server, sent)).json()).toEqual({ updated_item: shown(2) })
  expect(await (await post(server, sent)).json()).toEqual({ updated_item: shown(2) })
  expect(asked).toEqual([2])
})

test('the same synchronous click sent twice at once is handled once', async () => {
  const { handler, asked } = adding()
  const server = counting({ syncActions: [handler] })
  await ask(server, 'threads.create', message('Hi'))
  const sent = { ...click(2, 'threads.sync_custom_action'), ...withKey('click-1') }
  const answers = await Promise.all([post(server, sent), post(server, sent), post(server, sent)])
  for (const answer of answers) expect(await answer.json()).toEqual({ updated_item: shown(2) })
  expect(asked).toEqual([2])
})

test('the same click that two processes handle at once changes the widget once, and both answer with it', async () => {
  const { handler, asked } = adding()
  const store = memoryStore()
  const one = counting({ store, syncActions: [handler] })
  const two = counting({ store: { ...store }, syncActions: [handler], widgets: [count] })
  await ask(one, 'threads.create', message('Hi'))
  const sent = { ...click(2, 'threads.sync_custom_action'), ...withKey('click-1') }
  const answers = await Promise.all([post(one, sent), post(two, sent)])
  for (const answer of answers) expect(await answer.json()).toEqual({ updated_item: shown(2) })
  expect(asked).toEqual([2, 2]) // neither could know of the other
  expect(await recordOf(store)).toMatchObject({ state: { total: 2 }, version: 2 })
})

test('of two different clicks at once one is a 409: its handler is not called again', async () => {
  const { handler, asked } = adding()
  const store = memoryStore()
  const server = counting({ store, syncActions: [handler] })
  await ask(server, 'threads.create', message('Hi'))
  const answers = await Promise.all(
    ['click-1', 'click-2'].map((key) =>
      post(server, { ...click(2, 'threads.sync_custom_action'), ...withKey(key) }).then(async (answer) => ({
        status: answer.status,
        body: await answer.json(),
      })),
    ),
  )
  expect(answers).toEqual([
    { status: 200, body: { updated_item: shown(2) } },
    {
      status: 409,
      body: {
        error: {
          code: 'conflict',
          message: 'Version 2 cannot follow version 2',
          at: 'items.msg_2',
          hint: 'The widget was changed meanwhile. Load it again, then apply the change',
        },
      },
    },
  ])
  expect(asked).toEqual([2, 2])
  expect(await recordOf(store)).toMatchObject({ state: { total: 2 }, clicks: ['click-1'] })
})

test('a click whose handler changes nothing is kept as well', async () => {
  const asked: string[] = []
  const store = memoryStore()
  const server = counting({
    store,
    actions: [
      on(add, async ({ turn }) => {
        asked.push('said')
        await turn.say('Added')
      }),
    ],
  })
  await ask(server, 'threads.create', message('Hi'))
  const sent = { ...click(1), ...withKey('click-1') }
  const first = await readEvents(await post(server, sent))
  expect(first.at(-1)).toMatchObject({ type: 'thread.item.done', item: { content: [{ text: 'Added' }] } })
  expect(await readEvents(await post(server, sent))).toEqual([
    opening,
    { type: 'thread.item.replaced', item: shown(0) },
  ])
  expect(asked).toEqual(['said'])
  expect(await recordOf(store)).toEqual({ widget: 'count', state: { total: 0 }, version: 2, clicks: ['click-1'] })
})

test('a click that changed nothing does not refuse the change of another one', async () => {
  const store = memoryStore()
  let go = () => {}
  const wait = new Promise<void>((resolve) => (go = resolve))
  const server = counting({
    store,
    syncActions: [
      on(add, async ({ input, state, update }) => {
        if (input.by === 0) return
        await wait
        await update({ ...state, total: input.by })
      }),
    ],
  })
  await ask(server, 'threads.create', message('Hi'))
  const changing = post(server, { ...click(7, 'threads.sync_custom_action'), ...withKey('click-1') })
  expect((await post(server, { ...click(0, 'threads.sync_custom_action'), ...withKey('click-2') })).status).toBe(200)
  go()
  expect(await (await changing).json()).toEqual({ updated_item: shown(7) })
  expect(await recordOf(store)).toEqual({
    widget: 'count',
    state: { total: 7 },
    version: 3,
    clicks: ['click-2', 'click-1'],
  })
})

test('a click whose handler failed before it changed anything may be sent again', async () => {
  let failures = 1
  const server = counting({
    syncActions: [
      on(add, async ({ state, update, input }) => {
        if (failures-- > 0) throw new Error('no connection')
        await update({ ...state, total: input.by })
      }),
    ],
  })
  await ask(server, 'threads.create', message('Hi'))
  const sent = { ...click(2, 'threads.sync_custom_action'), ...withKey('click-1') }
  expect((await post(server, sent)).status).toBe(500)
  expect(await (await post(server, sent)).json()).toEqual({ updated_item: shown(2) })
})

test('a click sent again while its handler still works, though its client has gone, waits for it', async () => {
  const time = manualTime()
  let go = () => {}
  const wait = new Promise<void>((resolve) => (go = resolve))
  const asked: number[] = []
  const server = counting({
    ...time,
    actions: [
      on(add, async ({ input, state, update }) => {
        asked.push(input.by)
        await wait
        await update({ ...state, total: input.by }).catch(() => {}) // kept, though nobody is there to be told
      }),
    ],
  })
  await ask(server, 'threads.create', message('Hi'))
  const sent = { ...click(2), ...withKey('click-1') }
  await (await post(server, sent)).body?.cancel()
  const again = post(server, sent)
  await time.pass(100)
  go()
  expect(await readEvents(await again)).toEqual([opening, { type: 'thread.item.replaced', item: shown(2) }])
  expect(asked).toEqual([2])
})

test('a handler may take its widget away, or replace it: the click does not bring it back', async () => {
  const store = memoryStore()
  const server = counting({
    store,
    actions: [
      on(add, async ({ turn, sender, input }) => {
        if (!sender) return
        const item = { ...sender, widget: { type: 'Card' as const, children: [] } }
        if (input.by === 1) await turn.emit({ type: 'thread.item.replaced', item })
        else await turn.emit({ type: 'thread.item.removed', item_id: sender.id })
      }),
    ],
  })
  await ask(server, 'threads.create', message('Hi'))
  await readEvents(await post(server, { ...click(1), ...withKey('click-1') }))
  expect(await store.loadItem(everybody, thread_id, 'msg_2')).toMatchObject({ widget: { children: [] } })
  const events = await readEvents(await post(server, { ...click(2), ...withKey('click-2') }))
  expect(events.map(({ type }) => type)).toEqual(['stream_options', 'thread.item.removed'])
  expect(await store.loadItem(everybody, thread_id, 'msg_2')).toBeNull()
})

test('an action may be a generator of events, and is handled once all the same', async () => {
  let asked = 0
  const server = counting({
    actions: [
      on(add, async function* ({ update }) {
        asked++
        yield { type: 'progress_update', text: 'Adding' } as const
        await update({ total: 9 })
      }),
    ],
  })
  await ask(server, 'threads.create', message('Hi'))
  const sent = { ...click(2), ...withKey('click-1') }
  expect((await readEvents(await post(server, sent))).map(({ type }) => type)).toEqual([
    'stream_options',
    'progress_update',
    'thread.item.replaced',
  ])
  await readEvents(await post(server, sent))
  expect(asked).toBe(1)
})

test('a widget remembers the last 50 clicks', async () => {
  const { handler, asked } = adding()
  const store = memoryStore()
  const server = counting({ store, syncActions: [handler] })
  await ask(server, 'threads.create', message('Hi'))
  const send = (key: string) => post(server, { ...click(1, 'threads.sync_custom_action'), ...withKey(key) })
  for (let at = 0; at < 60; at++) await send(`click-${at}`)
  const clicks = (await recordOf(store))?.clicks ?? []
  expect([clicks.length, clicks[0], clicks.at(-1)]).toEqual([50, 'click-10', 'click-59'])
  await send('click-10')
  expect(asked).toHaveLength(60)
})

test('a click without a key is handled each time, as the reference server does', async () => {
  const { handler, asked } = adding()
  const store = memoryStore()
  const server = counting({ store, actions: [handler] })
  await ask(server, 'threads.create', message('Hi'))
  for (const _ of [1, 2]) await readEvents(await post(server, click(1)))
  expect(asked).toEqual([1, 1])
  expect(await recordOf(store)).toEqual({ widget: 'count', state: { total: 2 }, version: 3 })
})

test.each([
  ['metadata.idempotency_key', withKey(7), {}, 'The key is not a string'],
  ['metadata.idempotency_key', withKey('x'.repeat(201)), {}, 'The key has 201 characters'],
  ['metadata.idempotency_key', withKey(''), {}, 'The key has 0 characters'],
  ['headers.idempotency-key', {}, { 'Idempotency-Key': 'x'.repeat(201) }, 'The key has 201 characters'],
])('a key at %s that is none is a 400', async (at, metadata, headers, problem) => {
  const answer = await post(counting(), { ...click(1), ...metadata }, headers)
  expect([answer.status, await answer.json()]).toEqual([
    400,
    {
      error: {
        code: 'invalid_request',
        message: problem,
        at,
        hint: 'Send 1 to 200 characters, such as crypto.randomUUID(), and the same ones when the request is sent again',
      },
    },
  ])
})
