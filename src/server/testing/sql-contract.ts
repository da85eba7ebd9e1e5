import type { CompiledQuery, LogConfig } from 'kysely'
import { expect, test } from 'vitest'
import type { ThreadItem, ThreadMetadata } from '../../protocol/index.ts'
import type { SqlStore } from '../sql/sql-store.ts'
import { scopedStore } from '../store.ts'

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

/** A store that was opened empty, whose queries `log` hears. */
export type OpenSqlStore = (log: LogConfig) => Promise<SqlStore>

/** Queries, and the call each was made for. */
interface Heard {
  method: string
  query: CompiledQuery
}

/** Calls every method of a store as one user, and some with nothing to find, and collects what it asked the database. */
async function allQueries(open: OpenSqlStore): Promise<{ heard: Heard[]; called: string[] }> {
  const heard: Heard[] = []
  let method = ''
  const store = await open(({ query }) => {
    if (method) heard.push({ method, query })
  })
  await store.loadThread(ada, 'thr_1') // makes the tables
  const mine = scopedStore(store, ada)
  const record = (version: number) => ({ widget: 'slip', state: 1, version })
  const file = { type: 'file' as const, id: 'atc_1', name: 'a.pdf', mime_type: 'application/pdf' }
  const page = { limit: 2, order: 'asc' as const }
  const calls: { [Method in keyof typeof mine]: (() => Promise<unknown>)[] } = {
    saveThread: [() => mine.saveThread(thread)],
    loadThread: [() => mine.loadThread('thr_1')],
    listThreads: [() => mine.listThreads(page), () => mine.listThreads({ limit: 2, order: 'desc', after: 'thr_1' })],
    saveItem: [
      () => mine.saveItem('thr_1', item('a1')),
      () => mine.saveItem('thr_1', item('w1'), record(1)),
      () => mine.saveItem('thr_1', item('w1'), record(2)),
      () => mine.saveItem('thr_1', item('w1'), record(2)).catch(() => {}),
      () => mine.saveItem('gone', item('w1'), record(2)).catch(() => {}),
    ],
    loadItem: [() => mine.loadItem('thr_1', 'a1')],
    listItems: [
      () => mine.listItems('thr_1', page),
      () => mine.listItems('thr_1', { ...page, after: 'a1' }),
      () => mine.listItems('thr_1', { limit: 2, order: 'desc', after: 'a1' }),
    ],
    loadWidget: [() => mine.loadWidget('thr_1', 'w1')],
    loadWidgets: [() => mine.loadWidgets('thr_1', ['w1', 'a1'])],
    holdThread: [() => mine.holdThread('thr_1', 'one', 1000)],
    releaseThread: [() => mine.releaseThread('thr_1', 'one')],
    saveAttachment: [() => mine.saveAttachment(file)],
    loadAttachment: [() => mine.loadAttachment('atc_1')],
    deleteAttachment: [() => mine.deleteAttachment('atc_1')],
    deleteItem: [() => mine.deleteItem('thr_1', 'a1')],
    deleteThread: [() => mine.deleteThread('thr_1')],
  }
  for (const [name, ways] of Object.entries(calls)) {
    method = name
    for (const call of ways) await call()
  }
  method = ''
  return { heard, called: Object.keys(calls) }
}

/** What every SQL store must do beyond the contract of all stores, as tests. */
export function testSql(open: OpenSqlStore): void {
  test('every query of every method names the user, for each table it touches', async () => {
    const { heard, called } = await allQueries(open)
    expect([...new Set(heard.map(({ method }) => method))].toSorted()).toEqual(called.toSorted())
    for (const { query } of heard) {
      const tables = query.sql.match(/(?:from|join|update) (?:"[\w-]+"\.)?"parlor_\w+"/g) ?? []
      const bound = query.sql.match(/"user_id" = (?:\$\d+|\?)/g) ?? []
      const inserted = query.sql.match(/^insert into (?:"[\w-]+"\.)?"parlor_\w+" \("user_id"/g) ?? []
      expect(bound, query.sql).toHaveLength(tables.length)
      expect(tables.length + inserted.length, query.sql).toBeGreaterThan(0)
      expect(query.parameters, query.sql).toContain('ada')
    }
  })

  test('no query grows with a value, and none skips rows', async () => {
    const { heard } = await allQueries(open)
    for (const { query } of heard) expect(query.sql).not.toMatch(/\boffset\b|thr_1|ada|w1|atc_1/i)
  })

  test('a store that is closed says so', async () => {
    const store = await open(() => {})
    await store.saveThread(ada, thread)
    await store.close()
    await store.close()
    await expect(store.loadThread(ada, 'thr_1')).rejects.toMatchObject({ code: 'misuse', at: 'store.loadThread' })
  })
}
