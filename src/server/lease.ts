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
  const name = threadName(call, threadId)
  const place = linesOf(options.store).join(name)
  const hold = () => store.holdThread(threadId, holder, holdMs)
  try {
    if (place.before || !(await hold())) await waitFor(call, threadId, { before: place.before, hold })
  } catch (error) {
    place.leave()
    throw error
  }
  const lease = new HeldThread(call, { threadId, name, holder, place })
  if (gone.aborted) {
    await lease.release()
    throw clientGone(gone.reason)
  }
  return lease
}

/** Stops the turn that this process has under way in a thread, if there is one. */
export function stopTurn<Context>(call: Call<Context>, threadId: string, why: Error): void {
  linesOf(call.options.store).turns.get(threadName(call, threadId))?.stop(why)
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

interface Hold {
  threadId: string
  name: string
  holder: string
  place: { leave(): void }
}

/** Prolongs what is held, until it is released or lost, the turn takes too long, or was not begun for a whole `holdMs`. */
class HeldThread<Context> implements Lease {
  readonly #call: Call<Context>
  readonly #hold: Hold
  readonly #ended = new Stop()
  #spent = 0
  #failures = 0
  #prolonging: Promise<unknown> | undefined
  #tell: ((why: Error) => void) | undefined
  #stopped: Error | undefined
  #released: Promise<void> | undefined
  #leave: (() => void) | undefined
  #callOff: (() => void) | undefined

  constructor(call: Call<Context>, hold: Hold) {
    this.#call = call
    this.#hold = hold
    this.#turns.set(hold.name, this)
    const leave = () => void this.release()
    this.#leave = leave
    call.gone.addEventListener('abort', leave)
    this.#callOff = afterTick(() => this.#keep()) // by then most turns that wait for nothing are over
  }

  begin(stopped: (why: Error) => void): void {
    this.#stay()
    this.#tell = stopped
    if (this.#released && !this.#call.gone.aborted) stopped(threadTaken(this.#hold.threadId))
    else if (this.#stopped) stopped(this.#stopped)
  }

  stop(why: Error): void {
    if (this.#stopped || this.#released) return
    this.#stopped = why
    this.#tell?.(why)
  }

  release(): Promise<void> {
    this.#released ??= this.#giveFree()
    return this.#released
  }

  /** The client's going is the turn's business from here on. */
  #stay(): void {
    if (this.#leave) this.#call.gone.removeEventListener('abort', this.#leave)
    this.#leave = undefined
  }

  #keep(): void {
    this.#callOff = undefined
    if (this.#stopped || this.#ended.aborted) return
    const { wait = realWait } = this.#call.options
    const pause = Math.min(holdMs / 3, this.#timeoutMs - this.#spent)
    wait(pause, this.#ended).then(() => this.#look(pause))
  }

  async #look(waited: number): Promise<void> {
    if (this.#ended.aborted) return
    this.#spent += waited
    if (!this.#tell && this.#spent >= holdMs) return void this.release()
    if (this.#spent >= this.#timeoutMs) return this.stop(tooLong(this.#timeoutMs))
    await this.#prolong()
    this.#keep()
  }

  async #prolong(): Promise<void> {
    const { threadId, holder } = this.#hold
    const { store, log } = this.#call
    try {
      const prolonged = store.holdThread(threadId, holder, holdMs)
      this.#prolonging = prolonged.catch(() => {})
      if (!(await prolonged)) this.stop(threadTaken(threadId))
      this.#failures = 0
    } catch (error) {
      log.warn({ err: error }, 'A thread could not be held on to')
      if (++this.#failures === 3) this.stop(threadTaken(threadId, error))
    }
  }

  /** What is being prolonged has to be over first: it would take the thread again. */
  async #giveFree(): Promise<void> {
    const { threadId, name, holder, place } = this.#hold
    const { store, log } = this.#call
    this.#callOff?.()
    this.#ended.abort()
    this.#stay()
    if (this.#turns.get(name) === this) this.#turns.delete(name)
    await this.#prolonging
    const free = () => store.releaseThread(threadId, holder)
    try {
      await free().catch(free)
    } catch (error) {
      log.warn({ err: error }, `A thread could not be given free: it will be in ${holdMs / 1000} s`)
    }
    place.leave()
  }

  get #turns() {
    return linesOf(this.#call.options.store).turns
  }

  get #timeoutMs(): number {
    return limitsOf(this.#call.options.limits).turnTimeoutMs
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
