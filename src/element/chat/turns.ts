import { ParlorError } from '../../errors.ts'
import type {
  ClientToolCallItem,
  ErrorEvent,
  ParamsOf,
  StreamingRequestType,
  ThreadItem,
  ThreadStreamEvent,
  UserMessageItem,
} from '../../protocol/index.ts'
import { endTurn, startTurn } from '../../updates/index.ts'
import { callClientTool } from './client-tools.ts'
import type { ChatCore } from './core.ts'
import { errorOfEvent, failureOf, failureOfEvent } from './failures.ts'
import type { Failure, TurnState } from './state.ts'

/** A request that is answered with a stream. */
export type StreamRequest = {
  [Type in StreamingRequestType]: {
    type: Type
    params: ParamsOf<Type>
    /** Names what the person did: the same when it is sent again, so that a server that knows keys does it once. */
    key?: string
  }
}[StreamingRequestType]

/** How far a turn came before it failed. */
export interface TurnProgress {
  /** The server's own item for the message, once it took it. */
  accepted: UserMessageItem | null
  /** The request that ran last: the first one, or the result of a client tool. */
  request: StreamRequest
  /** Whether any event answered that request. */
  answered: boolean
}

/** What one turn asks of the server, and what to do when it does not work out. */
export interface TurnPlan {
  kind: Exclude<TurnState['kind'], null>
  request: StreamRequest
  /** Shown until the server's own item arrives; a turn that has one fails when that never comes. */
  pendingMessage?: UserMessageItem
  onAccepted?: () => void
  /** The turn failed, or was stopped before the server took the message. */
  onFailed?: (progress: TurnProgress) => void
  /** What the retry button does, unless the result of a client tool never arrived: that is posted again. */
  retry: (progress: TurnProgress) => void
}

export interface Turns {
  /** Resolves at the end of the turn, also of a stopped one; rejects with what made it fail, which is shown and reported. */
  run(plan: TurnPlan): Promise<void>
  /** Ends the running turn where it stands: the request is aborted, what came stays. */
  stop(): void
  retry(): void
  /** Makes `again` what the retry button does, for failures outside of turns. */
  offerRetry(again: (() => void) | null): void
}

interface Running extends TurnProgress {
  readonly plan: TurnPlan
  readonly controller: AbortController
  error: ErrorEvent | null
}

/** Runs turns, one at a time: a turn is a first stream, and one more for each client tool the server calls. */
export function createTurns(core: ChatCore): Turns {
  let active: Running | null = null
  let again: (() => void) | null = null

  async function run(plan: TurnPlan): Promise<void> {
    const { request } = plan
    const turn: Running = {
      plan,
      controller: new AbortController(),
      accepted: null,
      request,
      answered: false,
      error: null,
    }
    active = turn
    again = null
    core.patch({
      turn: { status: 'sending', kind: plan.kind, pendingMessage: plan.pendingMessage ?? null, error: null },
      thread: startTurn(core.get().thread),
    })
    core.emit('chatkit.response.start', undefined)
    try {
      for (let next: StreamRequest | null = request; next; ) {
        const call: ClientToolCallItem | null = await read(turn, next)
        next = call && (await answer(turn, call))
      }
      if (active !== turn) return
      if (plan.pendingMessage && !turn.accepted && !turn.error) throw neverAccepted()
    } catch (error) {
      if (active !== turn) return
      core.report('StreamError', error)
      fail(turn, failureOf(error))
      throw error
    }
    if (!turn.error) return end(turn)
    fail(turn, failureOfEvent(turn.error))
    throw errorOfEvent(turn.error)
  }

  /** Reads one stream to its end and gives the client tool call it ended with, if it did. */
  async function read(turn: Running, request: StreamRequest): Promise<ClientToolCallItem | null> {
    turn.request = request
    turn.answered = false
    let call: ClientToolCallItem | null = null
    const { signal } = turn.controller
    const { type, params, key: idempotencyKey } = request
    for await (const event of core.client().stream(type, params, { signal, idempotencyKey })) {
      if (active !== turn) return null
      turn.answered = true
      take(turn, event)
      if (event.type === 'thread.item.done') call = pendingCall(event.item) ?? call
      if (event.type === 'thread.item.removed' && event.item_id === call?.id) call = null
    }
    return active === turn ? call : null
  }

  function take(turn: Running, event: ThreadStreamEvent): void {
    core.apply(event)
    switch (event.type) {
      case 'thread.created':
        if (core.get().threadId !== event.thread.id) {
          core.patch({ threadId: event.thread.id })
          core.emit('chatkit.thread.change', { threadId: event.thread.id })
        }
        break
      case 'thread.item.done':
        if (event.item.type === 'user_message' && turn.plan.pendingMessage && !turn.accepted) {
          turn.accepted = event.item
          core.patchTurn({ pendingMessage: null })
          turn.plan.onAccepted?.()
        }
        break
      case 'client_effect':
        core.emit('chatkit.effect', { name: event.name, data: event.data })
        break
      case 'error':
        turn.error = event
        core.patchTurn({ error: failureOfEvent(event) })
        core.report('StreamError', errorOfEvent(event))
        break
    }
    // A listener may have stopped the turn; an accepted message is what ends `sending`.
    const waits = turn.plan.pendingMessage && !turn.accepted
    if (active === turn && !waits && core.get().turn.status !== 'streaming') core.patchTurn({ status: 'streaming' })
  }

  async function answer(turn: Running, call: ClientToolCallItem): Promise<StreamRequest | null> {
    core.patchTurn({ status: 'client_tool' })
    const output = await Promise.race([callClientTool(core, call), aborted(turn.controller.signal)])
    if (active !== turn) return null
    core.apply({ type: 'thread.item.replaced', item: { ...call, status: 'completed', output } })
    core.patchTurn({ status: 'streaming' })
    return { type: 'threads.add_client_tool_output', params: { thread_id: call.thread_id, result: output } }
  }

  function fail(turn: Running, error: Failure): void {
    if (active !== turn) return // a listener of the report has left the thread
    const { plan, accepted, request, answered } = turn
    const progress: TurnProgress = { accepted, request, answered }
    plan.onFailed?.(progress)
    const toolResultLost = request.type === 'threads.add_client_tool_output' && !answered
    const retry = (later: TurnProgress) => plan.retry({ ...later, accepted })
    again = toolResultLost ? () => void run({ kind: plan.kind, request, retry }).catch(() => {}) : () => retry(progress)
    core.patchTurn({ error })
    end(turn)
  }

  function end(turn: Running): void {
    if (active !== turn) return
    active = null
    const { thread, turn: shown } = core.get()
    core.patch({ thread: endTurn(thread), turn: { ...shown, status: 'idle', kind: null, pendingMessage: null } })
    core.emit('chatkit.response.end', undefined)
  }

  return {
    run,
    stop() {
      const turn = active
      again = null
      if (!turn) return
      if (turn.plan.pendingMessage && !turn.accepted) turn.plan.onFailed?.(turn)
      end(turn)
      turn.controller.abort()
    },
    retry() {
      const action = again
      again = null
      action?.()
    },
    offerRetry(action) {
      again = action
    },
  }
}

function pendingCall(item: ThreadItem): ClientToolCallItem | null {
  return item.type === 'client_tool_call' && item.status === 'pending' ? item : null
}

function aborted(signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(undefined), { once: true }))
}

function neverAccepted(): ParlorError {
  return new ParlorError('stream_cut', {
    at: 'stream',
    problem: 'The answer ended before the message came back',
    hint: 'The server has to send thread.item.done with the user message first',
  })
}
