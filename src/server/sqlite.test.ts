import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CompiledQuery } from 'kysely'
import Database from 'libsql'
import { afterEach, expect, test } from 'vitest'
import type { ThreadItem, ThreadMetadata } from '../protocol/index.ts'
import { type SqliteStoreOptions, sqliteStore } from './sqlite.ts'
import { testSql } from './testing/sql-contract.ts'
import { type OpenStore, testStore } from './testing/store-contract.ts'
import { testStoreData } from './testing/store-data.ts'

const opened: (() => unknown)[] = []
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close()
})

const ada = { user: 'ada' }
const created_at = '2026-01-02T03:04:05Z'
const thread: ThreadMetadata = { id: 'thr_1', created_at, status: { type: 'active' }, metadata: {} }
const item = (id: string): ThreadItem => ({
  type: 'assistant_message',
  id,
  thread_id: 'thr_1',
  created_at,
  content: [{ type: 'output_text', text: id, annotations: [] }],
})

function newFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'parlor-sqlite-'))
  opened.push(() => rmSync(folder, { recursive: true }))
  return join(folder, 'chat.db')
}
function openStore(options: Partial<SqliteStoreOptions> = {}) {
  const store = sqliteStore({ file: newFile(), ...options })
  opened.push(store.close)
  return store
}
/** The same file as another process sees it. */
function openBeside(file: string): Database.Database {
  const database = new Database(file, { timeout: 1000 })
  opened.push(() => database.close())
  return database
}

const open: OpenStore = async (clock) => openStore(clock)
testStore(open)
testStoreData(open)
testSql(async (log) => openStore({ log }))

test('what was saved is there when the file is opened again', async () => {
  const file = newFile()
  const before = openStore({ file })
  await before.saveThread(ada, thread)
  await before.saveItem(ada, 'thr_1', item('a1'))
  await before.close()
  expect(await openStore({ file }).loadItem(ada, 'thr_1', 'a1')).toEqual(item('a1'))
})

test('many stores open one new file at once, and all work', async () => {
  const file = newFile()
  const stores = Array.from({ length: 8 }, () => openStore({ file }))
  await Promise.all(stores.map((store, at) => store.saveThread(ada, { ...thread, id: `thr_${at}` })))
  const { data } = await openStore({ file }).listThreads(ada, { limit: 20, order: 'asc' })
  expect(data.map(({ id }) => id).toSorted()).toEqual(stores.map((_, at) => `thr_${at}`))
  const versions = openBeside(file).prepare('select version from parlor_migrations').all([])
  expect(versions).toEqual([{ version: 1 }])
})

test('a file that newer code has migrated is used as it is', async () => {
  const file = newFile()
  await openStore({ file }).saveThread(ada, thread)
  openBeside(file).exec('insert into parlor_migrations (version) values (99)')
  expect(await openStore({ file }).loadThread(ada, 'thr_1')).toEqual(thread)
})

test('many stores write to one file at once, and each waits for its turn', async () => {
  const file = newFile()
  const stores = Array.from({ length: 4 }, () => openStore({ file }))
  await stores[0]?.saveThread(ada, thread)
  await Promise.all(
    stores.flatMap((store, at) =>
      Array.from({ length: 25 }, (_, n) => store.saveItem(ada, 'thr_1', item(`${at}-${n}`))),
    ),
  )
  const { data } = await openStore({ file }).listItems(ada, 'thr_1', { limit: 200, order: 'asc' })
  expect(new Set(data.map(({ id }) => id)).size).toBe(100)
})

test('while another process writes a call waits, and the process goes on', async () => {
  const file = newFile()
  const store = openStore({ file })
  await store.saveThread(ada, thread)
  const other = openBeside(file)
  other.exec('begin immediate')
  let ticks = 0
  const ticking = setInterval(() => ++ticks === 5 && other.exec('commit'), 1)
  await store.saveItem(ada, 'thr_1', item('a1'))
  clearInterval(ticking)
  expect(ticks).toBeGreaterThanOrEqual(5)
  expect(other.prepare('select id from parlor_items').all([])).toEqual([{ id: 'a1' }]) // committed, not only written
})

test('it is in the write-ahead log, synced at each commit, and holds its keys', async () => {
  const file = newFile()
  await openStore({ file }).saveThread(ada, thread)
  expect(openBeside(file).prepare('pragma journal_mode').all([])).toEqual([{ journal_mode: 'wal' }])
})

test('a file that cannot be opened says so at once, and names it', () => {
  const file = newFile()
  writeFileSync(file, 'This is a text, and long enough that nobody takes it for a database. '.repeat(50))
  for (const wrong of [join(file, 'no-folder', 'chat.db'), file]) {
    expect(() => sqliteStore({ file: wrong })).toThrow(
      expect.objectContaining({ code: 'store_failed', at: 'sqliteStore.file', problem: `${wrong} cannot be opened` }),
    )
  }
})

test('an error of the database tells its code, not the query and nothing that was kept', async () => {
  const file = newFile()
  const store = openStore({ file })
  await store.saveThread(ada, thread)
  openBeside(file).exec('drop table parlor_attachments')
  const failed = store.saveAttachment(ada, { type: 'file', id: 'atc_1', name: 'secret.pdf', mime_type: 'text/plain' })
  await expect(failed).rejects.toMatchObject({
    code: 'store_failed',
    message:
      'store.saveAttachment: The database failed (SQLITE_ERROR). Its own error is the `cause`; try again if the database was only away',
  })
})

test('a page is a range of an index: nothing is sorted, nothing scanned, in a thread of any length', async () => {
  const file = newFile()
  const asked: CompiledQuery[] = []
  const store = openStore({ file, log: ({ query }) => void asked.push(query) })
  await store.saveThread(ada, thread)
  asked.length = 0
  for (const order of ['asc', 'desc'] as const) {
    for (const after of [undefined, 'a1']) {
      await store.listItems(ada, 'thr_1', { limit: 20, order, after })
      await store.listThreads(ada, { limit: 20, order, after })
    }
  }
  const database = openBeside(file)
  for (const { sql, parameters } of asked) {
    const plan = JSON.stringify(database.prepare(`explain query plan ${sql}`).all([...parameters]))
    expect(plan).toMatch(/SEARCH parlor_\w+ USING INDEX parlor_\w+_in_order \(user_id=\?/)
    expect(plan).not.toMatch(/SCAN parlor|TEMP B-TREE/)
  }
})
