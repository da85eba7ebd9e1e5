import type { Kysely } from 'kysely'
import type { Page, ThreadMetadata } from '../../protocol/index.ts'
import type { PageRequest, Scope } from '../store.ts'
import { keyText } from './key-text.ts'
import { isAfter, oneMore, pageOf } from './paged.ts'
import type { Tables } from './tables.ts'

/** Threads of one user. */
export function threadQueries(db: Kysely<Tables>) {
  const of = ({ user }: Scope) => db.selectFrom('parlor_threads').where('user_id', '=', keyText(user))

  return {
    async load(scope: Scope, threadId: string): Promise<ThreadMetadata | null> {
      const row = await of(scope).where('id', '=', keyText(threadId)).select('body').executeTakeFirst()
      return row ? JSON.parse(row.body) : null
    },
    async save({ user }: Scope, thread: ThreadMetadata): Promise<void> {
      await db
        .insertInto('parlor_threads')
        .values({ user_id: keyText(user), id: keyText(thread.id), body: JSON.stringify(thread) })
        .onConflict((row) => row.columns(['user_id', 'id']).doUpdateSet({ body: ({ ref }) => ref('excluded.body') }))
        .execute()
    },
    async delete({ user }: Scope, threadId: string): Promise<void> {
      await db
        .deleteFrom('parlor_threads')
        .where('user_id', '=', keyText(user))
        .where('id', '=', keyText(threadId))
        .execute()
    },
    async list(scope: Scope, page: PageRequest): Promise<Page<ThreadMetadata>> {
      let query = of(scope)
      if (page.after !== undefined) {
        query = query.where(isAfter(of(scope).where('id', '=', keyText(page.after)).select('seq'), page))
      }
      const rows = await query.select('body').orderBy('seq', page.order).limit(oneMore(page)).execute()
      return pageOf(
        rows.map((row): ThreadMetadata => JSON.parse(row.body)),
        page,
      )
    },
  }
}
