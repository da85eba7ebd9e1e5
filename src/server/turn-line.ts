import type { LiveWidget } from './live-widget.ts'
import { quiet } from './quiet.ts'
import { turnOver } from './turn-end.ts'
import type { TurnEntry, TurnInput, TurnQueue } from './turn-queue.ts'
import type { UnderWay } from './under-way.ts'

/** The way from a turn to its queue: it stays open until the turn ends, and knows what is still under way. */
export class TurnLine implements TurnInput {
  readonly #queue: TurnQueue
  readonly #underWay: UnderWay
  #lives: LiveWidget<never>[] | undefined
  #over: string | undefined

  constructor(queue: TurnQueue, underWay: UnderWay) {
    this.#queue = queue
    this.#underWay = underWay
  }

  push(entry: TurnEntry): Promise<void> {
    return this.#open().push(entry)
  }

  add(entry: TurnEntry): void {
    this.#open().add(entry)
  }

  /** Says the last thing of the turn, after what is still live is done: an item that has to be the newest stays so. */
  pushLast(entry: TurnEntry, why: string): Promise<void> {
    quiet(this.#finishLives())
    const pushed = this.#open().push(entry)
    this.#over = why
    return pushed
  }

  /** The turn does not end before this has; what fails after the responder has returned fails the turn. */
  track<Value>(promise: Promise<Value>): Promise<Value> {
    return this.#underWay.track(promise)
  }

  /** Is done as it stands if the turn ends before it is. */
  keepLive(live: LiveWidget<never>): void {
    this.#lives ??= []
    this.#lives.push(live)
  }

  /** Waits for what is under way, and ends. */
  async finish(): Promise<void> {
    await this.#underWay.ended()
    if (this.#over === undefined) await this.#finishLives()
    this.#over ??= 'its responder has returned'
  }

  #open(): TurnQueue {
    if (this.#over !== undefined) throw turnOver(this.#over)
    return this.#queue
  }

  async #finishLives(): Promise<void> {
    if (this.#lives) await Promise.all(this.#lives.map((live) => live.done()))
  }
}
