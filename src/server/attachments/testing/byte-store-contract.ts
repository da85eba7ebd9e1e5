import { expect, test } from 'vitest'
import type { ByteStore } from '../byte-store.ts'

export const bytesOf = (text: string) => new Blob([text]).stream()
export const textOf = (stream: ReadableStream<Uint8Array> | null) => new Response(stream).text()

/** What every byte store must do, as tests; `open` gives a new and empty one each time. */
export function testBytes(open: () => Promise<ByteStore>): void {
  test('what was written is read again, whole or by its first bytes', async () => {
    const store = await open()
    const long = `begin ${'x'.repeat(200_000)} end`
    await store.write('atc_1', bytesOf(long))
    expect(await textOf(await store.read('atc_1'))).toBe(long)
    const look = await store.look('atc_1')
    expect([look?.size, new TextDecoder().decode(look?.head)]).toEqual([long.length, long.slice(0, 64)])
  })

  test('a short file is looked at to its end', async () => {
    const store = await open()
    await store.write('atc_1', bytesOf('abc'))
    const look = await store.look('atc_1')
    expect([look?.size, new TextDecoder().decode(look?.head)]).toEqual([3, 'abc'])
  })

  test('what is not there is null, and deleting it is no error', async () => {
    const store = await open()
    expect(await store.read('atc_1')).toBeNull()
    expect(await store.look('atc_1')).toBeNull()
    await store.delete('atc_1')
    await store.write('atc_1', bytesOf('abc'))
    await store.delete('atc_1')
    expect(await store.read('atc_1')).toBeNull()
  })

  test('a stream that fails leaves nothing behind', async () => {
    const store = await open()
    let pulls = 0
    const failing = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (pulls++ > 2) throw new Error('cut')
        controller.enqueue(new Uint8Array(1000))
      },
    })
    await expect(store.write('atc_1', failing)).rejects.toThrow('cut')
    expect(await store.look('atc_1')).toBeNull()
    await store.write('atc_1', bytesOf('again'))
    expect(await textOf(await store.read('atc_1'))).toBe('again')
  })

  test('keys are names, never paths', async () => {
    const store = await open()
    for (const key of ['../../outside', 'a/b', '.', '..', 'ä b%2F', 'a+b']) {
      await store.write(key, bytesOf(key))
      expect(await textOf(await store.read(key))).toBe(key)
    }
  })
}
