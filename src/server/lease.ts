import { ParlorError } from '../errors.ts'
import { afterTick } from './after-tick.ts'
import type { Call } from './call.ts'
import { randomIds } from './ids.ts'
import { limitsOf } from './limits.ts'
import { linesOf } from './lines.ts'
import { patiently } from './patience.ts'
import { Stop } from './stop.ts'
import { clientGone } from './turn-end.ts'
import { realWait } from './wait.ts'

/** How long a thread stays with a process that died, by the store's clock. A living one prolongs it at each third. */
const holdMs = 30_000

/** A thread that is held for one turn. */
export interface Lease {
  /** Says that the turn begins. `stopped` is called, once at most, when the thread is not the turn's any more. */
  begin(stopped: (why: Error) => void): void
  /** Gives the thread free, to who waits longest in this process, else to who looks first. */
  release(): Promise<void>
}

/**
 * Holds a thread for a turn, after those who came before. Throws `conflict` when that takes longer than `limits.maxQueueMs`, and
 * `aborted` when the client goes away meanwhile. What never begins gives the thread free when the client goes, or in time.
 */
export async function holdThread<Context>(call: Call<Context>, threadId: string): Promise<Lease> {
  const { store, options, gone } = call
  const holder = randomIds('req')
  const place = linesOf(options.store).join(threadName(call, threadId))
  const hold = () => store.holdThread(threadId, holder, holdMs)
  try {
    if (place.before || !(await hold())) await waitFor(call, threadId, { before: place.before, hold })
  } catch (error) {
    place.leave()
    throw error
  }
  const lease = keepHolding(call, threadId, {
    hold,
    free: () => store.releaseThread(threadId, holder),
    leave: place.leave,
  })
  if (gone.aborted) {
    await lease.release()
    throw clientGone(gone.reason)
  }
  return lease
}

/** Stops the turn that this process has under way in a thread, if there is one. */
export function stopTurn<Context>(call: Call<Context>, threadId: string, why: Error): void {
  linesOf(call.options.store).turns.get(threadName(call, threadId))?.(why)
}

/** Waits in this process's line, and at its head for the store, looking ever less often. */
function waitFor<Context>(
  call: Call<Context>,
  threadId: string,
  { before, hold }: { before: Promise<void> | undefined; hold(): Promise<boolean> },
): Promise<void> {
  const { wait = realWait } = call.options
  return patiently(call, `Another answer is being made in ${threadId}`, async ({ signal, until }) => {
    await until(before)
    for (let pause = 25; !(await hold()); pause = Math.min(2 * pause, 400)) {
      await wait(pause * (0.5 + Math.random()), signal)
      signal.throwIfAborted()
    }
  })
}

/** Prolongs what is held, until it is released or lost, the turn takes too long, or was not begun for a whole `holdMs`. */
function keepHolding<Context>(
  call: Call<Context>,
  threadId: string,
  { hold, free, leave }: { hold(): Promise<boolean>; free(): Promise<void>; leave(): void },
): Lease {
  const { gone, log, options } = call
  const { wait = realWait } = options
  const { turns } = linesOf(options.store)
  const name = threadName(call, threadId)
  const ended = new Stop()
  let prolonging: Promise<unknown> | undefined
  let tell: ((why: Error) => void) | undefined
  let stopped: Error | undefined
  let released: Promise<void> | undefined

  function stop(why: Error): void {
    if (stopped || released) return
    stopped = why
    tell?.(why)
  }

  /** Begins after the tick: by then most turns that wait for nothing are over. */
  async function keep(): Promise<void> {
    const { turnTimeoutMs } = limitsOf(options.limits)
    let spent = 0
    let failures = 0
    while (!stopped && !ended.aborted) {
      const pause = Math.min(holdMs / 3, turnTimeoutMs - spent)
      await wait(pause, ended.signal)
      if (ended.aborted) return
      spent += pause
      if (!tell && spent >= holdMs) return void release()
      if (spent >= turnTimeoutMs) return stop(tooLong(turnTimeoutMs))
      try {
        const prolonged = hold()
        prolonging = prolonged.catch(() => {})
        if (!(await prolonged)) stop(threadTaken(threadId))
        failures = 0
      } catch (error) {
        log.warn({ err: error }, 'A thread could not be held on to')
        if (++failures === 3) stop(threadTaken(threadId, error))
      }
    }
  }

  /** What is being prolonged has to be over first: it would take the thread again. */
  async function giveFree(): Promise<void> {
    callOff()
    ended.abort()
    gone.removeEventListener('abort', release)
    if (turns.get(name) === stop) turns.delete(name)
    await prolonging
    try {
      await free().catch(free)
    } catch (error) {
      log.warn({ err: error }, `A thread could not be given free: it will be in ${holdMs / 1000} s`)
    }
    leave()
  }

  function release(): Promise<void> {
    released ??= giveFree()
    return released
  }

  turns.set(name, stop)
  gone.addEventListener('abort', release)
  const callOff = afterTick(keep)
  return {
    begin(told) {
      gone.removeEventListener('abort', release)
      tell = told
      if (released && !gone.aborted) told(threadTaken(threadId))
      else if (stopped) told(stopped)
    },
    release,
  }
}

function threadName<Context>({ user }: Call<Context>, threadId: string): string {
  return JSON.stringify([user, threadId])
}

function threadTaken(threadId: string, cause?: unknown): ParlorError {
  return new ParlorError('conflict', {
    at: `threads.${threadId}`,
    problem: 'The turn has lost its thread: another one may be under way in it',
    hint: 'Look for what held this process up for so long, or why its store did not answer',
    cause,
  })
}

function tooLong(limit: number): ParlorError {
  return new ParlorError('timeout', {
    at: 'turn',
    problem: `The turn is not over after ${limit / 1000} s`,
    hint: 'Stop the work of this turn; turn.signal tells when to. limits.turnTimeoutMs says how long a turn may take',
  })
}
