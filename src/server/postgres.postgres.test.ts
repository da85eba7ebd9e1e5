import { randomUUID } from 'node:crypto'
import type { CompiledQuery, LogEvent } from 'kysely'
import { Client, Pool } from 'pg'
import { afterAll, expect, inject, test, vi } from 'vitest'
import type { ThreadItem, ThreadMetadata } from '../protocol/index.ts'
import { type PostgresStoreOptions, postgresStore } from './postgres.ts'
import { testSql } from './testing/sql-contract.ts'
import { type OpenStore, testStore } from './testing/store-contract.ts'
import { testStoreData } from './testing/store-data.ts'

const url = inject('postgresUrl')
const pool = new Pool({ connectionString: url })
const closing: (() => Promise<unknown>)[] = [() => pool.end()]
afterAll(async () => {
  for (const close of closing.toReversed()) await close()
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

const newSchema = () => `test_${randomUUID()}`
const openStore = (options: Partial<PostgresStoreOptions> = {}) =>
  postgresStore({ pool, schema: newSchema(), ...options })
/** A store with connections of its own, as another server has. */
function openApart(options: Partial<PostgresStoreOptions> = {}) {
  const store = postgresStore({ url, ...options })
  closing.push(store.close)
  return store
}
async function query(text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  return (await pool.query(text, values)).rows
}
/** Ends the backends of a store that was opened with this `application_name`. */
const killBackends = (name: string) =>
  query('select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1', [name])
const named = (name: string) => `${url}&application_name=${name}`

const open: OpenStore = async (clock) => openStore(clock)
testStore(open)
testStoreData(open)
testSql(async (log) => openStore({ log }))

test('many servers start at once on an empty database, and one makes the tables', async () => {
  const schema = newSchema()
  const stores = Array.from({ length: 8 }, () => openApart({ schema }))
  await Promise.all(stores.map((store, at) => store.saveThread(ada, { ...thread, id: `thr_${at}` })))
  const { data } = await openStore({ schema }).listThreads(ada, { limit: 20, order: 'asc' })
  expect(data.map(({ id }) => id).toSorted()).toEqual(stores.map((_, at) => `thr_${at}`))
  expect(await query(`select version from "${schema}".parlor_migrations`)).toEqual([{ version: 1 }])
})

test('a role that may not make tables uses those that are there', async () => {
  const schema = newSchema()
  await openStore({ schema }).saveThread(ada, thread)
  const role = `app_${randomUUID().slice(0, 8)}`
  await query(`create role ${role} login`)
  await query(`grant usage on schema "${schema}" to ${role}`)
  await query(`grant select, insert, update, delete on all tables in schema "${schema}" to ${role}`)
  const asRole = openApart({ url: url.replace('//parlor@', `//${role}@`), schema })
  await asRole.saveItem(ada, 'thr_1', item('a1'))
  expect(await asRole.loadItem(ada, 'thr_1', 'a1')).toEqual(item('a1'))
})

test('without a schema the tables are where the role looks first', async () => {
  const schema = newSchema()
  await query(`create schema "${schema}"`)
  const store = openApart({ url: `${url}&options=${encodeURIComponent(`-c search_path=${schema}`)}` })
  await store.saveThread(ada, thread)
  expect(await query(`select id from "${schema}".parlor_threads`)).toEqual([{ id: 'thr_1' }])
})

test('a killed connection costs nothing: the next call has another', async () => {
  const name = `kill-${randomUUID()}`
  const store = openApart({ url: named(name), schema: newSchema() })
  await store.saveThread(ada, thread)
  for (let round = 0; round < 10; round++) {
    expect(await killBackends(name)).not.toEqual([])
    const version = round + 1
    await store.saveItem(ada, 'thr_1', item('w1'), { widget: 'slip', state: round, version })
    expect(await store.loadWidget(ada, 'thr_1', 'w1')).toEqual({ widget: 'slip', state: round, version })
  }
})

test('connections killed while many calls are under way lose none of them', async () => {
  const name = `kill-${randomUUID()}`
  const store = openApart({ url: named(name), schema: newSchema() })
  await store.saveThread(ada, thread)
  const names = Array.from({ length: 300 }, (_, at) => `a${at}`)
  const saving = names.map((id) => store.saveItem(ada, 'thr_1', item(id)))
  await killBackends(name)
  await Promise.all(saving)
  const { data } = await store.listItems(ada, 'thr_1', { limit: 400, order: 'asc' })
  expect(data.map(({ id }) => id).toSorted()).toEqual(names.toSorted())
})

test('a database that is not there says so, without its password', async () => {
  const store = openApart({ url: 'postgresql://parlor:tell-nobody@localhost:1/parlor' })
  const failed = store.loadThread(ada, 'thr_1')
  await expect(failed).rejects.toMatchObject({
    code: 'store_failed',
    message:
      'store.loadThread: The database failed (ECONNREFUSED). Its own error is the `cause`; try again if the database was only away',
  })
})

test('a store that did not find its database works once it is there', async () => {
  const role = `late_${randomUUID().slice(0, 8)}`
  const store = openApart({ url: url.replace('//parlor@', `//${role}@`), schema: newSchema() })
  await expect(store.loadThread(ada, 'thr_1')).rejects.toMatchObject({ code: 'store_failed' })
  await query(`create role ${role} login superuser`)
  expect(await store.loadThread(ada, 'thr_1')).toBeNull()
})

test('neither a URL nor a pool is told at once', () => {
  expect(() => postgresStore({})).toThrow(expect.objectContaining({ code: 'misuse', at: 'postgresStore' }))
})

test('a pool that was handed in stays open', async () => {
  const store = openStore()
  await store.saveThread(ada, thread)
  await store.close()
  expect(await query('select 1 as one')).toEqual([{ one: 1 }])
})

test('threads are held by the clock of the database, not of a server', async () => {
  const schema = newSchema()
  const store = openStore({ schema })
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2001-01-01') })
  try {
    expect(await store.holdThread(ada, 'thr_1', 'one', 60_000)).toBe(true)
  } finally {
    vi.useRealTimers()
  }
  expect(await openStore({ schema }).holdThread(ada, 'thr_1', 'two', 60_000)).toBe(false)
  const [row] = await query(
    `select held_until - extract(epoch from now()) * 1000 as left from "${schema}".parlor_holds`,
  )
  expect(Math.abs(Number(row?.left) - 60_000)).toBeLessThan(30_000)
})

test('two servers cannot both take a thread whose time is over', async () => {
  const schema = newSchema()
  const servers = [openApart({ schema }), openApart({ schema })]
  for (let round = 0; round < 20; round++) {
    const id = `thr_${round}`
    expect(await servers[0]?.holdThread(ada, id, 'dead', 0)).toBe(true)
    const taken = await Promise.all(
      Array.from({ length: 8 }, (_, at) => servers[at % 2]?.holdThread(ada, id, `holder-${at}`, 60_000)),
    )
    expect(taken.filter(Boolean)).toHaveLength(1)
  }
})

test('an item is in its place before any that comes after it can be seen', async () => {
  const schema = newSchema()
  const asked: CompiledQuery[] = []
  const store = openStore({ schema, log: ({ query }: LogEvent) => void asked.push(query) })
  await store.saveThread(ada, thread)
  asked.length = 0
  await store.saveItem(ada, 'thr_1', item('first'))
  const [insert] = asked
  await store.deleteItem(ada, 'thr_1', 'first')

  const slow = new Client({ connectionString: url })
  await slow.connect()
  await slow.query('begin')
  await slow.query(insert?.sql ?? '', [...(insert?.parameters ?? [])]) // has its place, but is not committed yet
  const second = store.saveItem(ada, 'thr_1', item('second'))
  const waiting = `select pid from pg_stat_activity where wait_event_type = 'Lock' and query like '%${schema}%'`
  await vi.waitFor(async () => expect(await query(waiting)).toHaveLength(1))
  expect(await store.listItems(ada, 'thr_1', { limit: 9, order: 'asc' })).toEqual({ data: [], has_more: false })
  await slow.query('commit')
  await slow.end()
  await second
  const { data } = await store.listItems(ada, 'thr_1', { limit: 9, order: 'asc' })
  expect(data).toEqual([item('first'), item('second')])
})

interface PlanNode {
  'Node Type': string
  'Actual Rows': number
  'Shared Hit Blocks': number
  'Shared Read Blocks': number
  Plans?: PlanNode[]
}

test('a page costs the same in a thread of 10,000 items as in one of 50', async () => {
  const schema = newSchema()
  const asked: CompiledQuery[] = []
  const store = openStore({ schema, log: ({ query }: LogEvent) => void asked.push(query) })
  for (const [id, items] of [
    ['short', 50],
    ['long', 10_000],
  ] as const) {
    await store.saveThread(ada, { ...thread, id })
    await query(
      `insert into "${schema}".parlor_items (user_id, thread_id, id, body)
       select 'ada', $1, 'a' || n, $2 from generate_series(1, cast($3 as integer)) as n`,
      [id, JSON.stringify(item('a')), items],
    )
  }
  await query(`vacuum analyze "${schema}".parlor_items`)

  async function pageCost(threadId: string, order: 'asc' | 'desc', after: string | undefined) {
    asked.length = 0
    expect((await store.listItems(ada, threadId, { limit: 20, order, after })).data).toHaveLength(20)
    const [page] = asked
    const [row] = await query(`explain (analyze, buffers, format json) ${page?.sql}`, [...(page?.parameters ?? [])])
    const [{ Plan: plan }] = row?.['QUERY PLAN'] as [{ Plan: PlanNode }] // what EXPLAIN answers is known to nobody but us
    const nodes = allNodes(plan)
    expect(
      nodes.map((node) => node['Node Type']).filter((type) => !/^(Limit|Index Scan|Index Only Scan)$/.test(type)),
    ).toEqual([])
    expect(Math.max(...nodes.map((node) => node['Actual Rows']))).toBeLessThanOrEqual(21)
    return plan['Shared Hit Blocks'] + plan['Shared Read Blocks']
  }
  for (const order of ['asc', 'desc'] as const) {
    for (const after of [undefined, 'a25']) {
      const [short, long] = [await pageCost('short', order, after), await pageCost('long', order, after)]
      expect(long / short).toBeLessThan(1.5) // blocks of the index and the table
    }
  }
})

function allNodes(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(allNodes)]
}
