import type {
  ClientToolCallItem,
  StructuredInputItem,
  ThreadMetadata,
  ThreadStreamEvent,
  UserMessageItem,
} from '../protocol/index.ts'
import type { Call } from './call.ts'
import { checkEvent } from './check-event.ts'
import type { IdPrefix } from './ids.ts'
import { messageText } from './message-text.ts'
import type { StopSignal } from './stop.ts'
import type { ToolResult, Turn } from './turn.ts'
import type { TurnLine } from './turn-line.ts'
import { say } from './turn-say.ts'
import { turnWidgets } from './turn-widgets.ts'

/** What a turn answers to. */
export interface TurnCause {
  thread: ThreadMetadata
  message?: UserMessageItem
  toolResult?: ToolResult
  answered?: StructuredInputItem
}

/** What all items of a turn begin with. */
export type NewItem = (prefix?: IdPrefix) => { id: string; thread_id: string; created_at: string }

/** A turn whose words go into a line. */
export function createTurn<Context>(
  call: Call<Context>,
  { thread, message, toolResult, answered }: TurnCause,
  { line, signal }: { line: TurnLine; signal: StopSignal },
): Turn<Context> {
  const newItem: NewItem = (prefix = 'msg') => ({ id: call.id(prefix), thread_id: thread.id, created_at: call.now() })
  const emit = (event: ThreadStreamEvent) => line.push({ event })

  const turn: Omit<Turn<Context>, 'signal'> = {
    thread,
    message: message ?? null,
    text: message ? messageText(message) : '',
    toolResult: toolResult ?? null,
    answered: answered ?? null,
    context: call.context,
    locale: call.locale,
    store: call.store,
    log: call.log,

    ...turnWidgets(call.widgets, line, newItem),
    say: (text) => line.track(say(line, { ...newItem(), type: 'assistant_message', content: [] }, text)),
    progress: (text, icon) => emit({ type: 'progress_update', text, icon }),
    effect: (name, data = {}) => emit({ type: 'client_effect', name, data }),
    notice: (message, { level = 'info', title } = {}) => emit({ type: 'notice', level, message, title }),
    remember: (content) =>
      emit({ type: 'thread.item.done', item: { ...newItem(), type: 'hidden_context_item', content } }),
    emit: (event) => emit(checkEvent(event, thread.id)),

    callClient(tool, args = {}) {
      const own = newItem('tc')
      const asking = { status: 'pending', call_id: own.id, name: tool, arguments: args, output: undefined } as const
      const item: ClientToolCallItem = { ...own, type: 'client_tool_call', ...asking }
      return line.pushLast({ event: { type: 'thread.item.done', item } }, `it asked the client to run ${tool}`)
    },
    ask(...inputs) {
      const item = { ...newItem(), type: 'structured_input', inputs } as const
      return line.pushLast({ event: checkEvent({ type: 'thread.item.done', item }, thread.id) }, 'it asked the user')
    },
  }
  return Object.assign(new WithSignal(signal), turn)
}

/** The signal of a turn is made when somebody asks for it. Among the turn's own members a getter would slow down all of them. */
class WithSignal {
  readonly #stop: StopSignal

  constructor(stop: StopSignal) {
    this.#stop = stop
  }

  get signal(): AbortSignal {
    return this.#stop.native
  }
}
