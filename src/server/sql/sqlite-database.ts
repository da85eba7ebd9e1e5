import type { SqliteDatabase, SqliteStatement } from 'kysely'
import Database from 'libsql'

/**
 * Opens a file as kysely wants it. Writers wait for each other before they begin, never within: a prepared statement of libsql
 * that finds the file busy stays half run, and whatever its connection writes after it is not committed.
 * @param patience how long opening may wait for others, in ms; nothing else waits inside a call, and with it the process
 */
export function openSqlite(file: string, patience: number): SqliteDatabase {
  const database = new Database(file, { timeout: patience })
  for (const setting of ['journal_mode = wal', 'synchronous = full', 'foreign_keys = on', 'busy_timeout = 0']) {
    database.pragma(setting)
  }
  const statements = new Map<string, SqliteStatement>()

  /** Each text is read once; there are some dozens. */
  function prepare(text: string): SqliteStatement {
    const known = statements.get(text)
    if (known) return known
    const statement = /^(begin|commit|rollback)\b/.test(text) ? executed(text) : prepared(text)
    statements.set(text, statement)
    return statement
  }

  function executed(text: string): SqliteStatement {
    const run = () => {
      database.exec(text)
      return { changes: 0, lastInsertRowid: 0 }
    }
    return { reader: false, run, all: () => [], iterate: () => [][Symbol.iterator]() }
  }

  function prepared(text: string): SqliteStatement {
    const statement = database.prepare(text)
    const { reader } = statement
    const around = /^(select|with|pragma)\b/.test(text) ? atOnce : text.includes('parlor_holds') ? unsynced : committed
    return {
      reader,
      all: (parameters) => around(() => statement.all([...parameters])),
      run: (parameters) => around(() => statement.run([...parameters])),
      iterate: (parameters) => statement.iterate([...parameters]),
    }
  }

  function atOnce<Result>(work: () => Result): Result {
    return work()
  }

  /** Who holds a thread need not outlive a power cut, and so costs no sync of the disk. */
  function unsynced<Result>(work: () => Result): Result {
    if (database.inTransaction) return work()
    database.exec('pragma synchronous = normal')
    try {
      return committed(work)
    } finally {
      database.exec('pragma synchronous = full')
    }
  }

  function committed<Result>(work: () => Result): Result {
    if (database.inTransaction) return work()
    database.exec('begin immediate')
    try {
      const result = work()
      database.exec('commit')
      return result
    } catch (error) {
      if (database.inTransaction) database.exec('rollback')
      throw error
    }
  }

  return {
    prepare,
    close() {
      statements.clear()
      database.close()
    },
  }
}
