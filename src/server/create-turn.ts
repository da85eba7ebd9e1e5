import { checkWidget } from '../kit/index.ts'
import type {
  AssistantMessageItem,
  ClientToolCallItem,
  StructuredInputItem,
  ThreadMetadata,
  ThreadStreamEvent,
  UserMessageItem,
  WidgetItem,
} from '../protocol/index.ts'
import type { Call } from './call.ts'
import { checkEvent } from './check-event.ts'
import type { IdPrefix } from './ids.ts'
import { goLive, type LiveOptions, type LiveWidget } from './live-widget.ts'
import { messageText } from './message-text.ts'
import { quiet } from './quiet.ts'
import type { ShowOptions, ToolResult, Turn } from './turn.ts'
import { turnOver } from './turn-end.ts'
import type { TurnInput, TurnQueue } from './turn-queue.ts'
import { say } from './turn-say.ts'
import { type DrawnWidget, drawWidget, isWidget } from './turn-widgets.ts'

/** What a turn answers to. */
export interface TurnCause {
  thread: ThreadMetadata
  message?: UserMessageItem
  toolResult?: ToolResult
  answered?: StructuredInputItem
}

/** Where the words of a turn go, and what tells it to stop. */
export interface TurnLine {
  queue: TurnQueue
  signal: AbortSignal
}

export interface BegunTurn<Context> {
  turn: Turn<Context>
  push: TurnQueue['push']
  /** The turn does not end before this has; what fails after the responder has returned fails the turn. */
  track<Value>(promise: Promise<Value>): Promise<Value>
  /** Waits for what was begun, and ends what is still live. */
  finish(): Promise<void>
}

/** A turn whose words go into a queue. */
export function createTurn<Context>(
  call: Call<Context>,
  { thread, message, toolResult, answered }: TurnCause,
  { queue, signal }: TurnLine,
): BegunTurn<Context> {
  const begun = new Set<Promise<unknown>>()
  const lives = new Set<LiveWidget<never>>()
  let over: string | undefined

  const open = (): TurnQueue => {
    if (over !== undefined) throw turnOver(over)
    return queue
  }
  const input: TurnInput = { push: (entry) => open().push(entry), add: (entry) => open().add(entry) }
  const { push } = input
  function track<Value>(promise: Promise<Value>): Promise<Value> {
    const settled = () => begun.delete(promise)
    const failed = (error: unknown) => {
      if (settled() && !signal.aborted) call.log.warn({ err: error }, 'Something that a turn began has failed')
    }
    begun.add(promise)
    promise.then(settled, failed)
    return promise
  }
  const emit = (event: ThreadStreamEvent) => push({ event })
  const base = (prefix: IdPrefix = 'msg') => ({ id: call.id(prefix), thread_id: thread.id, created_at: call.now() })
  const widgetItem = ({ root, copyText }: DrawnWidget): WidgetItem => ({
    ...base(),
    type: 'widget',
    widget: root,
    copy_text: copyText,
  })

  /** The first drawing of a widget or of plain JSON, and how to draw it again. */
  function drawing(shown: unknown, detail: unknown) {
    if (isWidget(shown)) {
      call.widgets.learn(shown)
      const draw = (state: unknown) => drawWidget(shown, state)
      return { first: draw(detail), draw }
    }
    const { copyText } = (detail ?? {}) as ShowOptions // the overloads of show and live see to that
    const draw = (root: unknown): DrawnWidget => ({ root: checkWidget(root), copyText })
    return { first: draw(shown), draw }
  }

  const turn: Turn<Context> = {
    thread,
    message: message ?? null,
    text: message ? messageText(message) : '',
    toolResult: toolResult ?? null,
    answered: answered ?? null,
    context: call.context,
    locale: call.locale,
    signal,
    store: call.store,
    log: call.log,

    say(text) {
      const item: AssistantMessageItem = { ...base(), type: 'assistant_message', content: [] }
      return track(say(input, item, text))
    },
    show(shown: unknown, detail?: unknown) {
      const { first } = drawing(shown, detail)
      const item = widgetItem(first)
      const record = first.source && { ...first.source, version: 1 }
      return quiet(push({ event: { type: 'thread.item.done', item }, record }).then(() => item))
    },
    live(shown: unknown, detail?: unknown, options?: LiveOptions) {
      const { first, draw } = drawing(shown, detail)
      const live = goLive(input, widgetItem(first), first, {
        draw,
        options: options ?? (isWidget(shown) ? {} : detail) ?? {},
      })
      lives.add(live)
      return live
    },
    progress: (text, icon) => emit({ type: 'progress_update', text, icon }),
    effect: (name, data = {}) => emit({ type: 'client_effect', name, data }),
    notice: (message, { level = 'info', title } = {}) => emit({ type: 'notice', level, message, title }),
    remember: (content) =>
      emit({ type: 'thread.item.done', item: { ...base(), type: 'hidden_context_item', content } }),
    emit: (event) => emit(checkEvent(event, thread.id)),
    callClient(tool, args = {}) {
      const own = base('tc')
      const item: ClientToolCallItem = {
        ...own,
        type: 'client_tool_call',
        status: 'pending',
        call_id: own.id,
        name: tool,
        arguments: args,
        output: undefined,
      }
      const asked = emit({ type: 'thread.item.done', item })
      over = `it asked the client to run ${tool}`
      return asked
    },
    ask(...inputs) {
      const asked = turn.emit({ type: 'thread.item.done', item: { ...base(), type: 'structured_input', inputs } })
      over = 'it asked the user'
      return asked
    },
  }

  return {
    turn,
    push,
    track,
    async finish() {
      await Promise.all(begun)
      if (over === undefined) for (const live of lives) await live.done()
      over ??= 'its responder has returned'
    },
  }
}
