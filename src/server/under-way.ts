import type { ServerLog } from './log.ts'
import type { StopSignal } from './stop.ts'

/** What was begun beside an answer, awaited there or not. */
export interface UnderWay {
  /** The answer does not end before this has; a failure before that is its caller's, and logged for a caller who does not look. */
  track<Value>(promise: Promise<Value>): Promise<Value>
  /** Waits for what is under way; rejects with what fails from now on. */
  ended(): Promise<void>
}

export function underWay(log: ServerLog, signal: StopSignal): UnderWay {
  const begun = new Set<Promise<unknown>>()
  return {
    track(promise) {
      const settled = () => begun.delete(promise)
      const failed = (error: unknown) => {
        if (settled() && !signal.aborted) log.warn({ err: error }, 'Something that an answer began has failed')
      }
      begun.add(promise)
      promise.then(settled, failed)
      return promise
    },
    async ended() {
      await Promise.all(begun)
    },
  }
}
