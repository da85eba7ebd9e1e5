import type { ThreadStreamEvent, ThreadStreamEventInput } from '../protocol/index.ts'
import type { Call } from './call.ts'
import { keepCancelled } from './cancelled.ts'
import { createTurn, type TurnCause } from './create-turn.ts'
import { keptThread } from './kept-thread.ts'
import { pendingMessages } from './pending-messages.ts'
import { tellEvents } from './tell-events.ts'
import type { Turn } from './turn.ts'
import { clientGone, turnOver } from './turn-end.ts'
import { openLine, type TurnLine } from './turn-line.ts'
import { createTurnQueue } from './turn-queue.ts'
import { isShownError, shownError } from './user-error.ts'
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

/** Plays a turn as batches of events, each for one chunk. Closing the generator cancels the turn. */
export async function* runTurn<Context>(
  call: Call<Context>,
  { opening, turn }: PreparedTurn<Context>,
): AsyncGenerator<readonly ThreadStreamEvent[], void, undefined> {
  const batch = opening.flatMap((event) => wireEvent(event) ?? [])
  if (!turn) {
    yield batch
    return
  }

  const { thread } = turn.cause
  const stop = new AbortController()
  const queue = createTurnQueue()
  const pending = pendingMessages()
  const watched = keptThread(call.store, thread)
  const leave = () => {
    queue.refuse(clientGone(call.gone.reason))
    stop.abort(call.gone.reason)
  }
  const settle = () => call.gone.removeEventListener('abort', leave)
  let complete = false
  call.gone.addEventListener('abort', leave)

  try {
    const line = openLine(call, queue, stop.signal)
    const begun = createTurn(call, turn.cause, { line, signal: stop.signal })
    play(() => turn.answer(begun, line), begun, line).then(
      () => queue.close(),
      (error) => queue.close({ error }),
    )
    for await (const told of tellEvents({ call, threadId: thread.id, queue, pending, watched }, batch)) yield told
    if (call.gone.aborted) return
    if (queue.failure) batch.push(failed(call, queue.failure.error))
    if (watched.changed) batch.push(await watched.save())
    complete = true
    settle()
    if (batch.length > 0) yield batch
  } catch (error) {
    complete = true
    settle()
    queue.refuse(turnOver('what it said could not be saved'))
    stop.abort(error)
    yield [...batch, failed(call, error)]
  } finally {
    settle()
    if (!complete) {
      leave()
      await keepCancelled(call, thread.id, pending)
    }
  }
}

/** Runs the responder beside its answer, and waits for all that it began. */
async function play(answer: () => unknown, turn: Turn, line: TurnLine): Promise<void> {
  const answering = answer()
  if (isGenerator(answering)) for await (const event of answering) await turn.emit(event)
  else await answering
  await line.finish()
}

function isGenerator(value: unknown): value is AsyncGenerator<ThreadStreamEventInput, unknown, undefined> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value
}

function failed<Context>(call: Call<Context>, error: unknown): ThreadStreamEvent {
  if (isShownError(error)) call.log.info({ err: error }, 'A turn ended with a message for the user')
  else call.log.error({ err: error }, 'A turn failed')
  return { type: 'error', ...shownError(error) }
}
