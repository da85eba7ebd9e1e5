import type { WidgetRoot } from '../kit/index.ts'
import type { WidgetUpdate } from '../protocol/index.ts'
import { compareWidgets, type Growth } from './compare-widgets.ts'

/**
 * The updates ChatKit's reference server sends for a change of a widget: nothing, one delta per text that grew, or the whole root.
 * Where the reference would lose a change (a text without id, or inside a `Transition`) or throw, these updates still tell it.
 */
export function diffWidget(before: WidgetRoot, after: WidgetRoot): WidgetUpdate[] {
  const { difference, grown } = compareWidgets(before, after)
  return difference === null ? grown.map(valueDelta) : [rootUpdated(after)]
}

/** Text that grew; a text without `streaming` counts as finished. */
export function valueDelta({ id, delta, node }: Growth): WidgetUpdate {
  return { type: 'widget.streaming_text.value_delta', component_id: id, delta, done: !node.streaming }
}

export function rootUpdated(widget: WidgetRoot): WidgetUpdate {
  return { type: 'widget.root.updated', widget }
}
