import { expect, test, vi } from 'vitest'
import { harness, isIdle } from './testing/harness.ts'
import { cancellable, card, done, firstTurn, said, thread } from './testing/samples.ts'

const stored = { ...thread('thr_1', 'Tea'), items: { data: [card('wid_1', 'Tea')], has_more: false } }
const keys = ({ server }: ReturnType<typeof harness>) =>
  server.requests.flatMap(({ type, metadata }) => (metadata ? [`${type} ${String(metadata.idempotency_key)}`] : []))

test('a lost message that is sent again is the same message to the server, the next one is another', async () => {
  const made = harness()
  const { chat, server, until } = made
  server.on('threads.create', 'unreachable', { events: firstTurn })
  server.on('threads.add_user_message', { events: [done(said('msg_3', 'more'))] })
  await expect(chat.methods.sendUserMessage({ text: 'hi' })).rejects.toMatchObject({ code: 'network' })
  chat.actions.retry()
  await until((state) => isIdle(state) && state.thread.items.length === 2)
  await chat.methods.sendUserMessage({ text: 'more' })
  await until(isIdle)
  expect(keys(made)).toEqual(['threads.create 2', 'threads.create 2', 'threads.add_user_message 3'])
})

test.each([
  ['streams', true, 'threads.custom_action'],
  ['is answered at once', false, 'threads.sync_custom_action'],
] as const)('a click whose action %s is one click, however often it is tried; the next click is another', async (_, streaming, type) => {
  const made = harness({ initialThread: 'thr_1' })
  const { chat, server, until } = made
  server.on('threads.get_by_id', { json: stored })
  server.on(type, 'unreachable', streaming ? { events: [cancellable] } : { json: {} })
  await until(({ thread: { items } }) => items.length === 1)
  const click = () => chat.actions.customAction('wid_1', { type: 'pick' }, { handler: 'server', streaming })
  await click()
  chat.actions.retry()
  await vi.waitFor(() => expect(server.requests).toHaveLength(3))
  await until((state) => isIdle(state) && state.turn.error === null)
  await click()
  expect(keys(made)).toEqual([`${type} 2`, `${type} 2`, `${type} 3`])
})
