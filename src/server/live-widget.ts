import type { WidgetItem } from '../protocol/index.ts'
import { diffWidget, smallestUpdates } from '../updates/index.ts'
import type { DrawnWidget } from './draw-widget.ts'
import { quiet } from './quiet.ts'
import { turnOver } from './turn-end.ts'
import type { TurnInput } from './turn-queue.ts'

export interface LiveOptions {
  /**
   * Also replace single components by their `id`, wherever that takes fewer bytes. Off unless asked for: the protocol
   * defines that update, but the reference server never sends it, so that not every client need know it.
   */
  component?: boolean
}

/** A widget on the screen that goes on changing. */
export interface LiveWidget<Input> {
  /** Sends what changed: text that grew as deltas, else the widget. A state that draws the same sends nothing. */
  update(state: Input): Promise<void>
  /** Ends the changes, and keeps the widget, in this state or as it stands. */
  done(state?: Input): Promise<WidgetItem>
}

/** Begins a live widget: added now, each change as an update, done once. */
export function goLive<Input>(
  line: TurnInput,
  item: WidgetItem,
  first: DrawnWidget,
  { draw, options }: { draw: (input: Input) => DrawnWidget; options: LiveOptions },
): LiveWidget<Input> {
  let current = first
  let finished: Promise<WidgetItem> | undefined
  line.push({ event: { type: 'thread.item.added', item } })

  function change(input: Input): Promise<void>[] {
    const next = draw(input)
    const { component = false } = options
    const updates = component
      ? smallestUpdates(current.root, next.root, { component })
      : diffWidget(current.root, next.root)
    current = next
    return updates.map((update) => line.push({ event: { type: 'thread.item.updated', item_id: item.id, update } }))
  }
  async function finish(): Promise<WidgetItem> {
    const done: WidgetItem = { ...item, widget: current.root, copy_text: current.copyText }
    const { source } = current
    await line.push({
      event: { type: 'thread.item.done', item: done },
      record: source && { ...source, version: 1 },
    })
    return done
  }

  return {
    update(input) {
      if (finished) throw turnOver('this widget was done')
      return quiet(Promise.all(change(input)).then(() => {}))
    },
    done(input) {
      if (finished) return finished
      if (input !== undefined) change(input)
      finished = quiet(finish())
      return finished
    },
  }
}
