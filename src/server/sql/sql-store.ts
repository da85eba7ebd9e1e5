import type { Kysely } from 'kysely'
import type { ChatStore } from '../store.ts'
import { storeClosed, storeFailed } from '../store-errors.ts'
import { attachmentQueries } from './attachments.ts'
import type { Flavour } from './flavour.ts'
import { holdQueries } from './holds.ts'
import { itemQueries } from './items.ts'
import { migrate } from './migrations.ts'
import type { Tables } from './tables.ts'
import { threadQueries } from './threads.ts'
import { upkeepQueries } from './upkeep.ts'

/** A store in a database. */
export interface SqlStore extends ChatStore {
  /** Gives its connections back. Calls after it throw `misuse`. */
  close(): Promise<void>
}

export interface SqlStoreOptions {
  db: Kysely<Tables>
  flavour: Flavour
  close(): Promise<void>
}

/** The one store of both databases. Its first call makes the tables; each call is one statement, and so happens or does not. */
export function sqlStore({ db, flavour, close }: SqlStoreOptions): SqlStore {
  const threads = threadQueries(db)
  const items = itemQueries(db, flavour)
  const holds = holdQueries(db, flavour)
  const attachments = attachmentQueries(db, flavour)
  const upkeep = upkeepQueries(db)
  let closed: Promise<void> | undefined
  let migrated: Promise<void> | undefined

  async function ready(): Promise<void> {
    migrated ??= migrate(db, flavour)
    const mine = migrated
    await mine.catch((error) => {
      if (migrated === mine) migrated = undefined // the next call tries again
      throw error
    })
  }

  /** Does it, again where the database was only busy or away. */
  async function call<Result>(method: string, work: (again: boolean) => Promise<Result>): Promise<Result> {
    for (let attempt = 0; ; attempt++) {
      if (closed) throw storeClosed(method)
      try {
        await ready()
        return await work(attempt > 0)
      } catch (error) {
        const wait = flavour.retryAfter(error, attempt)
        if (wait === null) throw storeFailed(method, error)
        await new Promise((resolve) => setTimeout(resolve, wait))
      }
    }
  }

  return {
    loadThread: (scope, threadId) => call('loadThread', () => threads.load(scope, threadId)),
    saveThread: (scope, thread) => call('saveThread', () => threads.save(scope, thread)),
    deleteThread: (scope, threadId) => call('deleteThread', () => threads.delete(scope, threadId)),
    listThreads: (scope, page) => call('listThreads', () => threads.list(scope, page)),

    loadItem: (scope, threadId, itemId) => call('loadItem', () => items.load(scope, threadId, itemId)),
    saveItem: (scope, threadId, item, widget) =>
      call('saveItem', (again) => items.save(scope, threadId, item, widget, again)),
    deleteItem: (scope, threadId, itemId) => call('deleteItem', () => items.delete(scope, threadId, itemId)),
    listItems: (scope, threadId, page) => call('listItems', () => items.list(scope, threadId, page)),
    loadWidget: (scope, threadId, itemId) => call('loadWidget', () => items.loadWidget(scope, threadId, itemId)),
    loadWidgets: (scope, threadId, itemIds) => call('loadWidgets', () => items.loadWidgets(scope, threadId, itemIds)),

    holdThread: (scope, threadId, holder, ttlMs) =>
      call('holdThread', () => holds.hold(scope, threadId, holder, ttlMs)),
    releaseThread: (scope, threadId, holder) => call('releaseThread', () => holds.release(scope, threadId, holder)),

    loadAttachment: (scope, attachmentId) => call('loadAttachment', () => attachments.load(scope, attachmentId)),
    saveAttachment: (scope, attachment) => call('saveAttachment', () => attachments.save(scope, attachment)),
    deleteAttachment: (scope, attachmentId) => call('deleteAttachment', () => attachments.delete(scope, attachmentId)),

    upkeep: {
      ownerOf: (threadId) => call('upkeep.ownerOf', () => upkeep.ownerOf(threadId)),
      listThreads: (page) => call('upkeep.listThreads', () => upkeep.listThreads(page)),
      listOrphans: (savedBefore, limit) => call('upkeep.listOrphans', () => upkeep.listOrphans(savedBefore, limit)),
    },

    close: () => (closed ??= close()),
  }
}
