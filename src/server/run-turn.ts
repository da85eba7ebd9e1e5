import type { ThreadStreamEvent, ThreadStreamEventInput } from '../protocol/index.ts'
import type { Call } from './call.ts'
import { keepCancelled } from './cancelled.ts'
import { createTurn, type TurnCause } from './create-turn.ts'
import { KeptThread } from './kept-thread.ts'
import type { Lease } from './lease.ts'
import { PendingItems } from './pending-items.ts'
import { SseBatch } from './sse-batch.ts'
import { Stop } from './stop.ts'
import { EventTeller } from './tell-events.ts'
import type { Turn } from './turn.ts'
import { clientGone, isDeleted, turnOver } from './turn-end.ts'
import { TurnLine } from './turn-line.ts'
import { TurnQueue } from './turn-queue.ts'
import { UnderWay } from './under-way.ts'
import { isShownError, shownError } from './user-error.ts'
import { realWait } from './wait.ts'
import { wireEvent } from './wire.ts'

/** What a responder gives back: nothing, something to wait for, or a generator of events. */
export type Answering = undefined | Promise<unknown> | AsyncGenerator<ThreadStreamEventInput, unknown, undefined>

/** A turn as a request prepared it: all that could fail before the first byte was loaded, checked and saved. */
export interface PreparedTurn<Context> {
  /** Told first; its items are in the store already. */
  opening: readonly ThreadStreamEvent[]
  /** Absent where the opening is all there is to tell. */
  turn?: { cause: TurnCause; answer(turn: Turn<Context>, line: TurnLine): unknown }
}

/** How long a client may take to read how a turn was stopped, in ms. */
const lastWordsMs = 30_000

/** A turn that has its thread for itself. */
export interface HeldTurn<Context> extends PreparedTurn<Context> {
  lease: Lease
}

/**
 * Plays a turn as batches of events, each for one chunk. Closing the generator cancels the turn.
 * @param ended called at the end, when its thread is free
 */
export function runTurn<Context>(
  call: Call<Context>,
  { opening, turn, lease }: HeldTurn<Context>,
  ended: () => void,
): AsyncGenerator<string, void, undefined> {
  const batch = new SseBatch()
  for (const event of opening) {
    const told = wireEvent(event)
    if (told) batch.add(told)
  }
  return playTurn(call, turn, { lease, batch, ended }) // without the opening: a generator keeps what it is called with
}

async function* playTurn<Context>(
  call: Call<Context>,
  turn: PreparedTurn<Context>['turn'],
  { lease, batch, ended }: { lease: Lease; batch: SseBatch; ended(): void },
): AsyncGenerator<string, void, undefined> {
  if (!turn) {
    await lease.release()
    ended()
    yield batch.take()
    return
  }

  const { thread } = turn.cause
  const stop = new Stop()
  const queue = new TurnQueue()
  const pending = new PendingItems({ all: call.options.onCancel !== undefined })
  const watched = new KeptThread(call.store, thread, stop)
  const leave = () => halt(clientGone(call.gone.reason), call.gone.reason)
  const settle = () => call.gone.removeEventListener('abort', leave)
  let over: Stop | undefined
  let complete = false
  let held = true
  call.gone.addEventListener('abort', leave)

  /** From here on nothing that the turn says is taken, or kept. */
  function halt(refusal: Error, reason: unknown = refusal): void {
    queue.refuse(refusal)
    stop.abort(reason)
  }

  /** A client that does not read would never hear of it, and hold thread and turn for ever: that one is hung up on. */
  function stopped(why: Error): void {
    const { wait = realWait } = call.options
    const ended = new Stop()
    over = ended
    held = false
    halt(why)
    wait(lastWordsMs, ended, { background: true }).then(() => {
      if (!ended.aborted) call.gone.abort(why)
    })
  }

  try {
    lease.begin(stopped)
    const line = new TurnLine(queue, new UnderWay(call.log, stop))
    const begun = createTurn(call, turn.cause, { line, signal: stop })
    play(() => turn.answer(begun, line), begun, line).then(
      () => queue.close(),
      (error) => queue.close({ error }),
    )
    const { store } = call
    const teller = new EventTeller({ store, stopped: stop, threadId: thread.id, queue, pending, watched, batch })
    while (await teller.fill()) {
      if (batch.isEmpty()) await queue.more()
      else yield batch.take()
    }
    if (call.gone.aborted) return
    stop.throwIfAborted()
    const { failure } = queue
    if (failure) batch.add(failed(call, failure.error, thread.id))
    if (watched.changed()) batch.add(await watched.save())
    complete = true
    settle()
    if (!batch.isEmpty()) yield batch.take()
  } catch (error) {
    complete = true
    settle()
    halt(turnOver('what it said could not be saved'), error)
    batch.add(failed(call, error, thread.id))
    yield batch.take()
  } finally {
    settle()
    if (!complete) {
      leave()
      if (held) await keepCancelled(call, turn.cause, pending)
    }
    over?.abort()
    await lease.release()
    ended()
  }
}

/** Runs the responder beside its answer, and waits for all that it began. */
async function play(answer: () => unknown, turn: Turn, line: TurnLine): Promise<void> {
  const answering = answer()
  if (isGenerator(answering)) for await (const event of answering) await turn.emit(event)
  else await answering
  await line.finish()
}

/** Whether a responder, or a handler of an action, tells its events by itself. */
export function isGenerator(value: unknown): value is AsyncGenerator<ThreadStreamEventInput, unknown, undefined> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value
}

function failed<Context>(call: Call<Context>, error: unknown, threadId: string): ThreadStreamEvent {
  if (isDeleted(error, threadId)) {
    call.log.info({ err: error }, 'The thread of a turn was deleted')
    return { type: 'error', code: 'stream.error', allow_retry: false } // a retry could only fail
  }
  if (isShownError(error)) call.log.info({ err: error }, 'A turn ended with a message for the user')
  else call.log.error({ err: error }, 'A turn failed')
  return { type: 'error', ...shownError(error) }
}
