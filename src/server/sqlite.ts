import { Kysely, type LogConfig, type SqliteDatabase, SqliteDialect, sql } from 'kysely'
import { ParlorError } from '../errors.ts'
import type { Flavour } from './sql/flavour.ts'
import { type SqlStore, sqlStore } from './sql/sql-store.ts'
import { openSqlite } from './sql/sqlite-database.ts'
import type { Tables } from './sql/tables.ts'
import { codeOf } from './store-errors.ts'

export type { SqlStore } from './sql/sql-store.ts'

/** How long a call waits for other processes that write to the same file, in ms. */
const patience = 5_000

export interface SqliteStoreOptions {
  /** Where the file is; it is made if it is not there. Beside it lie its `-wal` and `-shm` while it is open. */
  file: string
  /** The clock by which threads are held and attachments get old; the machine's by default. */
  now?: () => Date
  /** Hears of each query, for tests and debugging. */
  log?: LogConfig
}

/**
 * A store in one SQLite file, for one machine: what was answered as saved is on disk. Several processes may open the same file.
 * Needs the packages `kysely` and `libsql`. Throws `store_failed` if the file cannot be opened.
 */
export function sqliteStore({ file, now = () => new Date(), log }: SqliteStoreOptions): SqlStore {
  const dialect = new SqliteDialect({ database: openFile(file) })
  const db = new Kysely<Tables>({ dialect, ...(log && { log }) })
  return sqlStore({ db, flavour: sqliteFlavour(now), close: () => db.destroy() })
}

function openFile(file: string): SqliteDatabase {
  try {
    return openSqlite(file, patience)
  } catch (cause) {
    throw new ParlorError('store_failed', {
      at: 'sqliteStore.file',
      problem: `${file} cannot be opened`,
      hint: 'Its folder has to be there and writable, and the file a SQLite database, or not there yet',
      cause,
    })
  }
}

function sqliteFlavour(now: () => Date): Flavour {
  return {
    name: 'sqlite',
    seqType: 'integer',
    growing: (column) => column.primaryKey().autoIncrement(),
    now: () => sql`cast(${now().getTime()} as bigint)`,
    isIn: (column, keys) => sql`${column} in (select value from json_each(${JSON.stringify(keys)}))`,
    alone: (db, work) =>
      db.connection().execute(async (connection) => {
        await sql`begin immediate`.execute(connection)
        try {
          await work(connection)
          await sql`commit`.execute(connection)
        } catch (error) {
          await sql`rollback`.execute(connection)
          throw error
        }
      }),
    retryAfter(error, attempt) {
      if (!codeOf(error)?.startsWith('SQLITE_BUSY')) return null
      const wait = Math.min(2 ** attempt, 50)
      // 1 + 2 + 4 + 8 + 16 + 32 ms, then 50 each.
      return attempt < 6 + patience / 50 ? wait * (0.5 + Math.random()) : null
    },
  }
}
