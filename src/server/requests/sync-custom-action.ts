import { ParlorError } from '../../errors.ts'
import { itemSchema, type JsonAnswers, type ThreadItem, type WidgetItem } from '../../protocol/index.ts'
import { clickName, loadAction, loadSender, type SyncActionCall } from '../action-call.ts'
import { type Call, tools } from '../call.ts'
import { linesOf } from '../lines.ts'
import { patiently } from '../patience.ts'
import { UnderWay } from '../under-way.ts'
import { widgetUpdates } from '../widget-updates.ts'
import { wireItem } from '../wire.ts'
import type { ParamsByType } from './handler.ts'

type Params = ParamsByType['threads.sync_custom_action']
type Answer = JsonAnswers['threads.sync_custom_action']

/**
 * Runs beside a streaming turn; what it answers replaces the widget, and only what `update` drew is kept. The same click is
 * handled once at a time, and once only.
 */
export async function syncCustomAction<Context>(call: Call<Context>, params: Params): Promise<Answer> {
  const click = clickName(call, params)
  if (click === null) return answer(call, params)
  const place = linesOf(call.options.store).join(click)
  try {
    const { before } = place
    if (before) await patiently(call, 'The same click is being answered', ({ until }) => until(before))
    return await answer(call, params)
  } finally {
    place.leave()
  }
}

async function answer<Context>(call: Call<Context>, params: Params): Promise<Answer> {
  const { thread, sender: from } = await loadSender(call, params)
  if (from && from.type !== 'widget') throw notAWidget(from.id, from.type)
  const where = { thread, sender: from }
  const loaded = await loadAction<Context, SyncActionCall<Context>>(call, params, call.options.syncActions, where)
  const { entry, input, action, sender, state, over, changed } = loaded
  if (over) return updatedItem(sender)

  let updated: WidgetItem | null = changed ? sender : null
  const updates = widgetUpdates(call, loaded, async (item) => {
    updated = item
  })
  const begun = new UnderWay(call.log, call.gone)
  const update: SyncActionCall['update'] = (next) => begun.track(updates.update(next))
  let given: unknown
  try {
    given = await entry.handler({ input, state, update, sender, action, thread, ...tools(call) })
    await begun.ended()
    await updates.keepClick()
  } catch (error) {
    const now = await updates.elsewhere()
    if (!now) throw error
    return updatedItem(now)
  }
  return updatedItem((await updates.elsewhere()) ?? (isItem(given) ? given : updated))
}

function updatedItem(item: ThreadItem | null): Answer {
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
