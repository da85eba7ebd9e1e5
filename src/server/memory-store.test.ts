import fc from 'fast-check'
import { expect, test } from 'vitest'
import { memoryStore } from './memory-store.ts'
import { type OpenStore, testStore } from './testing/store-contract.ts'
import { testStoreData } from './testing/store-data.ts'

const open: OpenStore = async (clock) => memoryStore(clock)

testStore(open)
testStoreData(open)

test('what is kept is what JSON makes of it', async () => {
  const strange = fc.anything({ withDate: true, withNullPrototype: true, withSparseArray: true })
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.string(), strange), async (metadata) => {
      const store = memoryStore()
      const thread = { id: 'thr_1', created_at: '2026-01-02T03:04:05Z', status: { type: 'active' as const }, metadata }
      await store.saveThread({ user: 'ada' }, thread)
      expect(await store.loadThread({ user: 'ada' }, 'thr_1')).toEqual(JSON.parse(JSON.stringify(thread)))
    }),
  )
})
