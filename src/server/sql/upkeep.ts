import type { Kysely } from 'kysely'
import type { Page, ThreadMetadata } from '../../protocol/index.ts'
import type { PageRequest, StoredAttachment, StoreUpkeep } from '../store.ts'
import { fromKeyText, keyText } from './key-text.ts'
import { isAfter, oneMore, pageOf } from './paged.ts'
import type { Tables } from './tables.ts'

/** The queries over all users: the only ones that name none. */
export function upkeepQueries(db: Kysely<Tables>): StoreUpkeep {
  return {
    async ownerOf(threadId: string): Promise<string | null> {
      const row = await db
        .selectFrom('parlor_threads')
        .where('id', '=', keyText(threadId))
        .select('user_id')
        .orderBy('seq')
        .executeTakeFirst()
      return row ? fromKeyText(row.user_id) : null
    },
    async listThreads(page: PageRequest): Promise<Page<ThreadMetadata & { user: string }>> {
      let query = db.selectFrom('parlor_threads')
      if (page.after !== undefined) {
        const cursor = query.where('id', '=', keyText(page.after)).select(({ fn }) => fn.min('seq').as('seq'))
        query = query.where(isAfter(cursor, page))
      }
      const rows = await query.select(['user_id', 'body']).orderBy('seq', page.order).limit(oneMore(page)).execute()
      return pageOf(
        rows.map(({ user_id, body }): ThreadMetadata & { user: string } => ({
          ...JSON.parse(body),
          user: fromKeyText(user_id),
        })),
        page,
      )
    },
    async listOrphans(savedBefore: Date, limit: number): Promise<{ user: string; attachment: StoredAttachment }[]> {
      const rows = await db
        .selectFrom('parlor_attachments as attachment')
        .where(({ or, and, eb, not, exists, selectFrom }) =>
          or([
            and([eb('attachment.thread_id', 'is', null), eb('attachment.saved_at', '<', savedBefore.getTime())]),
            and([
              eb('attachment.thread_id', 'is not', null),
              not(
                exists(
                  selectFrom('parlor_threads as thread')
                    .whereRef('thread.user_id', '=', 'attachment.user_id')
                    .whereRef('thread.id', '=', 'attachment.thread_id')
                    .select('thread.id'),
                ),
              ),
            ]),
          ]),
        )
        .select(['attachment.user_id', 'attachment.body'])
        .orderBy('attachment.saved_at')
        .orderBy('attachment.seq')
        .limit(limit)
        .execute()
      return rows.map(({ user_id, body }) => ({ user: fromKeyText(user_id), attachment: JSON.parse(body) }))
    },
  }
}
