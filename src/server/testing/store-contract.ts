import { expect, test } from 'vitest'
import type { ThreadItem, ThreadMetadata } from '../../protocol/index.ts'
import type { ChatStore } from '../store.ts'

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

/** A store that was opened empty, by a clock that stands still until it is set forward. */
export type OpenStore = (clock?: { now: () => Date }) => Promise<ChatStore>

/** What every store must do, as tests; `open` gives a new and empty one each time. */
export function testStore(open: OpenStore): void {
  async function storeWith(...itemIds: string[]) {
    const store = await open()
    await store.saveThread(ada, thread('thr_1'))
    for (const id of itemIds) await store.saveItem(ada, 'thr_1', item(id))
    return store
  }

  test('what is not there is null, and deleting it is no error', async () => {
    const store = await open()
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
    const store = await open()
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

    await expect(store.saveItem(ada, 'thr_1', item('w1', 'stale'), state(2))).rejects.toMatchObject({
      code: 'conflict',
    })
    expect(await store.loadItem(ada, 'thr_1', 'w1')).toEqual(item('w1')) // neither of the two was saved
    await store.deleteItem(ada, 'thr_1', 'w1')
    expect(await store.loadWidget(ada, 'thr_1', 'w1')).toBeNull()
  })

  test('the records of several items come in one go', async () => {
    const store = await storeWith('a1')
    const record = { widget: 'slip', state: { placed: true }, version: 1, clicks: ['c1'] }
    await store.saveItem(ada, 'thr_1', item('w1'), record)
    expect(await store.loadWidgets(ada, 'thr_1', ['a1', 'w1', 'gone'])).toEqual(new Map([['w1', record]]))
    expect(await store.loadWidgets(ada, 'thr_1', [])).toEqual(new Map())
    expect(await store.loadWidgets(bob, 'thr_1', ['w1'])).toEqual(new Map())
  })

  test('one holder at a time has a thread, until it gives it free or its time is over', async () => {
    let time = Date.parse('2026-01-02T03:04:05Z')
    const store = await open({ now: () => new Date(time) })
    await store.saveThread(ada, thread('thr_1'))
    expect(await store.holdThread(ada, 'thr_1', 'one', 1000)).toBe(true)
    expect(await store.holdThread(ada, 'thr_1', 'two', 1000)).toBe(false)
    expect(await store.holdThread(bob, 'thr_1', 'two', 1000)).toBe(true) // not the same thread

    time += 900
    expect(await store.holdThread(ada, 'thr_1', 'one', 1000)).toBe(true) // prolonged
    time += 900
    expect(await store.holdThread(ada, 'thr_1', 'two', 1000)).toBe(false)
    time += 100
    expect(await store.holdThread(ada, 'thr_1', 'two', 1000)).toBe(true)

    await store.releaseThread(ada, 'thr_1', 'one') // not its own any more
    expect(await store.holdThread(ada, 'thr_1', 'three', 1000)).toBe(false)
    await store.releaseThread(ada, 'thr_1', 'two')
    expect(await store.holdThread(ada, 'thr_1', 'three', 1000)).toBe(true)
  })

  test('a thread is held before it is made, and what is deleted may still be held', async () => {
    const store = await open()
    expect(await store.holdThread(ada, 'thr_1', 'one', 60_000)).toBe(true)
    await store.saveThread(ada, thread('thr_1'))
    expect(await store.holdThread(ada, 'thr_1', 'two', 60_000)).toBe(false)
    await store.deleteThread(ada, 'thr_1')
    expect(await store.holdThread(ada, 'thr_1', 'one', 60_000)).toBe(true)
    await store.releaseThread(ada, 'thr_1', 'one')
    expect(await store.holdThread(ada, 'thr_1', 'two', 60_000)).toBe(true)
  })

  test('of many who want a thread at once, one gets it', async () => {
    const store = await storeWith()
    const wanted = Array.from({ length: 20 }, (_, at) => store.holdThread(ada, 'thr_1', `holder-${at}`, 60_000))
    expect((await Promise.all(wanted)).filter(Boolean)).toHaveLength(1)
  })

  test('the host sees whose thread it is, and all threads in the order they were made', async () => {
    const store = await storeWith()
    await store.saveThread(bob, thread('thr_2'))
    await store.saveThread(ada, thread('thr_3'))
    await store.saveThread(ada, { ...thread('thr_1'), title: 'First' })

    expect(await store.upkeep.ownerOf('thr_2')).toBe('bob')
    expect(await store.upkeep.ownerOf('gone')).toBeNull()
    const first = await store.upkeep.listThreads(page(2))
    expect(first).toEqual({
      data: [
        { ...thread('thr_1'), title: 'First', user: 'ada' },
        { ...thread('thr_2'), user: 'bob' },
      ],
      has_more: true,
      after: 'thr_2',
    })
    expect(ids(await store.upkeep.listThreads(page(2, 'asc', 'thr_2')))).toEqual(['thr_3'])
  })

  test('attachments that nobody sees are found: never sent for long, or sent in a thread that is gone', async () => {
    let time = Date.parse('2026-01-02T03:00:00Z')
    const store = await open({ now: () => new Date(time) })
    const file = (id: string) => ({ type: 'file' as const, id, name: `${id}.pdf`, mime_type: 'application/pdf' })
    await store.saveThread(ada, thread('thr_1'))
    await store.saveThread(ada, thread('thr_2'))
    await store.saveAttachment(ada, file('old'))
    await store.saveAttachment(ada, file('sent'))
    await store.saveAttachment(bob, file('deleted'))
    await store.saveThread(bob, thread('thr_3'))
    time += 3_600_000
    await store.saveAttachment(ada, { ...file('sent'), thread_id: 'thr_1' })
    await store.saveAttachment(bob, { ...file('deleted'), thread_id: 'thr_3' })
    await store.deleteThread(bob, 'thr_3')
    await store.saveAttachment(ada, file('new'))

    const orphans = await store.upkeep.listOrphans(new Date('2026-01-02T03:30:00Z'), 10)
    expect(orphans).toEqual([
      { user: 'ada', attachment: file('old') },
      { user: 'bob', attachment: { ...file('deleted'), thread_id: 'thr_3' } },
    ])
    expect(await store.upkeep.listOrphans(new Date('2026-01-02T03:30:00Z'), 1)).toHaveLength(1)
  })
}
