import { Component, type ReactNode } from 'react'
import { ParlorError } from '../errors.ts'

/** What is guarded, and what stands in its place when it fails. */
export interface WidgetBoundaryProps {
  /** Another one is another widget: it is tried again. */
  widget: unknown
  fallback: ReactNode
  onProblem(error: ParlorError): void
  children: ReactNode
}

interface State {
  widget: unknown
  failed: boolean
}

/** Keeps a widget that cannot be drawn from taking anything else with it. */
export class WidgetBoundary extends Component<WidgetBoundaryProps, State> {
  override state: State = { widget: null, failed: false }

  static getDerivedStateFromProps({ widget }: WidgetBoundaryProps, state: State): State | null {
    return Object.is(widget, state.widget) ? null : { widget, failed: false }
  }

  static getDerivedStateFromError(): Partial<State> {
    return { failed: true }
  }

  override componentDidCatch(cause: unknown): void {
    const hint = 'This is a fault of the renderer: please report it with the widget.'
    this.props.onProblem(new ParlorError('invalid_widget', { at: 'widget', problem: 'drawing it failed', hint, cause }))
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.fallback : this.props.children
  }
}
