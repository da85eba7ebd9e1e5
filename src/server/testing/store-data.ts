import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ThreadItem, ThreadMetadata } from '../../protocol/index.ts'
import type { ChatStore } from '../store.ts'
import type { OpenStore } from './store-contract.ts'

const ada = { user: 'ada' }
const created_at = '2026-01-02T03:04:05Z'
const thread = (id: string, metadata: Record<string, unknown> = {}): ThreadMetadata => ({
  id,
  created_at,
  status: { type: 'active' },
  metadata,
})
const item = (id: string, text = id, thread_id = 'thr_1'): ThreadItem => ({
  type: 'assistant_message',
  id,
  thread_id,
  created_at,
  content: [{ type: 'output_text', text, annotations: [] }],
})
const ids = ({ data }: { data: { id: string }[] }) => data.map(({ id }) => id)

/** Any text that JavaScript can hold: also U+0000, and halves of surrogate pairs. */
const anyText = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) })
const awkwardText = fc.oneof(
  anyText,
  fc.constantFrom(
    '\u0000',
    '\ud83d',
    '\udc00\ud800',
    '',
    "'; drop table",
    '"',
    '\\',
    '\\u0000',
    '😀',
    'é',
    'e\u0301',
    '%',
  ),
)
const anyJson = fc
  .jsonValue({ maxDepth: 6, noUnicodeString: false })
  .chain((value) =>
    fc.dictionary(awkwardText, fc.oneof(awkwardText, fc.constant(value))).map((record) => ({ record, value })),
  )

