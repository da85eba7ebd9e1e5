import type { ActionHandler, ActionCall as BareActionCall } from '../actions/index.ts'
import { isParlorError, ParlorError } from '../errors.ts'
import type { JsonObject, RequestOf, ThreadMetadata, WidgetItem, WireAction } from '../protocol/index.ts'
import type { Call } from './call.ts'
import { type AnyWidget, drawWidget } from './draw-widget.ts'
import { noSuchItem, noSuchThread } from './not-found.ts'
import type { Tools } from './options.ts'
import type { WidgetRecord } from './store.ts'
import type { Turn } from './turn.ts'

/** What an action's handler is called with. */
export interface SyncActionCall<Context = unknown, Input = unknown> extends BareActionCall<Input>, Tools<Context> {
  /** The state of the widget the action came from; empty where it came from none, or from one shown as plain JSON. */
  state: JsonObject
  /** Draws that widget from its next state, in its place, and keeps it; throws `conflict` if it was changed meanwhile. */
  update(next: JsonObject): Promise<WidgetItem>
  /** The widget's item; `null` for an action the page sent by itself. */
  sender: WidgetItem | null
  /** The action as it came. */
  action: WireAction
  thread: ThreadMetadata
}

/** What a streamed action's handler is called with: it may also say, show and do all a turn can. */
export interface ActionCall<Context = unknown, Input = unknown> extends SyncActionCall<Context, Input> {
  turn: Turn<Context>
}

/** An action that was found, checked and loaded. */
export interface LoadedAction<Given> {
  entry: ActionHandler<Given>
  input: unknown
  action: WireAction
  thread: ThreadMetadata
  sender: WidgetItem | null
  record: WidgetRecord | null
}
type ActionParams = RequestOf<'threads.custom_action'>['params']

/** The item an action came from, whatever it is; `not_found` without such a thread or item. */
export async function loadSender<Context>({ store }: Call<Context>, { thread_id, item_id }: ActionParams) {
  const thread = await store.loadThread(thread_id)
  if (!thread) throw noSuchThread(thread_id)
  if (!item_id) return { thread, sender: null }
  const sender = await store.loadItem(thread_id, item_id)
  if (!sender) throw noSuchItem(item_id)
  return { thread, sender }
}

/** Finds the handler of an action, checks its input, and loads the state of the widget it came from. */
export async function loadAction<Context, Given>(
  call: Call<Context>,
  { action }: ActionParams,
  handlers: readonly ActionHandler<never>[] = [],
  { thread, sender }: { thread: ThreadMetadata; sender: WidgetItem | null },
): Promise<LoadedAction<Given>> {
  const found = handlers.find((handler) => handler.action.type === action.type)
  if (!found) throw unknownAction(action.type, call)
  const entry = found as ActionHandler<Given> // `never` stands for the call type of the list it comes from
  const input = parseInput(entry, action)
  const record = sender && (await call.store.loadWidget(thread.id, sender.id))
  return { entry, input, action, thread, sender, record }
}

/**
 * A widget's changes, one after the other: each is drawn, saved with the version after the last one that was saved, and then
 * told. So once somebody else has changed the widget, all of them are refused.
 */
export function widgetUpdates<Context>(
  call: Call<Context>,
  { thread, sender, record }: LoadedAction<unknown>,
  tell: (item: WidgetItem) => Promise<void>,
) {
  let version = record?.version ?? 0
  let last: Promise<unknown> = Promise.resolve()
  const known = record && call.widgets.get(record.widget)
  return {
    state: stateOf(record, known),
    async update(next: JsonObject): Promise<WidgetItem> {
      if (!sender || !record) throw noState(sender)
      if (!known) throw unknownWidget(record.widget)
      const { root, copyText, source } = drawWidget(known, next)
      const item: WidgetItem = { ...sender, widget: root, copy_text: copyText }
      const save = async () => {
        const next = { widget: known.widgetName, state: source?.state, version: version + 1 }
        await call.store.saveItem(thread.id, item, next)
        version = next.version
      }
      const saved = last.then(save)
      last = saved.catch(() => {})
      await saved
      await tell(item)
      return item
    },
  }
}

/** A widget that is known reads its state anew, so that a newer schema may fill in what older states lack. */
function stateOf(record: WidgetRecord | null, known: AnyWidget | null | undefined): JsonObject {
  const state = record && (known ? known.parse(record.state) : record.state)
  return typeof state === 'object' && state !== null ? { ...state } : {}
}

/** What came over the wire is the asker's doing: a payload that does not fit is a bad request. */
function parseInput(entry: Pick<ActionHandler, 'action'>, action: WireAction): unknown {
  try {
    return entry.action.parse(action)
  } catch (error) {
    if (!isParlorError(error)) throw error
    const { at, problem, hint, problems } = error
    throw new ParlorError('invalid_request', { at, problem, hint, problems, cause: error })
  }
}

function unknownAction<Context>(type: string, { log }: Call<Context>): ParlorError {
  log.warn({ action: type }, 'An action came that has no handler')
  return new ParlorError('unknown_action', {
    at: 'params.action.type',
    problem: `No handler for the action ${type}`,
    hint: 'Give createChatServer on(action, handler), in `actions`, or in `syncActions` where it has streaming: false',
  })
}

function noState(sender: WidgetItem | null): ParlorError {
  return new ParlorError('misuse', {
    at: 'update',
    problem: sender ? `The widget ${sender.id} was shown without a state` : 'This action came from no widget',
    hint: 'Show it with turn.show(widget, state), or emit thread.item.replaced with an item of your own',
  })
}

function unknownWidget(name: string): ParlorError {
  return new ParlorError('misuse', {
    at: `widgets.${name}`,
    problem: `This server has not met the widget ${name} since it started, and cannot draw it`,
    hint: `Add it to createChatServer: widgets: [${name}]`,
  })
}
