import { type Kysely, sql } from 'kysely'
import type { Scope } from '../store.ts'
import type { Flavour } from './flavour.ts'
import { keyText } from './key-text.ts'
import type { Tables } from './tables.ts'

/** Who has which thread: one statement decides, by one clock for all processes. */
export function holdQueries(db: Kysely<Tables>, { now }: Flavour) {
  return {
    async hold({ user }: Scope, threadId: string, holder: string, ttlMs: number): Promise<boolean> {
      const until = sql<number>`${now()} + cast(${Math.ceil(ttlMs)} as bigint)`
      const rows = await db
        .insertInto('parlor_holds')
        .values({ user_id: keyText(user), thread_id: keyText(threadId), holder: keyText(holder), held_until: until })
        .onConflict((row) =>
          row
            .columns(['user_id', 'thread_id'])
            .doUpdateSet(({ ref }) => ({ holder: ref('excluded.holder'), held_until: ref('excluded.held_until') }))
            .where(({ or, eb, ref }) =>
              or([eb('parlor_holds.holder', '=', ref('excluded.holder')), eb('parlor_holds.held_until', '<=', now())]),
            ),
        )
        .returning('holder')
        .execute()
      return rows.length > 0
    },
    async release({ user }: Scope, threadId: string, holder: string): Promise<void> {
      await db
        .deleteFrom('parlor_holds')
        .where('user_id', '=', keyText(user))
        .where('thread_id', '=', keyText(threadId))
        .where('holder', '=', keyText(holder))
        .execute()
    },
  }
}
