import { Kysely, type LogConfig, PostgresDialect, type PostgresPool, sql } from 'kysely'
import { Pool } from 'pg'
import { ParlorError } from '../errors.ts'
import type { Flavour } from './sql/flavour.ts'
import { heardPool } from './sql/heard-pool.ts'
import { type SqlStore, sqlStore } from './sql/sql-store.ts'
import type { Tables } from './sql/tables.ts'
import { codeOf } from './store-errors.ts'

export type { SqlStore } from './sql/sql-store.ts'

export interface PostgresStoreOptions {
  /** `postgresql://user:password@host/database`; the store then has a pool of its own. */
  url?: string
  /** Your own pool of `pg`, which `close()` leaves open. */
  pool?: PostgresPool
  /** Where the tables are; made if it is not there. By default the first of the role's `search_path`. */
  schema?: string
  /** The clock by which threads are held and attachments get old; the database's by default. */
  now?: () => Date
  /** Hears of each query, for tests and debugging. */
  log?: LogConfig
}

/** A store in Postgres, for any number of servers at once. Needs the packages `kysely` and `pg`. Connects at its first call. */
export function postgresStore({ url, pool, schema, now, log }: PostgresStoreOptions): SqlStore {
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: heardPool(pool ?? ownPool(url)) }),
    ...(log && { log }),
  })
  return sqlStore({
    db: schema === undefined ? db : db.withSchema(schema),
    flavour: postgresFlavour(schema, now),
    close: async () => (pool ? undefined : db.destroy()),
  })
}

function ownPool(url: string | undefined): Pool {
  if (url) return new Pool({ connectionString: url, connectionTimeoutMillis: 10_000, allowExitOnIdle: true })
  throw new ParlorError('misuse', {
    at: 'postgresStore',
    problem: 'Neither `url` nor `pool` was given',
    hint: 'Pass `url: process.env.DATABASE_URL`, and see that it is set',
  })
}

/** The number of the advisory lock under which tables are made: `parlor` in ASCII. */
const migrationLock = '123563833847666'

function postgresFlavour(schema: string | undefined, now: (() => Date) | undefined): Flavour {
  return {
    name: 'postgres',
    seqType: 'bigint',
    growing: (column) => column.generatedAlwaysAsIdentity().primaryKey(),
    now: () =>
      now
        ? sql`cast(${now().getTime()} as bigint)`
        : sql`cast(floor(extract(epoch from clock_timestamp()) * 1000) as bigint)`,
    isIn: (column, keys) => sql`${column} = any(${keys})`,
    alone: (db, work) =>
      db.transaction().execute(async (transaction) => {
        await sql`select pg_advisory_xact_lock(${sql.raw(migrationLock)})`.execute(transaction)
        if (schema !== undefined) await transaction.schema.createSchema(schema).ifNotExists().execute()
        await work(transaction)
      }),
    retryAfter(error, attempt) {
      if (isLost(error)) return [0, 50, 200][attempt] ?? null
      if (isRefusedForOthers(error)) return attempt < 10 ? 10 * Math.random() * attempt : null
      return null
    },
  }
}

/** The connection broke, or its backend was ended: another one may do. A pool may have several such before it notices. */
function isLost(error: unknown): boolean {
  const code = codeOf(error)
  if (code) return /^(57P01|57P02|08\w{3}|ECONNRESET|EPIPE)$/.test(code)
  return error instanceof Error && /^Connection terminated|not queryable/.test(error.message)
}

/** Two statements stood in each other's way, and this one gave in. */
function isRefusedForOthers(error: unknown): boolean {
  return /^(40001|40P01)$/.test(codeOf(error) ?? '')
}
