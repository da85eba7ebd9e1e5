import { expect, test } from 'vitest'
import type { ThreadItem, ThreadMetadata } from '../protocol/index.ts'
import { memoryStore } from './memory-store.ts'

const ada = { user: 'ada' }
const bob = { user: 'bob' }

const thread = (id: string): ThreadMetadata => ({
  id,
  created_at: '2026-01-02T03:04:05Z',
  status: { type: 'active' },
  metadata: {},
})
const item = (id: string, text = id): ThreadItem => ({
  type: 'assistant_message',
  id,
  thread_id: 'thr_1',
  created_at: '2026-01-02T03:04:05Z',
  content: [{ type: 'output_text', text, annotations: [] }],
})
const page = (limit: number, order: 'asc' | 'desc' = 'asc', after?: string) => ({ limit, order, after })
const ids = ({ data }: { data: { id: string }[] }) => data.map(({ id }) => id)

async function storeWith(...itemIds: string[]) {
  const store = memoryStore()
  await store.saveThread(ada, thread('thr_1'))
  for (const id of itemIds) await store.saveItem(ada, 'thr_1', item(id))
  return store
}

test('what is not there is null, and deleting it is no error', async () => {
  const store = memoryStore()
  expect(await store.loadThread(ada, 'thr_1')).toBeNull()
  expect(await store.loadItem(ada, 'thr_1', 'a1')).toBeNull()
  expect(await store.loadWidget(ada, 'thr_1', 'a1')).toBeNull()
  expect(await store.loadAttachment(ada, 'atc_1')).toBeNull()
  await store.deleteThread(ada, 'thr_1')
  await store.deleteItem(ada, 'thr_1', 'a1')
  await store.deleteAttachment(ada, 'atc_1')
})

test('nobody reads, changes or deletes what belongs to somebody else', async () => {
  const store = await storeWith('a1')
  await store.saveAttachment(ada, { type: 'file', id: 'atc_1', name: 'a.pdf', mime_type: 'application/pdf' })

  expect(await store.loadThread(bob, 'thr_1')).toBeNull()
  expect(await store.listThreads(bob, page(20))).toEqual({ data: [], has_more: false })
  expect(await store.loadItem(bob, 'thr_1', 'a1')).toBeNull()
  expect(await store.listItems(bob, 'thr_1', page(20))).toEqual({ data: [], has_more: false })
  expect(await store.loadAttachment(bob, 'atc_1')).toBeNull()
  await expect(store.saveItem(bob, 'thr_1', item('b1'))).rejects.toMatchObject({ code: 'not_found' })
  await store.deleteItem(bob, 'thr_1', 'a1')
  await store.deleteThread(bob, 'thr_1')
  await store.deleteAttachment(bob, 'atc_1')

  expect(await store.loadItem(ada, 'thr_1', 'a1')).toEqual(item('a1'))
  expect(await store.loadAttachment(ada, 'atc_1')).not.toBeNull()
})

test('items keep the order in which they were first saved, also when one is replaced', async () => {
  const store = await storeWith('a1', 'a2', 'a3')
  await store.saveItem(ada, 'thr_1', item('a2', 'new'))
  const { data } = await store.listItems(ada, 'thr_1', page(20))
  expect(data).toEqual([item('a1'), item('a2', 'new'), item('a3')])
})

test('pages follow each other by the id of their last row, in both directions', async () => {
  const store = await storeWith('a1', 'a2', 'a3', 'a4', 'a5')
  const first = await store.listItems(ada, 'thr_1', page(2, 'desc'))
  expect([ids(first), first.has_more, first.after]).toEqual([['a5', 'a4'], true, 'a4'])
  const second = await store.listItems(ada, 'thr_1', page(2, 'desc', first.after))
  expect([ids(second), second.has_more, second.after]).toEqual([['a3', 'a2'], true, 'a2'])
  const third = await store.listItems(ada, 'thr_1', page(2, 'desc', second.after))
  expect([ids(third), third.has_more, third.after]).toEqual([['a1'], false, undefined])
  expect(ids(await store.listItems(ada, 'thr_1', page(2, 'asc', 'a2')))).toEqual(['a3', 'a4'])
})

test('a page that ends with the last row is the last page', async () => {
  const store = await storeWith('a1', 'a2')
  expect(await store.listItems(ada, 'thr_1', page(2))).toEqual({ data: [item('a1'), item('a2')], has_more: false })
})

test('an unknown cursor starts from the beginning', async () => {
  const store = await storeWith('a1', 'a2')
  expect(ids(await store.listItems(ada, 'thr_1', page(20, 'desc', 'gone')))).toEqual(['a2', 'a1'])
})

test('a thread goes with its items', async () => {
  const store = await storeWith('a1')
  await store.deleteThread(ada, 'thr_1')
  await store.saveThread(ada, thread('thr_1'))
  expect(await store.listItems(ada, 'thr_1', page(20))).toEqual({ data: [], has_more: false })
})

test('an item cannot be saved into a thread that was deleted', async () => {
  const store = await storeWith()
  await store.deleteThread(ada, 'thr_1')
  await expect(store.saveItem(ada, 'thr_1', item('a1'))).rejects.toMatchObject({
    code: 'not_found',
    at: 'threads.thr_1',
  })
})

test('what goes in and comes out is copied', async () => {
  const store = memoryStore()
  const mine = thread('thr_1')
  await store.saveThread(ada, mine)
  mine.metadata.changed = 'outside'
  const loaded = await store.loadThread(ada, 'thr_1')
  if (loaded) loaded.title = 'changed outside'
  expect(await store.loadThread(ada, 'thr_1')).toEqual(thread('thr_1'))
})

test("a widget's state is saved with its item, one version after the other", async () => {
  const store = await storeWith()
  const state = (version: number) => ({ widget: 'slip', state: { placed: version > 1 }, version })
  await store.saveItem(ada, 'thr_1', item('w1'), state(1))
  await store.saveItem(ada, 'thr_1', item('w1'), state(2))
  expect(await store.loadWidget(ada, 'thr_1', 'w1')).toEqual({ widget: 'slip', state: { placed: true }, version: 2 })

  await expect(store.saveItem(ada, 'thr_1', item('w1', 'stale'), state(2))).rejects.toMatchObject({ code: 'conflict' })
  expect(await store.loadItem(ada, 'thr_1', 'w1')).toEqual(item('w1')) // neither of the two was saved
  await store.deleteItem(ada, 'thr_1', 'w1')
  expect(await store.loadWidget(ada, 'thr_1', 'w1')).toBeNull()
})
