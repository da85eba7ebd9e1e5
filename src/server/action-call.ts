import type { ActionHandler, ActionHandlers, ActionCall as BareActionCall } from '../actions/index.ts'
import { isParlorError, ParlorError } from '../errors.ts'
import type { JsonObject, RequestOf, ThreadMetadata, WidgetItem, WireAction } from '../protocol/index.ts'
import type { Call } from './call.ts'
import { noSuchItem, noSuchThread } from './not-found.ts'
import type { Tools } from './options.ts'
import { loadWidget, readWidget } from './read-widgets.ts'
import type { WidgetRecord } from './store.ts'
import type { Turn } from './turn.ts'
import { wasAnswered } from './widget-updates.ts'

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
  state: JsonObject
  /** It was answered before, or came too late: no handler is asked, the widget as it stands is the answer. */
  over: boolean
  /** The widget has changed by being read. */
  changed: boolean
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

/** The one click, among all that this process has under way; `null` where nothing can tell it from others. */
export function clickName<Context>({ user, key }: Call<Context>, { thread_id, item_id }: ActionParams): string | null {
  return key === null ? null : JSON.stringify([user, thread_id, item_id, key])
}

/** Finds the handler of an action, checks its input, and loads the state of the widget it came from, as it is by now. */
export async function loadAction<Context, Given>(
  call: Call<Context>,
  { action }: ActionParams,
  handlers: ActionHandlers<never> = [],
  { thread, sender }: { thread: ThreadMetadata; sender: WidgetItem | null },
): Promise<LoadedAction<Given>> {
  const found = handlers.flat().find((handler) => handler.action.type === action.type)
  if (!found) throw unknownAction(action.type, call)
  const entry = found as ActionHandler<Given> // `never` stands for the call type of the list it comes from
  const asked = { entry, input: parseInput(entry, action), action, thread }
  const record = sender && (await call.store.loadWidget(thread.id, sender.id))
  if (!record) return { ...asked, sender, record, state: {}, over: false, changed: false }

  const stored = { item: sender, record }
  const read = wasAnswered(call, record)
    ? ((await loadWidget(call, thread.id, sender.id)) ?? stored) // no older than what says that it was answered
    : await readWidget(call, thread.id, stored)
  const known = call.widgets.get(record.widget)
  const state = read.record && (known ? known.parse(read.record.state) : read.record.state) // a newer schema may fill in
  return {
    ...asked,
    sender: read.item,
    record: read.record,
    state: isObject(state) ? { ...state } : {},
    over: wasAnswered(call, read.record) || (known?.settled?.(state, action) ?? false),
    changed: read.record?.version !== record.version,
  }
}

function isObject(state: unknown): state is JsonObject {
  return typeof state === 'object' && state !== null
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

function unknownAction<Context>(asked: string, { log }: Call<Context>): ParlorError {
  const type = asked.slice(0, 100)
  log.warn({ action: type }, 'An action came that has no handler')
  return new ParlorError('unknown_action', {
    at: 'params.action.type',
    problem: `No handler for the action ${type}`,
    hint: 'Give createChatServer on(action, handler), in `actions`, or in `syncActions` where it has streaming: false',
  })
}
