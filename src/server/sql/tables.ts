import type { Generated } from 'kysely'

/**
 * What the two databases keep. Each row belongs to a user and is found by `(user_id, …, id)`; `seq` grows with each row and is
 * the order of lists. Bodies are JSON as text: the order of keys stays, and so does what `jsonb` refuses.
 */
export interface Tables {
  parlor_threads: { seq: Generated<number>; user_id: string; id: string; body: string }
  parlor_items: {
    seq: Generated<number>
    user_id: string
    thread_id: string
    id: string
    body: string
    /** The widget record of the item; `version` is its version, 0 without one. */
    record: string | null
    version: number
  }
  parlor_attachments: {
    seq: Generated<number>
    user_id: string
    id: string
    thread_id: string | null
    /** ms since 1970, of the first save. */
    saved_at: number
    body: string
  }
  /** Who has which thread; `held_until` in ms since 1970. A thread that is being created is held before it is there. */
  parlor_holds: { user_id: string; thread_id: string; holder: string; held_until: number }
  parlor_migrations: { version: number }
}
