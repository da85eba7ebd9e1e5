import { type ThreadMetadata, type ThreadStreamEvent, wireJson } from '../protocol/index.ts'
import { noSuchThread } from './not-found.ts'
import type { ScopedStore } from './store.ts'
import { wireThread } from './wire.ts'

const fields = ['title', 'status', 'allowed_image_domains', 'metadata'] as const

/** A thread that a turn may change. */
export interface KeptThread {
  /** Whether it differs from what was last saved. */
  readonly changed: boolean
  /** Saves the fields that changed over what is stored now, so that a renaming in between is not undone; tells of it. */
  save(): Promise<ThreadStreamEvent>
}

export function keptThread(store: ScopedStore, thread: ThreadMetadata): KeptThread {
  let last = wireJson(thread)
  return {
    get changed() {
      return wireJson(thread) !== last
    },
    async save() {
      const before: ThreadMetadata = JSON.parse(last)
      const now = wireJson(thread)
      const stored = await store.loadThread(thread.id)
      if (!stored) throw noSuchThread(thread.id)
      const after: ThreadMetadata = JSON.parse(now)
      const changed = fields.filter((field) => wireJson([before[field]]) !== wireJson([after[field]]))
      const saved = { ...stored, ...Object.fromEntries(changed.map((field) => [field, after[field]])) }
      await store.saveThread(saved)
      last = now
      return { type: 'thread.updated', thread: wireThread(saved) }
    },
  }
}
