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

/**
 * Batches of events as an SSE answer. What is ready at once goes with the headers, and a turn that is over by then needs no stream
 * at all. The rest is pulled, so that a slow reader slows the turn; a batch is one piece, because each costs more than its events.
 */
export async function streamAnswer(
  batches: Batches,
  { gone, heartbeatMs }: { gone: Stop; heartbeatMs: number },
): Promise<Answer> {
  let reading = quiet(batches.next())
  let body = ''
  if (await settlesSoon(reading)) {
    const { done, value } = await reading
    if (!done) {
      body = value
      reading = quiet(batches.next())
    }
    if (done || ((await settlesSoon(reading)) && (await reading).done)) return { status: 200, headers, body }
  }
  return { status: 200, headers, body, rest: new RestOfTurn(batches, reading, { gone, heartbeatMs }) }
}

/** What a turn says after its answer has begun. */
class RestOfTurn implements TextStream {
  readonly heartbeatMs: number
  readonly #batches: Batches
  readonly #gone: Stop
  #reading: Promise<IteratorResult<string, void>> | undefined

  constructor(
    batches: Batches,
    reading: Promise<IteratorResult<string, void>>,
    { gone, heartbeatMs }: { gone: Stop; heartbeatMs: number },
  ) {
    this.heartbeatMs = heartbeatMs
    this.#batches = batches
    this.#gone = gone
    this.#reading = reading
    const close = () => quiet(batches.return(undefined))
    gone.addEventListener('abort', close)
    if (gone.aborted) close()
  }

  next(): Promise<IteratorResult<string, void>> {
    const reading = this.#reading ?? this.#batches.next()
    this.#reading = undefined
    return reading
  }

  async leave(reason: unknown): Promise<void> {
    this.#gone.abort(reason)
    await this.#batches.return(undefined)
  }
}
