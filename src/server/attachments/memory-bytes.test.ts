import { expect, test } from 'vitest'
import { memoryBytes } from './memory-bytes.ts'
import { bytesOf, testBytes, textOf } from './testing/byte-store-contract.ts'

testBytes(async () => memoryBytes())

test('of several uploads to one key, the first is kept', async () => {
  const store = memoryBytes()
  await store.write('atc_1', bytesOf('first'))
  await expect(store.write('atc_1', bytesOf('second'))).rejects.toMatchObject({ code: 'conflict' })
  expect(await textOf(await store.read('atc_1'))).toBe('first')
})
