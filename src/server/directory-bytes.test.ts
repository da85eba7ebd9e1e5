import { mkdtemp, readdir, rm, stat, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { bytesOf, testBytes, textOf } from './attachments/testing/byte-store-contract.ts'
import { directoryBytes } from './directory-bytes.ts'

const folders: string[] = []
async function newFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'parlor-bytes-'))
  folders.push(folder)
  return folder
}
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
})

testBytes(async () => directoryBytes(await newFolder()))

test('of many uploads to one key at once, one is kept', async () => {
  const folder = await newFolder()
  const store = directoryBytes(folder)
  const writes = Array.from({ length: 20 }, (_, at) => store.write('atc_1', bytesOf(`upload ${at}`)))
  const settled = await Promise.allSettled(writes)
  const won = settled.findIndex(({ status }) => status === 'fulfilled')
  expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await textOf(await store.read('atc_1'))).toBe(`upload ${won}`)
  expect(await readdir(join(folder, 'incoming'))).toEqual([])
})

test('files and folders are for this user alone, and nothing lies outside', async () => {
  const folder = await newFolder()
  const store = directoryBytes(join(folder, 'inner'))
  await store.write('../atc_1', bytesOf('abc'))
  expect(await readdir(folder)).toEqual(['inner'])
  expect(await readdir(join(folder, 'inner', 'files'))).toEqual(['%2E%2E%2Fatc_1'])
  expect((await stat(join(folder, 'inner', 'files', '%2E%2E%2Fatc_1'))).mode & 0o777).toBe(0o600)
  expect((await stat(join(folder, 'inner', 'files'))).mode & 0o777).toBe(0o700)
})

test('who gives up an upload leaves no file', async () => {
  const folder = await newFolder()
  const store = directoryBytes(folder)
  const gone = new AbortController()
  let pulled = 0
  const slow = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (pulled++ === 2) gone.abort()
      if (pulled > 3) await new Promise(() => {}) // never more
      controller.enqueue(new Uint8Array(10))
    },
  })
  await expect(store.write('atc_1', slow, { signal: gone.signal })).rejects.toMatchObject({ name: 'AbortError' })
  expect([await readdir(join(folder, 'incoming')), await readdir(join(folder, 'files'))]).toEqual([[], []])
})

test('a reader that leaves closes its file, and what is read can be long', async () => {
  const store = directoryBytes(await newFolder())
  await store.write('atc_1', bytesOf('x'.repeat(300_000)))
  const body = await store.read('atc_1')
  const reader = body?.getReader()
  expect((await reader?.read())?.value?.byteLength).toBe(65_536)
  await reader?.cancel()
})

test('what a killed upload left is swept when it is old', async () => {
  const folder = await newFolder()
  const store = directoryBytes(folder)
  await store.sweep?.(new Date())
  let release = () => {}
  const stalled = new ReadableStream<Uint8Array>({
    async pull(controller) {
      controller.enqueue(new Uint8Array(10))
      await new Promise<void>((resolve) => {
        release = resolve
      })
      controller.error(new Error('cut'))
    },
  })
  const writing = store.write('atc_1', stalled)
  const incoming = join(folder, 'incoming')
  await expect.poll(async () => (await readdir(incoming).catch(() => [])).length).toBe(1)
  const [part = ''] = await readdir(incoming)
  await store.sweep?.(new Date(Date.now() - 3_600_000))
  expect(await readdir(incoming)).toEqual([part])
  await utimes(join(incoming, part), 1, 1)
  await store.sweep?.(new Date(Date.now() - 3_600_000))
  expect(await readdir(incoming)).toEqual([])
  release()
  await expect(writing).rejects.toThrow('cut')
})
