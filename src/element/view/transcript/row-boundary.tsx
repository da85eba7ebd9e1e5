import { Component, type ReactNode } from 'react'

interface RowBoundaryProps {
  onError(error: Error): void
  children: ReactNode
}

/** Keeps one message that cannot be drawn from taking the conversation with it: it is left out and reported. */
export class RowBoundary extends Component<RowBoundaryProps, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override componentDidCatch(error: unknown) {
    this.props.onError(error instanceof Error ? error : new Error(String(error)))
  }

  override render() {
    return this.state.failed ? null : this.props.children
  }
}
