import type { Kysely } from 'kysely'
import type { Scope, StoredAttachment } from '../store.ts'
import type { Flavour } from './flavour.ts'
import { keyText } from './key-text.ts'
import type { Tables } from './tables.ts'

/** Attachments of one user. */
export function attachmentQueries(db: Kysely<Tables>, { now }: Flavour) {
  return {
    async load({ user }: Scope, attachmentId: string): Promise<StoredAttachment | null> {
      const row = await db
        .selectFrom('parlor_attachments')
        .where('user_id', '=', keyText(user))
        .where('id', '=', keyText(attachmentId))
        .select('body')
        .executeTakeFirst()
      return row ? JSON.parse(row.body) : null
    },
    async save({ user }: Scope, attachment: StoredAttachment): Promise<void> {
      await db
        .insertInto('parlor_attachments')
        .values({
          user_id: keyText(user),
          id: keyText(attachment.id),
          thread_id: attachment.thread_id ? keyText(attachment.thread_id) : null,
          saved_at: now(),
          body: JSON.stringify(attachment),
        })
        .onConflict((row) =>
          row
            .columns(['user_id', 'id'])
            .doUpdateSet(({ ref }) => ({ thread_id: ref('excluded.thread_id'), body: ref('excluded.body') })),
        )
        .execute()
    },
    async delete({ user }: Scope, attachmentId: string): Promise<void> {
      await db
        .deleteFrom('parlor_attachments')
        .where('user_id', '=', keyText(user))
        .where('id', '=', keyText(attachmentId))
        .execute()
    },
  }
}
