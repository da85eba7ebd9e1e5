import type { Call } from './call.ts'
import type { LiveWidget } from './live-widget.ts'
import { quiet } from './quiet.ts'
import type { StopSignal } from './stop.ts'
import { turnOver } from './turn-end.ts'
import type { TurnEntry, TurnInput, TurnQueue } from './turn-queue.ts'
import { type UnderWay, underWay } from './under-way.ts'

/** The way from a turn to its queue: it stays open until the turn ends, and knows what is still under way. */
export interface TurnLine extends TurnInput {
  /** Says the last thing of the turn, after what is still live is done: an item that has to be the newest stays so. */
  pushLast(entry: TurnEntry, why: string): Promise<void>
  /** The turn does not end before this has; what fails after the responder has returned fails the turn. */
  track: UnderWay['track']
  /** Is done as it stands if the turn ends before it is. */
  keepLive(live: LiveWidget<never>): void
  /** Waits for what is under way, and ends. */
  finish(): Promise<void>
}

export function openLine<Context>({ log }: Call<Context>, queue: TurnQueue, signal: StopSignal): TurnLine {
  const begun = underWay(log, signal)
  const lives = new Set<LiveWidget<never>>()
  let over: string | undefined

  function open(): TurnQueue {
    if (over !== undefined) throw turnOver(over)
    return queue
  }

  const finishLives = () => Promise.all(Array.from(lives, (live) => live.done()))

  return {
    push: (entry) => open().push(entry),
    add: (entry) => open().add(entry),
    pushLast(entry, why) {
      quiet(finishLives())
      const pushed = open().push(entry)
      over = why
      return pushed
    },
    track: begun.track,
    keepLive(live) {
      lives.add(live)
    },
    async finish() {
      await begun.ended()
      if (over === undefined) await finishLives()
      over ??= 'its responder has returned'
    },
  }
}
