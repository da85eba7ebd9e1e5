import { isParlorError } from '../errors.ts'
import type { Page, ThreadItem, WidgetItem } from '../protocol/index.ts'
import type { Call } from './call.ts'
import { drawWidget } from './draw-widget.ts'
import type { WidgetRecord } from './store.ts'

/** A widget as it is stored; without a record where it was shown as plain JSON. */
export interface StoredWidget {
  item: WidgetItem
  record: WidgetRecord | null
}

/** Items as they have become by now: widgets with `onRead` are drawn from their states as of now. */
export async function readWidgets<Context>(
  call: Call<Context>,
  threadId: string,
  page: Page<ThreadItem>,
): Promise<Page<ThreadItem>> {
  if (!call.widgets.someChange) return page
  const ids = page.data.filter(({ type }) => type === 'widget').map(({ id }) => id)
  if (ids.length === 0) return page
  try {
    const records = await call.store.loadWidgets(threadId, ids)
    const data: ThreadItem[] = []
    for (const item of page.data) {
      const record = records.get(item.id)
      data.push(item.type === 'widget' && record ? (await readWidget(call, threadId, { item, record })).item : item)
    }
    return { ...page, data }
  } catch (error) {
    call.log.warn({ err: error }, 'Widgets are shown as they were kept')
    return page
  }
}

/**
 * A widget as it has become by now, by its `onRead`: another state is drawn and saved, unless somebody else was faster, whose
 * state it then is. What fails is logged, and leaves the widget as it was kept.
 */
export async function readWidget<Context>(
  call: Call<Context>,
  threadId: string,
  stored: StoredWidget,
): Promise<StoredWidget> {
  const { item, record } = stored
  const known = record ? call.widgets.get(record.widget) : undefined
  if (!record || !known?.onRead) return stored
  try {
    const state = known.parse(record.state)
    const before = JSON.stringify(state)
    const after = known.parse(known.onRead(state, new Date(call.now())))
    if (JSON.stringify(after) === before) return stored
    const { root, copyText } = drawWidget(known, after)
    const read = {
      item: { ...item, widget: root, copy_text: copyText },
      record: { ...record, state: after, version: record.version + 1 },
    }
    await call.store.saveItem(threadId, read.item, read.record)
    return read
  } catch (error) {
    if (isConflict(error)) return (await loadWidget(call, threadId, item.id)) ?? stored
    call.log.warn({ err: error, item: item.id }, 'A widget is shown as it was kept: its onRead failed')
    return stored
  }
}

/** A widget as it is stored now, read again after its version did not fit. */
export async function loadWidget<Context>(
  { store }: Call<Context>,
  threadId: string,
  itemId: string,
): Promise<StoredWidget | null> {
  const record = await store.loadWidget(threadId, itemId)
  const item = await store.loadItem(threadId, itemId) // last, so that it is no older than its record
  return item?.type === 'widget' ? { item, record } : null
}

/** Whether a store has refused a record because of its version. */
export function isConflict(error: unknown): boolean {
  return isParlorError(error) && error.code === 'conflict'
}
