import { checkWidget } from '../kit/index.ts'
import type { WidgetItem } from '../protocol/index.ts'
import type { NewItem } from './create-turn.ts'
import { type DrawnWidget, drawWidget, isWidget } from './draw-widget.ts'
import type { KnownWidgets } from './known-widgets.ts'
import { goLive, type LiveOptions } from './live-widget.ts'
import { quiet } from './quiet.ts'
import type { ShowOptions, Turn } from './turn.ts'
import type { TurnLine } from './turn-line.ts'

/** The part of a turn that shows widgets. Each is drawn and checked at the call, so that what is wrong fails where it stands. */
export function turnWidgets(known: KnownWidgets, line: TurnLine, newItem: NewItem): Pick<Turn, 'show' | 'live'> {
  /** The first drawing of a widget or of plain JSON, and how to draw it again. */
  function drawing(shown: unknown, detail: unknown) {
    if (isWidget(shown)) {
      known.learn(shown)
      const draw = (state: unknown) => drawWidget(shown, state)
      return { first: draw(detail), draw }
    }
    const { copyText } = (detail ?? {}) as ShowOptions // the overloads of show and live see to that
    const draw = (root: unknown): DrawnWidget => ({ root: checkWidget(root), copyText })
    return { first: draw(shown), draw }
  }
  function widgetItem({ root, copyText }: DrawnWidget): WidgetItem {
    return { ...newItem(), type: 'widget', widget: root, copy_text: copyText }
  }

  return {
    show(shown: unknown, detail?: unknown) {
      const { first } = drawing(shown, detail)
      const item = widgetItem(first)
      const record = first.source && { ...first.source, version: 1 }
      return quiet(line.push({ event: { type: 'thread.item.done', item }, record }).then(() => item))
    },
    live(shown: unknown, detail?: unknown, options?: LiveOptions) {
      const { first, draw } = drawing(shown, detail)
      const how = (isWidget(shown) ? options : detail) as LiveOptions | undefined // as the overloads say
      const live = goLive(line, widgetItem(first), first, { draw, options: how ?? {} })
      line.keepLive(live)
      return live
    },
  }
}
