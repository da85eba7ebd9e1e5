/** @jsxImportSource parlor */
import { defineAction, defineWidget, on } from 'parlor'
import { Button, Card, Title } from 'parlor/kit'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { createChatServer } from './create-chat-server.ts'
import { countedIds } from './ids.ts'
import { memoryStore } from './memory-store.ts'
import type { ChatServerOptions, UserContext } from './options.ts'
import type { ChatStore } from './store.ts'
import { ask, askJson, keptLog, message, silentLog } from './test-client.ts'

const everybody = { user: 'everybody' }
const thread_id = 'thr_1'
const buy = defineAction('offer.buy')
const renew = defineAction('offer.renew')
const offer = defineWidget({
  name: 'offer',
  state: z.strictObject({ until: z.string(), bought: z.boolean().default(false), over: z.boolean().default(false) }),
  view: ({ bought, over }) => (
    <Card>
      <Title value={bought ? 'Bought' : over ? 'Over' : 'Offer'} />
      {over ? <Button label="Renew" onClickAction={renew()} /> : <Button label="Buy" onClickAction={buy()} />}
    </Card>
  ),
  settled: ({ bought, over }, { type }) => bought || (over && type !== 'offer.renew'),
  onRead: (state, now) => ({ ...state, over: !state.bought && now.toISOString() >= state.until }),
})
const morning = '2026-01-02T09:00:00.000Z'
const noon = '2026-01-02T12:00:00.000Z'
const evening = '2026-01-02T18:00:00.000Z'

const opening = { type: 'stream_options', stream_options: { allow_cancel: true } }
const shown = (title: string) => ({
  id: 'msg_2',
  thread_id,
  created_at: morning,
  type: 'widget',
  widget: {
    type: 'Card',
    children: [
      { type: 'Title', value: title },
      title === 'Over'
        ? { type: 'Button', label: 'Renew', onClickAction: { type: 'offer.renew' } }
        : { type: 'Button', label: 'Buy', onClickAction: { type: 'offer.buy' } },
    ],
  },
  copy_text: title,
})
const from = { thread_id, item_id: 'msg_2' }
const buying = { ...from, action: { type: 'offer.buy' } }

/** A shop that has made its offer this morning. */
async function shop(options: Partial<ChatServerOptions<UserContext>> = {}) {
  const { store = memoryStore() } = options
  let time = morning
  const asked: string[] = []
  const handlers = [
    on(buy, async ({ state, update }) => {
      asked.push('buy')
      await update({ ...state, bought: true })
    }),
    on(renew, async ({ state, update }) => {
      asked.push('renew')
      await update({ ...state, over: false, until: '2026-01-03T12:00:00.000Z' })
    }),
  ]
  const open = (own: Partial<ChatServerOptions<UserContext>> = {}) =>
    createChatServer({
      ids: countedIds(),
      now: () => new Date(time),
      log: silentLog,
      respond: async (turn) => void (await turn.show(offer, { until: noon })),
      actions: handlers,
      syncActions: handlers,
      ...options,
      ...own,
      store,
    })
  const server = open()
  await ask(server, 'threads.create', message('Hi'))
  const at = (now: string) => {
    time = now
  }
  return { server, open, store, asked, at }
}
const recordOf = (store: ChatStore) => store.loadWidget(everybody, thread_id, 'msg_2')
const read = async (server: Awaited<ReturnType<typeof shop>>['server']) => {
  const { body } = await askJson(server, 'items.list', { thread_id, limit: 1 })
  return (body as { data: unknown[] }).data[0]
}

test('an action that comes too late is answered with the widget as it stands, and asks no handler', async () => {
  const { server, store, asked } = await shop()
  await ask(server, 'threads.custom_action', buying)
  expect(await ask(server, 'threads.custom_action', buying)).toEqual([
    opening,
    { type: 'thread.item.replaced', item: shown('Bought') },
  ])
  expect((await askJson(server, 'threads.sync_custom_action', buying)).body).toEqual({ updated_item: shown('Bought') })
  expect(asked).toEqual(['buy'])
  expect((await recordOf(store))?.version).toBe(2)
})

test('a widget is drawn as of the time it is read, and kept so', async () => {
  const { server, store, at } = await shop()
  expect(await read(server)).toEqual(shown('Offer'))
  expect((await recordOf(store))?.version).toBe(1) // nothing has changed, nothing is saved

  at(evening)
  expect((await askJson(server, 'threads.get_by_id', { thread_id })).body).toMatchObject({
    items: { data: [{ id: 'msg_1' }, shown('Over')] },
  })
  expect(await read(server)).toEqual(shown('Over'))
  expect(await recordOf(store)).toEqual({
    widget: 'offer',
    state: { until: noon, bought: false, over: true },
    version: 2,
  })
  expect(await store.loadItem(everybody, thread_id, 'msg_2')).toEqual(shown('Over'))
})

