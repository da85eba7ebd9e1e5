import { type Thread, type ThreadMetadata, wireJson } from '../protocol/index.ts'
import { noSuchThread } from './not-found.ts'
import type { ScopedStore } from './store.ts'
import { wireThread } from './wire.ts'

const fields = ['title', 'status', 'allowed_image_domains', 'metadata'] as const

/** Watches a thread that a turn may change, and saves what was changed. */
export function keptThread(store: ScopedStore, thread: ThreadMetadata) {
  let last = wireJson(thread)
  return {
    /** Whether it differs from what was last saved. */
    get changed(): boolean {
      return wireJson(thread) !== last
    },
    /** Saves the fields that changed over what is stored now, so that a renaming in between is not undone. */
    async save(): Promise<Thread> {
      const before: ThreadMetadata = JSON.parse(last)
      const now = wireJson(thread)
      const stored = await store.loadThread(thread.id)
      if (!stored) throw noSuchThread(thread.id)
      const after: ThreadMetadata = JSON.parse(now)
      const changed = fields.filter((field) => wireJson([before[field]]) !== wireJson([after[field]]))
      const saved = { ...stored, ...Object.fromEntries(changed.map((field) => [field, after[field]])) }
      await store.saveThread(saved)
      last = now
      return wireThread(saved)
    },
  }
}
