import type { WidgetItem } from '../../protocol/index.ts'
import { type ActionCall, clickName, type LoadedAction, loadAction, loadSender } from '../action-call.ts'
import type { Call } from '../call.ts'
import { linesOf } from '../lines.ts'
import { patiently } from '../patience.ts'
import { isGenerator, type PreparedTurn } from '../run-turn.ts'
import type { Turn } from '../turn.ts'
import type { TurnLine } from '../turn-line.ts'
import { widgetUpdates } from '../widget-updates.ts'
import type { ParamsByType } from './handler.ts'
import { streamOptions } from './user-message.ts'

type Params = ParamsByType['threads.custom_action']

/** A click that was answered before, or comes too late, is answered with the widget as it stands. */
export async function customAction<Context>(call: Call<Context>, params: Params): Promise<PreparedTurn<Context>> {
  const { thread, sender } = await loadSender(call, params)
  if (sender && sender.type !== 'widget') {
    return { opening: [{ type: 'error', code: 'stream.error', allow_retry: false }] } // reference/protocol.md §6
  }
  const click = clickName(call, params)
  const line = linesOf(call.options.store)
  const before = click === null ? undefined : line.emptied(click)
  if (before) await patiently(call, 'The same click is being answered', ({ until }) => until(before))

  const handlers = call.options.actions
  const loaded = await loadAction<Context, ActionCall<Context>>(call, params, handlers, { thread, sender })
  const opening = [streamOptions(call), ...asItStands(loaded)]
  if (loaded.over) return { opening }
  return { opening, turn: { cause: { thread }, answer: (turn, line) => answer(call, loaded, { turn, line, click }) } }
}

/** Told where the screen may show something else. */
function asItStands({ sender, over, changed }: LoadedAction<unknown>) {
  return sender && (over || changed) ? [{ type: 'thread.item.replaced' as const, item: sender }] : []
}

/** Calls the handler. The click counts as under way until that is over, also when the client has gone before. */
async function* answer<Context>(
  call: Call<Context>,
  loaded: LoadedAction<ActionCall<Context>>,
  { turn, line, click }: { turn: Turn<Context>; line: TurnLine; click: string | null },
) {
  const place = click === null ? undefined : linesOf(call.options.store).join(click)
  const tell = (item: WidgetItem) => line.push({ event: { type: 'thread.item.replaced', item }, kept: true })
  const updates = widgetUpdates(call, loaded, tell)
  const { entry, input, action, thread, sender, state } = loaded
  const { context, store, signal, log } = turn
  const update: ActionCall['update'] = (next) => line.track(updates.update(next))
  try {
    const answering = entry.handler({ input, state, update, turn, sender, action, thread, context, store, signal, log })
    if (isGenerator(answering)) yield* answering
    else await answering
    await updates.keepClick()
  } catch (error) {
    const now = await updates.elsewhere()
    if (!now) throw error
    await tell(now)
  } finally {
    place?.leave()
  }
}
