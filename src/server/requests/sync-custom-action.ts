import { ParlorError } from '../../errors.ts'
import { itemSchema, type JsonAnswers, type ThreadItem, type WidgetItem } from '../../protocol/index.ts'
import { loadAction, loadSender, type SyncActionCall, widgetUpdates } from '../action-call.ts'
import { type Call, tools } from '../call.ts'
import { underWay } from '../under-way.ts'
import { wireItem } from '../wire.ts'
import type { ParamsByType } from './handler.ts'

/** Runs beside a streaming turn; what it answers replaces the widget, and only what `update` drew is kept. */
export async function syncCustomAction<Context>(
  call: Call<Context>,
  params: ParamsByType['threads.sync_custom_action'],
): Promise<JsonAnswers['threads.sync_custom_action']> {
  const { thread, sender } = await loadSender(call, params)
  if (sender && sender.type !== 'widget') throw notAWidget(sender.id, sender.type)
  const where = { thread, sender }
  const loaded = await loadAction<Context, SyncActionCall<Context>>(call, params, call.options.syncActions, where)
  const { entry, input, action } = loaded
  let updated: WidgetItem | undefined
  const { state, update } = widgetUpdates(call, loaded, async (item) => {
    updated = item
  })
  const { track, ended } = underWay(call.log, call.gone)
  const answer = await entry.handler({
    input,
    state,
    update: (next) => track(update(next)),
    sender,
    action,
    thread,
    ...tools(call),
  })
  await ended()
  const item = isItem(answer) ? answer : updated
  return item ? { updated_item: wireItem(item) } : {}
}

/** Most handlers give back nothing, or what `update` gave them; an item of their own is answered as it is, and not kept. */
function isItem(answer: unknown): answer is ThreadItem {
  return itemSchema.safeParse(answer).success
}

function notAWidget(itemId: string, type: string): ParlorError {
  return new ParlorError('conflict', {
    at: 'params.item_id',
    problem: `${itemId} is a ${type}, not a widget`,
    hint: 'Send the id of the widget that the action came from',
  })
}
