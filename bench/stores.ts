import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { Pool } from 'pg'
import { startPostgres } from '../scripts/lib/postgres.mjs'
import type { ThreadItem } from '../src/protocol/index.ts'
import { createChatServer } from '../src/server/index.ts'
import { postgresStore } from '../src/server/postgres.ts'
import type { SqlStore } from '../src/server/sql/sql-store.ts'
import { sqliteStore } from '../src/server/sqlite.ts'
import { median, type Row } from './row.ts'

const rounds = 15
const perRound = 20
const scope = { user: 'everybody' }
const input = { content: [{ type: 'input_text', text: 'Hello there' }], attachments: [], inference_options: {} }
const answer = 'An answer of some words, such as one that a person may read. '.repeat(5)

/** One database: the store over it, and the row of an item as one writes it by hand, into the same table. */
interface Place {
  name: string
  store: SqlStore
  /** How many queries there were so far. */
  asked(): number
  insert(threadId: string, itemId: string, body: string): unknown
  close(): unknown
}

/**
 * Turns that are kept: a message, an answer, done, as a request in process; against the two inserts that keep the same items,
 * by hand, with the driver alone. Both in one database, in turns.
 */
export async function stores(): Promise<Row[]> {
  const rows: Row[] = []
  for (const open of [openSqlite, openPostgres]) {
    const place = await open()
    try {
      rows.push(...(await compareTurns(place)))
    } finally {
      await place.close()
    }
  }
  return rows
}

async function compareTurns({ name, store, asked, insert }: Place): Promise<Row[]> {
  const server = createChatServer({ store, respond: async (turn) => void (await turn.say(answer)) })
  const post = async (body: object) => {
    const response = await server.fetch(new Request('http://bench/', { method: 'POST', body: JSON.stringify(body) }))
    return response.text()
  }
  const created = JSON.parse((await post({ type: 'threads.create', params: { input } })).split('\n')[0]?.slice(5) ?? '')
  const thread_id: string = created.thread.id
  const { data: items } = await store.listItems(scope, thread_id, { limit: 2, order: 'asc' })
  let made = 0
  const again = (item: ThreadItem) => ({ ...item, id: `made_${++made}` })

  const ways = {
    turn: () => post({ type: 'threads.add_user_message', params: { thread_id, input } }),
    saved: async () => {
      for (const item of items) await store.saveItem(scope, thread_id, again(item))
    },
    byHand: async () => {
      for (const item of items.map(again)) await insert(thread_id, item.id, JSON.stringify(item))
    },
  }
  const before = asked()
  await ways.turn()
  const queries = asked() - before
  const times = { turn: [] as number[], saved: [] as number[], byHand: [] as number[] }
  for (let round = -5; round < rounds; round++) {
    for (const way of ['byHand', 'saved', 'turn'] as const) {
      const start = performance.now()
      for (let count = 0; count < perRound; count++) await ways[way]()
      if (round >= 0) times[way].push((performance.now() - start) / perRound)
    }
  }
  const [turn, saved, byHand] = [median(times.turn), median(times.saved), median(times.byHand)]
  const against = `the two inserts by hand ${byHand.toFixed(2)} ms`
  return [
    { name: `${name}: a turn`, ratio: turn / byHand, detail: `${turn.toFixed(2)} ms, ${queries} queries; ${against}` },
    { name: `${name}: its two items saved`, ratio: saved / byHand, detail: `${saved.toFixed(2)} ms; ${against}` },
  ]
}

async function openSqlite(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'parlor-bench-'))
  let asked = 0
  const file = join(folder, 'chat.db')
  const store = sqliteStore({ file, log: () => void asked++ })
  await store.loadThread(scope, 'none') // makes the tables
  const database = new Database(file)
  database.pragma('synchronous = full')
  const statement = database.prepare(
    "insert into parlor_items (user_id, thread_id, id, body) values ('everybody', ?, ?, ?)",
  )
  return {
    name: 'SQLite',
    store,
    asked: () => asked,
    insert: (...values) => statement.run(values),
    async close() {
      database.close()
      await store.close()
      rmSync(folder, { recursive: true })
    },
  }
}

async function openPostgres(): Promise<Place> {
  const { url, stop } = await startPostgres()
  const pool = new Pool({ connectionString: url })
  let asked = 0
  const store = postgresStore({ pool, schema: 'parlor_bench', log: () => void asked++ })
  return {
    name: 'Postgres',
    store,
    asked: () => asked,
    insert: (...values) =>
      pool.query(
        "insert into parlor_bench.parlor_items (user_id, thread_id, id, body) values ('everybody', $1, $2, $3)",
        values,
      ),
    async close() {
      await pool.query('drop schema parlor_bench cascade')
      await pool.end()
      await stop()
    },
  }
}
