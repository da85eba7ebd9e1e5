import { ParlorError } from '../errors.ts'
import type { JsonObject, WidgetItem } from '../protocol/index.ts'
import type { LoadedAction } from './action-call.ts'
import type { Call } from './call.ts'
import { drawWidget } from './draw-widget.ts'
import { isConflict, loadWidget } from './read-widgets.ts'
import type { WidgetRecord } from './store.ts'

/** Clicks that a widget remembers. */
const remembered = 50

/** How often others may come in between while one change is saved. */
const tries = 5

/** How the handler of one action changes the widget it came from. */
export interface WidgetUpdates {
  update(next: JsonObject): Promise<WidgetItem>
  /** Keeps the click, if no update has: the handler has done what it asks for. */
  keepClick(): Promise<void>
  /** The widget as it stands, where it turned out that another process has answered the same click; nothing was saved then. */
  elsewhere(): Promise<WidgetItem | null>
}

/** Whether this click was answered before. */
export function wasAnswered<Context>({ key }: Call<Context>, record: WidgetRecord | null): boolean {
  return key !== null && (record?.clicks?.includes(key) ?? false)
}

/**
 * A widget's changes, one after the other: each is drawn, saved over the state that the action found or has made, and then told.
 * So once somebody else has changed that state, all of them are refused. The click is kept with the first of them.
 */
export function widgetUpdates<Context>(
  call: Call<Context>,
  { thread, sender, record: found }: LoadedAction<unknown>,
  tell: (item: WidgetItem) => Promise<void>,
): WidgetUpdates {
  let record = found
  let last: Promise<unknown> = Promise.resolve()
  let answeredElsewhere = false

  /** Saves `state` over `record`, or over what that has become by clicks alone. */
  async function save(item: WidgetItem, state: unknown): Promise<void> {
    for (let left = tries; record; left--) {
      const next = { ...withClick(call, record), state, version: record.version + 1 }
      try {
        await call.store.saveItem(thread.id, item, next)
        record = next
        return
      } catch (error) {
        if (!isConflict(error)) throw error
        const stored = await call.store.loadWidget(thread.id, item.id)
        if (wasAnswered(call, stored) && !wasAnswered(call, record)) answeredElsewhere = true
        if (left === 0 || answeredElsewhere || !stored || !onlyClicked(stored, record)) throw error
        record = stored
      }
    }
  }

  return {
    async update(next) {
      if (!sender || !record) throw noState(sender)
      const known = call.widgets.get(record.widget)
      if (!known) throw unknownWidget(record.widget)
      const { root, copyText, source } = drawWidget(known, next)
      const item: WidgetItem = { ...sender, widget: root, copy_text: copyText }
      const saved = last.then(() => save(item, source?.state))
      last = saved.catch(() => {})
      await saved
      await tell(item)
      return item
    },
    async keepClick() {
      await last
      if (call.key === null || !sender || !record || wasAnswered(call, record)) return
      for (let left = tries; ; left--) {
        const now = await loadWidget(call, thread.id, sender.id) // the handler may have replaced it, or taken it away
        if (!now?.record || wasAnswered(call, now.record)) return
        const next = { ...withClick(call, now.record), version: now.record.version + 1 }
        try {
          return await call.store.saveItem(thread.id, now.item, next)
        } catch (error) {
          if (!isConflict(error) || left === 0) throw error
        }
      }
    },
    async elsewhere() {
      const now = answeredElsewhere && sender && (await loadWidget(call, thread.id, sender.id))
      return now ? now.item : null
    },
  }
}

function withClick<Context>({ key }: Call<Context>, record: WidgetRecord): WidgetRecord {
  const { clicks = [] } = record
  return key === null || clicks.includes(key) ? record : { ...record, clicks: [...clicks, key].slice(-remembered) }
}

/** Whether all that came meanwhile are clicks of others whose handlers have changed nothing. */
function onlyClicked(now: WidgetRecord, before: WidgetRecord): boolean {
  const [own, other] = [now, before].map(({ widget, state }) => JSON.stringify({ widget, state }))
  return own === other && JSON.stringify(now.clicks) !== JSON.stringify(before.clicks)
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
