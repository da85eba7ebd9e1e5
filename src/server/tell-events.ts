import type { KeptThread } from './kept-thread.ts'
import { settlesSoon } from './microtasks.ts'
import type { PendingItems } from './pending-items.ts'
import type { SseBatch } from './sse-batch.ts'
import type { StopSignal } from './stop.ts'
import type { ScopedStore } from './store.ts'
import type { QueuedEntry, TurnEntry, TurnQueue } from './turn-queue.ts'
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
  /** What is ready to be sent. */
  batch: SseBatch
}

/** Takes what a turn says: each event is kept, then told, with all that is ready in the same tick. */
export class EventTeller {
  readonly #telling: Telling
  /** What the store takes longer to keep than this tick. */
  #late: { entry: QueuedEntry; keeping: Promise<void> } | undefined
  #looked = false // at the thread, since the responder could last change it; changes are told after an event

  constructor(telling: Telling) {
    this.#telling = telling
  }

  /**
   * Fills the batch until it should be sent, if there is anything in it: what comes next takes longer than this tick, or does not
   * fit. `false` when the responder has returned, or the client has gone; what is still to be told then is in the batch.
   */
  async fill(): Promise<boolean> {
    const { store, stopped, threadId, queue, watched, batch } = this.#telling
    if (this.#late) {
      const { entry, keeping } = this.#late
      this.#late = undefined
      await keeping
      this.#looked = false
      if (this.#tell(entry)) batch.add(await watched.save())
    }
    while (!stopped.aborted && !queue.drained) {
      const entry = queue.take()
      if (!entry) {
        this.#looked = false
        if (await queue.soon()) continue
        return true
      }
      const keeping = keep(store, threadId, entry)
      if (keeping) {
        keeping.catch((error) => entry.refused?.(error))
        if (!batch.isEmpty() && !(await settlesSoon(keeping))) {
          this.#late = { entry, keeping }
          return true
        }
        await keeping
        this.#looked = false
      }
      if (this.#tell(entry)) batch.add(await watched.save())
      if (batch.isFull()) {
        this.#looked = false
        return true
      }
    }
    return false
  }

  /** Tells an event that is kept; whether the thread has changed, too. */
  #tell({ event, taken }: QueuedEntry): boolean {
    const { pending, watched, batch } = this.#telling
    pending.note(event)
    const told = wireEvent(event)
    if (told) batch.add(told)
    taken?.()
    const changed = !this.#looked && watched.changed()
    this.#looked = !changed
    return changed
  }
}

/** What an event does to the store (reference/protocol.md §7); most do nothing. */
function keep(store: ScopedStore, threadId: string, { event, record, kept }: TurnEntry): Promise<void> | undefined {
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
