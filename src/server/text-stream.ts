import type { Answer, TextStream } from './answer.ts'
import { settlesSoon } from './microtasks.ts'
import { quiet } from './quiet.ts'
import type { Stop } from './stop.ts'

/** A turn as SSE text; each piece is what was ready at once. */
export type Batches = AsyncGenerator<string, void, undefined>

const headers = {
  'Content-Type': 'text/event-stream',
  'Cache-Control': 'no-cache, no-transform',
  'X-Accel-Buffering': 'no', // nginx would hold events back
}

export interface StreamOptions {
  gone: Stop
  heartbeatMs: number
  /** Called once when nothing more will come. */
  ended(): void
}

/**
 * Batches of events as an SSE answer. What is ready at once goes with the headers, and a turn that is over by then needs no stream
 * at all. The rest is pulled, so that a slow reader slows the turn; a batch is one piece, because each costs more than its events.
 */
export async function streamAnswer(batches: Batches, { gone, heartbeatMs, ended }: StreamOptions): Promise<Answer> {
  let reading = quiet(batches.next())
  let body = ''
  if (await settlesSoon(reading)) {
    const { done, value } = await reading
    if (!done) {
      body = value
      reading = quiet(batches.next())
    }
    if (done || ((await settlesSoon(reading)) && (await reading).done)) {
      ended()
      return { status: 200, headers, body }
    }
  }

  let first: Promise<IteratorResult<string, void>> | undefined = reading
  const close = () => quiet(batches.return(undefined).finally(ended))
  gone.signal.addEventListener('abort', close)
  if (gone.signal.aborted) close()
  const rest: TextStream = {
    heartbeatMs,
    async next() {
      const { done, value } = await (first ?? batches.next())
      first = undefined
      if (!done) return value
      ended()
      return null
    },
    async leave(reason) {
      gone.abort(reason)
      await batches.return(undefined)
    },
  }
  return { status: 200, headers, body, rest }
}
