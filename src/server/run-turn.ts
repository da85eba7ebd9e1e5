import type { ThreadStreamEvent, ThreadStreamEventInput } from '../protocol/index.ts'
import type { Call } from './call.ts'
import { keepCancelled } from './cancelled.ts'
import { createTurn, type TurnCause } from './create-turn.ts'
import { keptThread } from './kept-thread.ts'
import { settlesSoon } from './microtasks.ts'
import { pendingMessages } from './pending-messages.ts'
import type { Turn } from './turn.ts'
import { clientGone, turnOver } from './turn-end.ts'
import { openLine, type TurnLine } from './turn-line.ts'
import { createTurnQueue, type TurnEntry } from './turn-queue.ts'
import { isShownError, shownError } from './user-error.ts'
import { wireEvent } from './wire.ts'

/** What a responder or an action handler gives back: something to wait for, or a generator of events. */
export type Answering = undefined | Promise<unknown> | AsyncGenerator<ThreadStreamEventInput, unknown, undefined>

/** A turn as a request prepared it: all that could fail before the first byte was loaded, checked and saved. */
export interface PreparedTurn<Context> {
  /** Told first; its items are in the store already. */
  opening: readonly ThreadStreamEvent[]
  /** Absent where the opening is all there is to tell. */
  turn?: { cause: TurnCause; answer(turn: Turn<Context>, line: TurnLine): unknown }
}

/** More events than this are not held back for one chunk. */
const BATCH = 256

/** Plays a turn: each event is kept, then told, in batches of what is ready at once. Closing the generator cancels the turn. */
export async function* runTurn<Context>(
  call: Call<Context>,
  { opening, turn }: PreparedTurn<Context>,
): AsyncGenerator<readonly ThreadStreamEvent[], void, undefined> {
  let batch = opening.flatMap((event) => wireEvent(event) ?? [])
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
    if (complete) return
    queue.refuse(clientGone(call.gone.reason))
    stop.abort(call.gone.reason)
  }
  let told = false // since the thread was last looked at: its changes are told after events, as the reference does
  let complete = false
  call.gone.addEventListener('abort', leave)

  try {
    const line = openLine(call, queue, stop.signal)
    const begun = createTurn(call, turn.cause, { line, signal: stop.signal })
    play(() => turn.answer(begun, line), begun, line).then(
      () => queue.close(),
      (error) => queue.close({ error }),
    )
    while (!call.gone.aborted) {
      const entry = queue.take()
      if (!entry) {
        if (queue.drained) break
        if (told && watched.changed) batch.push({ type: 'thread.updated', thread: await watched.save() })
        told = false
        if (await queue.soon()) continue
        if (batch.length > 0) {
          yield batch
          batch = []
        }
        await queue.more()
        continue
      }
      const keeping = keep(call, thread.id, entry)
      if (keeping) {
        keeping.catch((error) => entry.refused?.(error))
        if (batch.length > 0 && !(await settlesSoon(keeping))) {
          yield batch
          batch = []
        }
        await keeping
      }
      pending.note(entry.event)
      const event = wireEvent(entry.event)
      if (event) batch.push(event)
      told = true
      entry.taken?.()
      if (batch.length >= BATCH) {
        yield batch
        batch = []
      }
    }
    if (call.gone.aborted) return
    if (queue.failure) batch.push(failed(call, queue.failure.error))
    if (watched.changed) batch.push({ type: 'thread.updated', thread: await watched.save() })
    complete = true
    if (batch.length > 0) yield batch
  } catch (error) {
    complete = true
    queue.refuse(turnOver('what it said could not be saved'))
    stop.abort(error)
    yield [...batch, failed(call, error)]
  } finally {
    call.gone.removeEventListener('abort', leave)
    leave()
    if (!complete) await keepCancelled(call, thread.id, pending)
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

/** What an event does to the store (reference/protocol.md §7); most do nothing. */
function keep<Context>({ store }: Call<Context>, threadId: string, { event, record, kept }: TurnEntry) {
  if (kept) return undefined
  switch (event.type) {
    case 'thread.item.done':
    case 'thread.item.replaced':
      return store.saveItem(threadId, event.item, record)
    case 'thread.item.removed':
      return store.deleteItem(threadId, event.item_id)
    default:
      return undefined
  }
}

function failed<Context>(call: Call<Context>, error: unknown): ThreadStreamEvent {
  if (isShownError(error)) call.log.info({ err: error }, 'A turn ended with a message for the user')
  else call.log.error({ err: error }, 'A turn failed')
  return { type: 'error', ...shownError(error) }
}
