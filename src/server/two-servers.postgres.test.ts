import { randomUUID } from 'node:crypto'
import { setImmediate as tick } from 'node:timers/promises'
import { afterAll, expect, inject, test } from 'vitest'
import { createChatServer } from './create-chat-server.ts'
import { postgresStore } from './postgres.ts'
import { ask, message, readEvents, silentLog } from './test-client.ts'
import { faultServer, firstMessage, press } from './testing/fault-server.ts'

const everybody = { user: 'everybody' }
const closing: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const close of closing) await close()
})

/** Two stores with connections of their own on one database, as two servers behind one address have. */
function twoStores() {
  const schema = `test_${randomUUID()}`
  const open = () => {
    const store = postgresStore({ url: inject('postgresUrl'), schema })
    closing.push(store.close)
    return store
  }
  return [open(), open()] as const
}

test('turns in one thread come one after the other, whichever server they reach', async () => {
  const stores = twoStores()
  const said: string[] = []
  let underWay = 0
  const servers = stores.map((store, at) =>
    createChatServer({
      store,
      log: silentLog,
      async respond(turn) {
        expect(++underWay).toBe(1)
        for (let turns = 0; turns < 20; turns++) await tick() // room for another turn to slip in
        await turn.say(`${turn.text}, says server ${at}`)
        for (let turns = 0; turns < 20; turns++) await tick()
        said.push(turn.text)
        underWay--
      },
    }),
  )
  const [one, two] = servers
  if (!one || !two) return expect.unreachable()
  const [created] = await ask(one, 'threads.create', message('first'))
  if (created?.type !== 'thread.created') return expect.unreachable()
  const thread_id = created.thread.id
  const names = Array.from({ length: 12 }, (_, at) => `message ${at}`)
  const answers = await Promise.all(
    names.map((name, at) => ask(at % 2 ? one : two, 'threads.add_user_message', { thread_id, ...message(name) })),
  )
  for (const events of answers) expect(events.filter(({ type }) => type === 'thread.item.done')).toHaveLength(2)
  expect(said.toSorted()).toEqual(['first', ...names].toSorted())

  const { data } = await stores[0].listItems(everybody, thread_id, { limit: 100, order: 'asc' })
  const texts = data.map((item) =>
    item.type === 'user_message' || item.type === 'assistant_message'
      ? item.content.map(({ text }) => text).join()
      : '',
  )
  expect(texts).toHaveLength(26)
  for (let at = 0; at < texts.length; at += 2) expect(texts[at + 1]?.startsWith(`${texts[at]}, says`)).toBe(true)
})

test('a click that reaches both servers, again and again, is done once', async () => {
  const stores = twoStores()
  let pressed = 0
  const servers = [faultServer(stores[0], () => pressed++), faultServer(stores[1], () => pressed++)] as const
  const [first] = servers
  const [created, ...events] = await ask(first, 'threads.create', firstMessage)
  if (created?.type !== 'thread.created') return expect.unreachable()
  const thread_id = created.thread.id
  const widget = events.flatMap((event) =>
    event.type === 'thread.item.done' && event.item.type === 'widget' ? [event.item.id] : [],
  )[0]
  if (!widget) return expect.unreachable()

  const click = (key: string) =>
    new Request('http://parlor.test/chatkit', {
      method: 'POST',
      body: JSON.stringify({
        type: 'threads.custom_action',
        params: { thread_id, item_id: widget, action: { type: press.type, payload: {} } },
        metadata: { idempotency_key: key },
      }),
    })
  const presses = () => stores[0].loadWidget(everybody, thread_id, widget)
  for (const [index, key] of ['one', 'two', 'three'].entries()) {
    const answers = Array.from({ length: 6 }, async (_, at) =>
      readEvents(await servers[at % 2 ? 0 : 1].fetch(click(key))),
    )
    for (const events of await Promise.all(answers)) expect(events.some(({ type }) => type === 'error')).toBe(false)
    expect(await presses()).toMatchObject({ state: { presses: 3 + index }, version: 2 + index })
    expect(pressed).toBe(index + 1)
  }
})
