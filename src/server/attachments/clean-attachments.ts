import type { ChatStore } from '../store.ts'
import type { ByteStore } from './byte-store.ts'

const batch = 100

export interface CleanAttachmentsOptions {
  store: Pick<ChatStore, 'upkeep' | 'loadAttachment' | 'deleteAttachment'>
  bytes: Pick<ByteStore, 'delete' | 'sweep'>
  /** How long a file may wait for its message, in ms: a day unless set. */
  olderThanMs?: number
  now?: () => Date
  signal?: AbortSignal | undefined
}

/**
 * Removes files that nobody sees: never sent for `olderThanMs`, or sent in a thread that is gone. Gives how many it removed.
 * Call it now and then, from as many servers as you like; what failed first is thrown at the end, and tried again the next time.
 */
export async function cleanAttachments({
  store,
  bytes,
  olderThanMs = 24 * 3_600_000,
  now = () => new Date(),
  signal,
}: CleanAttachmentsOptions): Promise<number> {
  const before = new Date(now().getTime() - olderThanMs)
  const failures: unknown[] = []
  let removed = 0
  while (true) {
    signal?.throwIfAborted()
    const orphans = await store.upkeep.listOrphans(before, batch)
    const removedBefore = removed
    for (const { user, attachment } of orphans) {
      signal?.throwIfAborted()
      try {
        const latest = await store.loadAttachment({ user }, attachment.id)
        if (!latest || (latest.thread_id ?? null) !== (attachment.thread_id ?? null)) continue // cleaned or sent meanwhile
        await bytes.delete(attachment.id, { signal }) // first: the other way round could leave bytes that nobody knows of
        await store.deleteAttachment({ user }, attachment.id)
        removed += 1
      } catch (error) {
        failures.push(error)
      }
    }
    if (orphans.length < batch || removed === removedBefore) break
  }
  await bytes.sweep?.(before, { signal })
  if (failures.length > 0) throw failures[0]
  return removed
}
