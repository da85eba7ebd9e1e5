import { type MouseEvent, type ReactNode, useCallback, useEffect, useMemo, useRef } from 'react'
import { ParlorError } from '../errors.ts'
import { readWidget, type WidgetProblem, type WidgetRoot } from '../kit/index.ts'
import { type OnAction, performAction } from './action/perform.ts'
import { type WidgetContextValue, WidgetProvider } from './action/widget-context.ts'
import { FieldGroup } from './form/field-group.tsx'
import { KeepFocus } from './keep-focus.tsx'
import { englishLabels, LabelsProvider, type RenderLabels, useLabels } from './labels.ts'
import { NodeView } from './node-view.tsx'
import { Nodes, NodeViewProvider } from './nodes.tsx'
import { shareUnchanged } from './share-unchanged.ts'
import { useHold } from './use-hold.ts'
import { WidgetBoundary } from './widget-boundary.tsx'

/** A widget, and what the host lends it. */
export interface WidgetTreeProps {
  /** The widget as it came: its root, not checked yet. */
  widget: unknown
  scheme: 'light' | 'dark'
  /** An answer is streaming: streamed server actions do nothing until it ends. */
  blocked?: boolean
  /** Runs an action; form values are in its payload already, and loading shows until the promise settles. */
  onAction?: OnAction
  /** Hears what is wrong with the widget, and what went wrong with its actions. */
  onProblem?: (error: ParlorError) => void
  /** Hears a click on a link before it opens; `preventDefault` keeps it shut. `chatkit-link:` addresses open nothing by themselves. */
  onLink?: (url: string, event: MouseEvent<HTMLAnchorElement>) => void
  /** The renderer's own texts. Default: English; `WidgetView` brings those of `locale`. */
  labels?: Partial<RenderLabels>
  /** Language of dates and numbers, and of what `WidgetView` itself says, BCP 47. Default: the browser's. */
  locale?: string
  /** Hosts from which Markdown may show pictures. */
  allowedImageDomains?: readonly string[]
}

/** Draws a widget where it stands: the styles and a `PortalRoot` have to be there already. `WidgetView` brings both along. */
export function WidgetTree(props: WidgetTreeProps): ReactNode {
  const {
    widget,
    scheme,
    blocked = false,
    onAction = nothing,
    onProblem = nothing,
    onLink = nothing,
    labels,
    locale,
    allowedImageDomains,
  } = props
  const handlers = useLatest({ onAction, onProblem, onLink })
  const report = useCallback((error: ParlorError) => handlers.current.onProblem(error), [handlers])
  const { root, problems } = useWidget(widget)
  useEffect(() => {
    for (const problem of problems) report(toError(problem))
  }, [problems, report])

  const { held, hold, frame } = useHold()
  const context = useMemo<WidgetContextValue>(
    () => ({
      scheme,
      locale,
      allowedImageDomains,
      report,
      onLink: (url, event) => handlers.current.onLink(url, event),
      isInert: ({ handler, streaming }) => held || (blocked && handler === 'server' && streaming),
      perform(action, values) {
        const done = performAction(action, values, (...sent) => handlers.current.onAction(...sent), report)
        if (action.loadingBehavior === 'container') hold(done)
        return done
      },
    }),
    [scheme, locale, allowedImageDomains, report, held, hold, blocked, handlers],
  )
  const texts = useMemo(() => ({ ...englishLabels, ...labels }), [labels])
  return (
    <LabelsProvider value={texts}>
      <WidgetBoundary widget={widget} fallback={<Broken />} onProblem={report}>
        <KeepFocus frame={frame}>
          <div className="pk-widget" ref={frame} inert={held} aria-busy={held || undefined}>
            {root ? <Root root={root} context={context} /> : <Broken />}
          </div>
        </KeepFocus>
      </WidgetBoundary>
    </LabelsProvider>
  )
}

function Root({ root, context }: { root: WidgetRoot; context: WidgetContextValue }): ReactNode {
  return (
    <WidgetProvider value={context}>
      <NodeViewProvider value={NodeView}>
        <FieldGroup node={root}>
          <Nodes nodes={[root]} />
        </FieldGroup>
      </NodeViewProvider>
    </WidgetProvider>
  )
}

function Broken(): ReactNode {
  return <p className="pk-broken">{useLabels().brokenWidget}</p>
}

/** The widget as far as it can be drawn, sharing with its last version what did not change. */
function useWidget(widget: unknown) {
  const last = useRef<WidgetRoot | null>(null)
  return useMemo(() => {
    const { root, problems } = readWidget(widget)
    last.current = shareUnchanged(last.current, root)
    return { root: last.current, problems }
  }, [widget])
}

function toError({ at, problem, hint }: WidgetProblem): ParlorError {
  return new ParlorError('invalid_widget', { at, problem, hint })
}

function useLatest<Value>(value: Value): { readonly current: Value } {
  const latest = useRef(value)
  useEffect(() => {
    latest.current = value
  })
  return latest
}

function nothing(): void {}
