import { type ThreadMetadata, type ThreadStreamEvent, wireJson } from '../protocol/index.ts'
import type { StopSignal } from './stop.ts'
import type { ScopedStore } from './store.ts'
import { threadDeleted } from './turn-end.ts'
import { wireThread } from './wire.ts'

const fields = ['title', 'status', 'allowed_image_domains', 'metadata'] as const

/** A thread that a turn may change. */
export interface KeptThread {
  /** Whether it differs from what was last saved. */
  readonly changed: boolean
  /** Saves the fields that changed over what is stored now, so that a renaming in between is not undone; tells of it. */
  save(): Promise<ThreadStreamEvent>
}

/** @param stopped aborts when the turn may not change its thread any more */
export function keptThread(store: ScopedStore, thread: ThreadMetadata, stopped: StopSignal): KeptThread {
  let last = wireJson(thread)
  let plain = plainLook(thread)
  return {
    get changed() {
      if (plain !== undefined && plainLook(thread) === plain) return false
      return wireJson(thread) !== last
    },
    async save() {
      const before: ThreadMetadata = JSON.parse(last)
      const now = wireJson(thread)
      const stored = await store.loadThread(thread.id)
      stopped.throwIfAborted()
      if (!stored) throw threadDeleted(thread.id)
      const after: ThreadMetadata = JSON.parse(now)
      const changed = fields.filter((field) => wireJson([before[field]]) !== wireJson([after[field]]))
      const saved = { ...stored, ...Object.fromEntries(changed.map((field) => [field, after[field]])) }
      await store.saveThread(saved)
      last = now
      plain = plainLook(after)
      return { type: 'thread.updated', thread: wireThread(saved) }
    },
  }
}

/** What a thread without metadata is known by, at a fraction of the cost of its JSON: it is asked for after every event. */
function plainLook({ title, status, allowed_image_domains, metadata }: ThreadMetadata): string | undefined {
  if (allowed_image_domains) return undefined
  for (const _any in metadata) return undefined
  const { type, reason } = { reason: '', ...status }
  return title || reason ? `${type}\n${reason}\n${title}` : type
}