/** What every store must do with whatever it is given, and with many at once, as tests. */
export function testStoreData(open: OpenStore): void {
  async function withThread(): Promise<ChatStore> {
    const store = await open()
    await store.saveThread(ada, thread('thr_1'))
    return store
  }

  test('any JSON comes back as it was, the order of its keys too', async () => {
    const store = await open()
    await fc.assert(
      fc.asyncProperty(anyJson, async (data) => {
        const kept = thread('thr_1', data)
        await store.saveThread(ada, kept)
        const drawn = item('w1', JSON.stringify(data))
        await store.deleteItem(ada, 'thr_1', 'w1')
        await store.saveItem(ada, 'thr_1', drawn, { widget: 'any', state: data, version: 1 })
        const file = { type: 'file' as const, id: 'atc_1', name: 'a', mime_type: 'text/plain', metadata: data }
        await store.saveAttachment(ada, file)

        const asJson = (value: unknown) => JSON.stringify(value)
        expect(asJson(await store.loadThread(ada, 'thr_1'))).toBe(asJson(kept))
        expect(asJson(await store.loadItem(ada, 'thr_1', 'w1'))).toBe(asJson(drawn))
        expect(asJson((await store.loadWidget(ada, 'thr_1', 'w1'))?.state)).toBe(asJson(data))
        expect(asJson(await store.loadAttachment(ada, 'atc_1'))).toBe(asJson(file))
      }),
      { numRuns: 60 },
    )
  })

  test('keys that look like numbers, twice-escaped text and a long chain of parents come back too', async () => {
    const store = await open()
    let deep: unknown = 'the end'
    for (let depth = 0; depth < 2_000; depth++) deep = depth % 2 ? [deep] : { deep }
    const metadata = { z: 1, a: 2, 10: 3, 9: 4, __proto: 5, constructor: 6, text: '\\u0000 \u0000 \\', deep }
    await store.saveThread(ada, thread('thr_1', metadata))
    expect(JSON.stringify(await store.loadThread(ada, 'thr_1'))).toBe(JSON.stringify(thread('thr_1', metadata)))
  })

  test('users and ids of any characters stay apart, and lead through the pages', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(awkwardText, { minLength: 2, maxLength: 4 }), async (names) => {
        const store = await open()
        for (const user of names) {
          for (const id of names) await store.saveThread({ user }, thread(id, { user }))
          await store.saveItem({ user }, names[0] ?? '', item(user, user, names[0]))
          expect(await store.holdThread({ user }, names[0] ?? '', user, 60_000)).toBe(true)
        }
        for (const user of names) {
          const seen: string[] = []
          for (let after: string | undefined, more = true; more; ) {
            const page = await store.listThreads({ user }, { limit: 1, order: 'asc', after })
            expect(page.data.map(({ metadata }) => metadata)).toEqual([{ user }])
            seen.push(...ids(page))
            after = page.after ?? undefined
            more = page.has_more
          }
          expect(seen).toEqual(names)
          expect(ids(await store.listItems({ user }, names[0] ?? '', { limit: 9, order: 'asc' }))).toEqual([user])
          expect(await store.loadWidgets({ user }, names[0] ?? '', names)).toEqual(new Map())
        }
        const owners = (await store.upkeep.listThreads({ limit: 99, order: 'asc' })).data.map(({ user }) => user)
        expect(owners).toEqual(names.flatMap((user) => names.map(() => user)))
      }),
      { numRuns: 8 },
    )
  })

  test('an item of five million characters is kept', async () => {
    const store = await withThread()
    const big = item('big', '\u0000😀é'.repeat(1_250_000))
    await store.saveItem(ada, 'thr_1', big)
    expect(JSON.stringify(await store.loadItem(ada, 'thr_1', 'big')) === JSON.stringify(big)).toBe(true)
  })

  test('many users at once each see their own, in their own order', async () => {
    const store = await open()
    const users = Array.from({ length: 50 }, (_, at) => `user-${at}`)
    await Promise.all(users.map((user) => store.saveThread({ user }, thread('thr_1'))))
    for (const id of ['a1', 'a2', 'a3']) {
      await Promise.all(users.map((user) => store.saveItem({ user }, 'thr_1', item(id, user))))
    }
    for (const user of users) {
      const { data } = await store.listItems({ user }, 'thr_1', { limit: 10, order: 'asc' })
      expect(data).toEqual(['a1', 'a2', 'a3'].map((id) => item(id, user)))
    }
  })

  test('of many who save the next version of a widget at once, one does, and its item with it', async () => {
    const store = await withThread()
    for (const version of [1, 2, 3]) {
      const tries = Array.from({ length: 10 }, (_, at) =>
        store.saveItem(ada, 'thr_1', item('w1', `${version}-${at}`), {
          widget: 'slip',
          state: `${version}-${at}`,
          version,
        }),
      )
      const results = await Promise.allSettled(tries)
      const winners = results.flatMap(({ status }, at) => (status === 'fulfilled' ? [at] : []))
      expect(winners).toHaveLength(1)
      for (const result of results) {
        if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'conflict', at: 'items.w1' })
      }
      const won = `${version}-${winners[0]}`
      expect(await store.loadItem(ada, 'thr_1', 'w1')).toEqual(item('w1', won))
      expect(await store.loadWidget(ada, 'thr_1', 'w1')).toEqual({ widget: 'slip', state: won, version })
    }
  })

  test('an item that has a widget keeps it when the item alone is saved', async () => {
    const store = await withThread()
    const record = { widget: 'slip', state: 1, version: 1 }
    await store.saveItem(ada, 'thr_1', item('w1'), record)
    await store.saveItem(ada, 'thr_1', item('w1', 'new'))
    expect(await store.loadItem(ada, 'thr_1', 'w1')).toEqual(item('w1', 'new'))
    expect(await store.loadWidget(ada, 'thr_1', 'w1')).toEqual(record)
  })

  test('an item that had none can become a widget', async () => {
    const store = await withThread()
    const record = { widget: 'slip', state: 1, version: 1 }
    await store.saveItem(ada, 'thr_1', item('w1'))
    await expect(store.saveItem(ada, 'thr_1', item('w1'), { ...record, version: 2 })).rejects.toMatchObject({
      code: 'conflict',
      problem: 'Version 2 cannot follow version 0',
    })
    await store.saveItem(ada, 'thr_1', item('w1', 'new'), record)
    expect(await store.loadWidget(ada, 'thr_1', 'w1')).toEqual(record)
  })

  test('a widget cannot be saved into a thread that is not there, whatever its version', async () => {
    const store = await open()
    for (const version of [1, 2]) {
      const record = { widget: 'slip', state: 1, version }
      await expect(store.saveItem(ada, 'thr_1', item('w1'), record)).rejects.toMatchObject({ code: 'not_found' })
    }
  })

  test('items saved at once are all there, and each is on one page', async () => {
    const store = await withThread()
    const names = Array.from({ length: 40 }, (_, at) => `a${at}`)
    await Promise.all(names.map((id) => store.saveItem(ada, 'thr_1', item(id))))
    const seen: string[] = []
    for (let after: string | undefined, more = true; more; ) {
      const page = await store.listItems(ada, 'thr_1', { limit: 7, order: 'asc', after })
      seen.push(...ids(page))
      after = page.after ?? undefined
      more = page.has_more
    }
    expect(seen.toSorted()).toEqual(names.toSorted())
  })

  test('who reads to the end while others write misses nothing that comes later', async () => {
    const store = await withThread()
    const names = Array.from({ length: 60 }, (_, at) => `a${at}`)
    const writing = { done: false }
    const written = Promise.all(names.map((id) => store.saveItem(ada, 'thr_1', item(id)))).then(() => {
      writing.done = true
    })
    const seen: string[] = []
    for (let last = false; !last; ) {
      last = writing.done
      const page = await store.listItems(ada, 'thr_1', { limit: 100, order: 'asc', after: seen.at(-1) })
      seen.push(...ids(page))
    }
    await written
    expect(seen.toSorted()).toEqual(names.toSorted())
  })

  test('what is saved while its thread is deleted is gone or refused, never left over', async () => {
    for (let round = 0; round < 5; round++) {
      const store = await withThread()
      const saves = Array.from({ length: 12 }, (_, at) => store.saveItem(ada, 'thr_1', item(`a${at}`)))
      const [, ...results] = await Promise.allSettled([store.deleteThread(ada, 'thr_1'), ...saves])
      for (const result of results) {
        if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'not_found' })
      }
      await store.deleteThread(ada, 'thr_1')
      await store.saveThread(ada, thread('thr_1'))
      expect(await store.listItems(ada, 'thr_1', { limit: 20, order: 'asc' })).toEqual({ data: [], has_more: false })
    }
  })
}
