import { expect, test } from 'vitest'
import { harness, isIdle, transcript } from './testing/harness.ts'
import { said, thread } from './testing/samples.ts'

const items = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => said(`msg_${from + index}`, `${from + index}`))

test('of a long thread the tail is shown, and older items are paged in on demand', async () => {
  const { chat, server, until } = harness({ initialThread: 'thr_1' })
  server.on('threads.get_by_id', {
    json: { ...thread('thr_1', 'Long'), items: { data: items(0, 20), has_more: true, after: 'msg_19' } },
  })
  server.on(
    'items.list',
    { json: { data: items(40, 70).reverse(), has_more: true, after: 'msg_40' } },
    { json: { data: [], has_more: true, after: 'msg_30' } }, // a page of hidden items only
    { json: { data: items(0, 30).reverse(), has_more: false } },
  )
  const loaded = await until(({ thread: { items: shown } }) => shown.length > 0)
  expect(transcript(loaded)).toEqual(items(40, 70).map((_, index) => `user: ${index + 40}`))
  expect(loaded.older).toBe('available')
  expect(loaded.thread.thread?.title).toBe('Long')

  chat.actions.loadOlder()
  chat.actions.loadOlder()
  const all = await until(({ older }) => older === 'none')
  expect(all.thread.items.map(({ id }) => id)).toEqual([...items(0, 30), ...items(40, 70)].map(({ id }) => id))
  expect(server.requests.map(({ params }) => params)).toEqual([
    { thread_id: 'thr_1' },
    { thread_id: 'thr_1', order: 'desc', limit: 30 },
    { thread_id: 'thr_1', order: 'desc', limit: 30, after: 'msg_40' },
    { thread_id: 'thr_1', order: 'desc', limit: 30, after: 'msg_30' },
  ])
})

test('a server whose cursor stands still is not asked for ever', async () => {
  const { server, until } = harness({ initialThread: 'thr_1' })
  server.on('threads.get_by_id', {
    json: { ...thread('thr_1'), items: { data: items(0, 20), has_more: true, after: 'msg_19' } },
  })
  server.on('items.list', { json: { data: [], has_more: true, after: 'msg_30' } })
  await until(({ threadLoad, threadId }) => threadId !== null && threadLoad === 'idle')
  expect(server.requests.map(({ type }) => type)).toEqual(['threads.get_by_id', 'items.list', 'items.list'])
})

test('older items that do not come can be asked for again', async () => {
  const { chat, server, errors, until } = harness({ initialThread: 'thr_1' })
  server.on('threads.get_by_id', {
    json: { ...thread('thr_1'), items: { data: items(0, 20), has_more: true, after: 'msg_19' } },
  })
  server.on('items.list', { json: { data: items(10, 40).reverse(), has_more: true, after: 'msg_10' } }, 'unreachable', {
    json: { data: items(0, 10).reverse(), has_more: false },
  })
  await until(({ older }) => older === 'available')
  chat.actions.loadOlder()
  await until(({ older }) => older === 'failed')
  expect(errors.map(({ name }) => name)).toEqual(['ThreadLoadError'])
  chat.actions.loadOlder()
  const state = await until(({ older }) => older === 'none')
  expect(state.thread.items).toHaveLength(40)
})

test('a short thread needs one request', async () => {
  const { server, until } = harness({ initialThread: 'thr_1' })
  server.on('threads.get_by_id', { json: { ...thread('thr_1'), items: { data: items(0, 2), has_more: false } } })
  const state = await until((now) => isIdle(now) && now.thread.items.length === 2)
  expect(transcript(state)).toEqual(['user: 0', 'user: 1'])
  expect(state.older).toBe('none')
  expect(server.requests).toHaveLength(1)
})
