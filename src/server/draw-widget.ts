import { isParlorError, ParlorError } from '../errors.ts'
import { checkWidget, type WidgetRoot } from '../kit/index.ts'
import type { WireAction } from '../protocol/index.ts'

/** What the server needs of any widget made by `defineWidget`: its name, the way from a state to what is shown, and its life. */
export interface AnyWidget {
  readonly widgetName: string
  parse(state: unknown): unknown
  view(state: unknown): WidgetRoot
  copyText(state: unknown): string | undefined
  /** Whether an action comes too late for this state. */
  settled?(state: unknown, action: WireAction): boolean
  /** The state as it has become by now. */
  onRead?(state: unknown, now: Date): unknown
}

/** A widget made by `defineWidget`, drawn from `Input`. */
export interface StatefulWidget<Input> extends AnyWidget {
  (state: Input): WidgetRoot
}

/** What a widget looks like, and the state it was drawn from. */
export interface DrawnWidget {
  root: WidgetRoot
  copyText: string | undefined
  /** Absent where a widget was shown as plain JSON. */
  source?: { widget: string; state: unknown }
}

/** Draws a widget: its state is parsed once, and what is kept is what the schema made of it. */
export function drawWidget(widget: AnyWidget, input: unknown): DrawnWidget {
  const state = widget.parse(input)
  return {
    root: checkView(widget.widgetName, widget.view(state)),
    copyText: widget.copyText(state),
    source: { widget: widget.widgetName, state },
  }
}

export function isWidget(value: unknown): value is AnyWidget {
  return typeof value === 'function' && 'widgetName' in value
}

/** The widget's name goes in front of the place of what is wrong in its view. */
function checkView(name: string, root: WidgetRoot): WidgetRoot {
  try {
    return checkWidget(root)
  } catch (error) {
    if (!isParlorError(error)) throw error
    const problems = error.problems.map((problem) => ({ ...problem, at: `${name}.${problem.at}` }))
    throw new ParlorError(error.code, { ...error, at: `${name}.${error.at}`, problems })
  }
}
