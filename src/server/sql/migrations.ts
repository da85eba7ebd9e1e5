import { type Kysely, sql } from 'kysely'
import type { Flavour } from './flavour.ts'
import type { Tables } from './tables.ts'

type Migration = (db: Kysely<Tables>, flavour: Flavour) => Promise<void>

/** Each runs once, in this order. What was released is never changed: a change is a new one at the end. */
const migrations: readonly Migration[] = [createTables]

/** Brings the tables up to date, each process or only the first of many. What is newer than this code is left as it is. */
export async function migrate(db: Kysely<Tables>, flavour: Flavour): Promise<void> {
  // Asked first, so that a role that may not create tables can use those that are there.
  if (((await versionOf(db).catch(() => 0)) ?? 0) >= migrations.length) return
  await flavour.alone(db, async (alone) => {
    await alone.schema
      .createTable('parlor_migrations')
      .ifNotExists()
      .addColumn('version', 'integer', (column) => column.primaryKey())
      .execute()
    const version = await versionOf(alone)
    for (const [index, run] of migrations.entries()) {
      if (index < version) continue
      await run(alone, flavour)
      await alone
        .insertInto('parlor_migrations')
        .values({ version: index + 1 })
        .execute()
    }
  })
}

async function versionOf(db: Kysely<Tables>): Promise<number> {
  const row = await db
    .selectFrom('parlor_migrations')
    .select(({ fn }) => fn.max('version').as('version'))
    .executeTakeFirst()
  return row?.version ?? 0
}

async function createTables({ schema }: Kysely<Tables>, { name, seqType, growing }: Flavour): Promise<void> {
  await schema
    .createTable('parlor_threads')
    .addColumn('seq', seqType, growing)
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addUniqueConstraint('parlor_threads_of_user', ['user_id', 'id'])
    .execute()
  await schema.createIndex('parlor_threads_in_order').on('parlor_threads').columns(['user_id', 'seq']).execute()
  await schema.createIndex('parlor_threads_by_id').on('parlor_threads').column('id').execute()

  await schema
    .createTable('parlor_items')
    .addColumn('seq', seqType, growing)
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('thread_id', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('record', 'text')
    .addColumn('version', 'integer', (column) => column.notNull().defaultTo(0))
    .addUniqueConstraint('parlor_items_of_thread', ['user_id', 'thread_id', 'id'])
    .addForeignKeyConstraint(
      'parlor_items_thread',
      ['user_id', 'thread_id'],
      'parlor_threads',
      ['user_id', 'id'],
      (thread) => thread.onDelete('cascade'),
    )
    .execute()
  const itemsInOrder = schema.createIndex('parlor_items_in_order').on('parlor_items')
  await itemsInOrder.columns(['user_id', 'thread_id', 'seq']).execute()

  await schema
    .createTable('parlor_attachments')
    .addColumn('seq', seqType, growing)
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('thread_id', 'text')
    .addColumn('saved_at', 'bigint', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addUniqueConstraint('parlor_attachments_of_user', ['user_id', 'id'])
    .execute()
  const attachmentsByAge = schema.createIndex('parlor_attachments_by_age').on('parlor_attachments')
  await attachmentsByAge.columns(['saved_at', 'seq']).execute()

  await schema
    .createTable('parlor_holds')
    // Who holds a thread need not outlive a crash of the database, and so costs no write to its log.
    .$call((table) => (name === 'postgres' ? table.modifyFront(sql`unlogged`) : table))
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('thread_id', 'text', (column) => column.notNull())
    .addColumn('holder', 'text', (column) => column.notNull())
    .addColumn('held_until', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('parlor_holds_of_user', ['user_id', 'thread_id'])
    .execute()
}
