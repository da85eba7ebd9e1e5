import type { KeptThread } from './kept-thread.ts'
import { settlesSoon } from './microtasks.ts'
import type { PendingItems } from './pending-items.ts'
import type { SseBatch } from './sse-batch.ts'
import type { StopSignal } from './stop.ts'
import type { ScopedStore } from './store.ts'
import type { TurnEntry, TurnQueue } from './turn-queue.ts'
import { wireEvent } from './wire.ts'

/** A turn under way: what it says, and what becomes of that. */
export interface Telling {
  store: ScopedStore
  /** Aborted when nothing more is to be told. */
  stopped: StopSignal
  threadId: string
  queue: TurnQueue
  pending: PendingItems
  watched: KeptThread
}

/**
 * Takes what a turn says: each event is kept, then told, with all that is ready in the same tick. Goes on from what
 * is in `batch`, and leaves there what is still to be told when the responder has returned, or the client has gone.
 */
export async function* tellEvents(
  { store, stopped, threadId, queue, pending, watched }: Telling,
  batch: SseBatch,
): AsyncGenerator<string, void, undefined> {
  let looked = false // at the thread, since the responder could last change it; changes are told after an event
  while (!stopped.aborted && !queue.drained()) {
    const entry = queue.take()
    if (!entry) {
      looked = false
      if (await queue.soon()) continue
      if (!batch.isEmpty()) yield batch.take()
      await queue.more()
      continue
    }
    const keeping = keep(store, threadId, entry)
    if (keeping) {
      keeping.catch((error) => entry.refused?.(error))
      if (!batch.isEmpty() && !(await settlesSoon(keeping))) yield batch.take()
      await keeping
      looked = false
    }
    pending.note(entry.event)
    const event = wireEvent(entry.event)
    if (event) batch.add(event)
    entry.taken?.()

    const changed: boolean = !looked && watched.changed()
    looked = !changed
    if (changed) batch.add(await watched.save())
    if (batch.isFull()) {
      yield batch.take()
      looked = false
    }
  }
}

/** What an event does to the store (reference/protocol.md §7); most do nothing. */
function keep(store: ScopedStore, threadId: string, { event, record, kept }: TurnEntry) {
  if (kept) return undefined
  switch (event.type) {
    case 'thread.item.done':
    case 'thread.item.replaced':
      return store.saveItem(threadId, event.item, record)
    case 'thread.item.removed':
      return store.deleteItem(threadId, event.item_id)
    default:
      return undefined
  }
}
