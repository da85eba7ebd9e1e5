import type { ServerLog } from './log.ts'
import type { StopSignal } from './stop.ts'

/** What was begun beside an answer, awaited there or not. */
export class UnderWay {
  readonly #log: ServerLog
  readonly #signal: StopSignal
  #begun: Set<Promise<unknown>> | undefined

  constructor(log: ServerLog, signal: StopSignal) {
    this.#log = log
    this.#signal = signal
  }

  /** The answer does not end before this has; a failure before that is its caller's, and logged for a caller who does not look. */
  track<Value>(promise: Promise<Value>): Promise<Value> {
    this.#begun ??= new Set()
    const begun = this.#begun
    const settled = () => begun.delete(promise)
    const failed = (error: unknown) => {
      if (settled() && !this.#signal.aborted) {
        this.#log.warn({ err: error }, 'Something that an answer began has failed')
      }
    }
    begun.add(promise)
    promise.then(settled, failed)
    return promise
  }

  /** Waits for what is under way; rejects with what fails from now on. */
  async ended(): Promise<void> {
    if (this.#begun) await Promise.all(this.#begun)
  }
}