test('an action finds the widget as of now: it is too late for one, and for another it is not', async () => {
  const { server, asked, at } = await shop()
  at(evening)
  expect(await ask(server, 'threads.custom_action', buying)).toEqual([
    opening,
    { type: 'thread.item.replaced', item: shown('Over') },
  ])
  expect(asked).toEqual([])
  const renewing = { ...from, action: { type: 'offer.renew' } }
  expect(await ask(server, 'threads.custom_action', renewing)).toEqual([
    opening,
    { type: 'thread.item.replaced', item: shown('Offer') },
  ])
  expect((await askJson(server, 'threads.sync_custom_action', buying)).body).toEqual({ updated_item: shown('Bought') })
  expect(asked).toEqual(['renew', 'buy'])
})

test('a widget that changes by being read is told before its action goes on', async () => {
  const { server, at } = await shop({ actions: [on(renew, ({ turn }) => turn.say('Not today'))] })
  at(evening)
  const events = await ask(server, 'threads.custom_action', { ...from, action: { type: 'offer.renew' } })
  expect(events.slice(0, 3)).toEqual([
    opening,
    { type: 'thread.item.replaced', item: shown('Over') },
    expect.objectContaining({ type: 'thread.item.added' }),
  ])
})

test('after a restart a widget lives on if the options name it, and is shown as it was kept if not', async () => {
  const { open, store, at } = await shop()
  at(evening)
  expect(await read(open())).toEqual(shown('Offer'))
  expect(await read(open({ widgets: [offer] }))).toEqual(shown('Over'))
  expect((await recordOf(store))?.version).toBe(2)
})

test('where somebody else was faster, the widget is shown as they have kept it', async () => {
  const inner = memoryStore()
  let faster = async () => {}
  const saveItem: ChatStore['saveItem'] = async (...given) => {
    await faster()
    return inner.saveItem(...given)
  }
  const { server, at } = await shop({ store: { ...inner, saveItem } })
  const bought = shown('Bought')
  faster = async () => {
    faster = async () => {}
    const record = { widget: 'offer', state: { until: noon, bought: true, over: false }, version: 2 }
    await inner.saveItem(everybody, thread_id, bought as Parameters<ChatStore['saveItem']>[2], record) // the same as JSON
  }
  at(evening)
  expect(await read(server)).toEqual(bought)
  expect((await recordOf(inner))?.version).toBe(2)
})

test('an onRead that fails, and a store that does not save, are logged, and leave the widget as it was kept', async () => {
  const log = keptLog()
  const broken = defineWidget({
    name: 'broken',
    state: z.strictObject({}),
    view: () => ({ type: 'Card', children: [] }),
    onRead: () => {
      throw new Error('no clock')
    },
  })
  const first = await shop({ log, respond: async (turn) => void (await turn.show(broken, {})) })
  expect(await read(first.server)).toMatchObject({ id: 'msg_2', widget: { type: 'Card' } })
  expect(log.lines).toContainEqual(
    expect.objectContaining({ level: 'warn', err: expect.objectContaining({ message: 'no clock' }), item: 'msg_2' }),
  )

  const inner = memoryStore()
  let full = false
  const down = () => Promise.reject(new Error('disk full'))
  const saveItem: ChatStore['saveItem'] = (...given) => (full ? down() : inner.saveItem(...given))
  const loadWidgets: ChatStore['loadWidgets'] = (...given) => (full ? down() : inner.loadWidgets(...given))
  for (const store of [
    { ...inner, saveItem },
    { ...inner, loadWidgets },
  ]) {
    full = false
    const { server, at } = await shop({ log, store })
    full = true
    at(evening)
    expect(await read(server)).toEqual(shown('Offer'))
    expect(log.lines.at(-1)).toMatchObject({ level: 'warn', err: { message: 'disk full' } })
  }
})

test('nothing is looked up for widgets that do not change by being read', async () => {
  const inner = memoryStore()
  let asked = 0
  const loadWidgets: ChatStore['loadWidgets'] = (...given) => {
    asked++
    return inner.loadWidgets(...given)
  }
  const still = defineWidget({ name: 'still', state: z.strictObject({}), view: () => ({ type: 'Card', children: [] }) })
  const { server } = await shop({
    store: { ...inner, loadWidgets },
    respond: async (turn) => void (await turn.show(still, {})),
  })
  await read(server)
  expect(asked).toBe(0)
})
