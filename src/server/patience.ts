import { ParlorError } from '../errors.ts'
import type { Call } from './call.ts'
import { limitsOf } from './limits.ts'
import { clientGone } from './turn-end.ts'
import { realWait } from './wait.ts'

/** What a request that waits goes by. */
export interface Patience {
  /** Aborts when it has waited long enough, or the client has gone. */
  signal: AbortSignal
  /** Waits until this is over; rejects as soon as `signal` aborts. */
  until(over: Promise<void> | undefined): Promise<void>
}

/**
 * Lets a request wait for something that is busy, no longer than `limits.maxQueueMs` and its client do: then it throws `conflict`,
 * or `aborted`.
 * @param busy what holds it up, as a sentence's beginning
 */
export async function patiently<Context, Value>(
  { options: { wait = realWait, limits }, gone }: Call<Context>,
  busy: string,
  waiting: (patience: Patience) => Promise<Value>,
): Promise<Value> {
  const { maxQueueMs } = limitsOf(limits)
  const enough = new AbortController()
  const over = new AbortController()
  const leave = () => enough.abort(clientGone(gone.reason))
  if (gone.aborted) leave()
  gone.addEventListener('abort', leave)
  wait(maxQueueMs, over.signal).then(() => enough.abort(stillBusy(busy, maxQueueMs)))
  const aborted = new Promise<void>((resolve) => enough.signal.addEventListener('abort', () => resolve()))
  try {
    return await waiting({
      signal: enough.signal,
      async until(over) {
        if (!enough.signal.aborted) await Promise.race([over, aborted])
        enough.signal.throwIfAborted()
      },
    })
  } finally {
    over.abort()
    gone.removeEventListener('abort', leave)
  }
}

function stillBusy(busy: string, waited: number): ParlorError {
  return new ParlorError('conflict', {
    at: 'params.thread_id',
    problem: `${busy}, and was not done within ${waited / 1000} s`,
    hint: 'Send this again when that has ended, or stop it first. limits.maxQueueMs says how long to wait',
  })
}
