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

/**
 * Stands between a turn, which says things, and its answer, which takes them as fast as the client reads. A class, as all that each
 * open stream keeps: functions of its own would weigh five times as much.
 */
export class TurnQueue implements TurnInput {
  #entries: QueuedEntry[] = []
  #head = 0
  #closed = false
  #failure: { error: unknown } | undefined
  #refusal: { reason: unknown } | undefined
  #wake: (() => void) | undefined

  add(entry: QueuedEntry): void {
    if (this.#refusal || this.#closed) return
    this.#entries.push(entry)
    this.#wake?.()
  }

  push({ event, record, kept }: TurnEntry): Promise<void> {
    if (this.#refusal || this.#closed) {
      return quiet(Promise.reject(this.#refusal ? this.#refusal.reason : turnOver('its responder has returned')))
    }
    const pushed = new Promise<void>((taken, reject) => {
      const refused = (reason: unknown) => {
        quiet(pushed)
        reject(reason)
      }
      this.add({ event, record, kept, taken, refused })
    })
    return pushed
  }

  /** No more will come; with an error, the turn failed by it. */
  close(failure?: { error: unknown }): void {
    if (this.#closed) return
    this.#closed = true
    this.#failure = failure
    this.#wake?.()
  }

  /** Turns down what waits and all that comes. */
  refuse(reason: unknown): void {
    this.#refusal ??= { reason }
    for (const { refused } of this.#entries.slice(this.#head)) refused?.(reason)
    this.#entries = []
    this.#head = 0
    this.#wake?.()
  }

  /** The oldest entry, if there is one. */
  take(): QueuedEntry | undefined {
    const entry = this.#entries[this.#head]
    if (!entry) return undefined
    this.#head++
    if (this.#head === this.#entries.length) {
      this.#entries = []
      this.#head = 0
    }
    return entry
  }

  /** Whether there is more within this tick: an entry, or the end. */
  soon(): Promise<boolean> {
    return readySoon(() => this.#isReady())
  }

  /** Resolves when there is more, however long that takes. */
  more(): Promise<void> {
    if (this.#isReady()) return Promise.resolve()
    return new Promise((resolve) => {
      this.#wake = resolve
    })
  }

  /** Closed, and everything was taken. */
  get drained(): boolean {
    return this.#closed && this.#head === this.#entries.length
  }

  get failure(): { error: unknown } | undefined {
    return this.#failure
  }

  #isReady(): boolean {
    return this.#head < this.#entries.length || this.#closed || this.#refusal !== undefined
  }
}
