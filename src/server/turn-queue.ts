import type { ThreadStreamEvent } from '../protocol/index.ts'
import { readySoon } from './microtasks.ts'
import { quiet } from './quiet.ts'
import type { WidgetRecord } from './store.ts'
import { turnOver } from './turn-end.ts'

/** One event of a turn, and how its item is to be kept. */
export interface TurnEntry {
  event: ThreadStreamEvent
  /** What a widget item was drawn from; saved with it. */
  record?: WidgetRecord | undefined
  /** Its item is in the store already. */
  kept?: boolean | undefined
}

export interface QueuedEntry extends TurnEntry {
  taken?: () => void
  refused?: (reason: unknown) => void
}

/** How a turn says something. */
export interface TurnInput {
  /** Adds an entry at once; resolves when it was taken, rejects when the turn ended before. */
  push(entry: TurnEntry): Promise<void>
  /** Adds an entry that nobody waits for, at half the cost; after the end it is dropped. */
  add(entry: TurnEntry): void
}

export interface TurnQueue extends TurnInput {
  /** No more will come; with an error, the turn failed by it. */
  close(failure?: { error: unknown }): void
  /** Turns down what waits and all that comes. */
  refuse(reason: unknown): void
  /** The oldest entry, if there is one. */
  take(): QueuedEntry | undefined
  /** Whether there is more within this tick: an entry, or the end. */
  soon(): Promise<boolean>
  /** Resolves when there is more, however long that takes. */
  more(): Promise<void>
  /** Closed, and everything was taken. */
  drained(): boolean
  failure(): { error: unknown } | undefined
}

/** Stands between a turn, which says things, and its answer, which takes them as fast as the client reads. */
export function createTurnQueue(): TurnQueue {
  let entries: QueuedEntry[] = []
  let head = 0
  let closed = false
  let failure: { error: unknown } | undefined
  let refusal: { reason: unknown } | undefined
  let wake = () => {}

  const ready = () => head < entries.length || closed

  function add(entry: QueuedEntry): void {
    if (refusal || closed) return
    entries.push(entry)
    wake()
  }

  return {
    add,
    push({ event, record, kept }) {
      if (refusal || closed)
        return quiet(Promise.reject(refusal ? refusal.reason : turnOver('its responder has returned')))
      const pushed = new Promise<void>((taken, reject) => {
        const refused = (reason: unknown) => {
          quiet(pushed)
          reject(reason)
        }
        add({ event, record, kept, taken, refused })
      })
      return pushed
    },
    close(reason) {
      if (closed) return
      closed = true
      failure = reason
      wake()
    },
    refuse(reason) {
      refusal ??= { reason }
      for (const { refused } of entries.slice(head)) refused?.(reason)
      entries = []
      head = 0
      wake()
    },
    take() {
      const entry = entries[head]
      if (!entry) return undefined
      head++
      if (head === entries.length) {
        entries = []
        head = 0
      }
      return entry
    },
    soon: () => readySoon(() => ready() || refusal !== undefined),
    more() {
      if (ready() || refusal) return Promise.resolve()
      return new Promise((resolve) => {
        wake = resolve
      })
    },
    drained() {
      return closed && head === entries.length
    },
    failure: () => failure,
  }
}
