import type { AnyWidget } from './draw-widget.ts'

/** Widgets by name: those named in the options, and those shown since this server started. */
export interface KnownWidgets {
  get(name: string): AnyWidget | undefined
  /** The newest of a name wins, so that a module loaded anew takes over. */
  learn(widget: AnyWidget): void
  /** Whether some of them change by being read. */
  readonly someChange: boolean
}

export function knownWidgets(widgets: readonly AnyWidget[] = []): KnownWidgets {
  const known = new Map(widgets.map((widget) => [widget.widgetName, widget]))
  return {
    get: (name) => known.get(name),
    learn: (widget) => known.set(widget.widgetName, widget),
    get someChange() {
      return [...known.values()].some(({ onRead }) => onRead)
    },
  }
}
