import { cleanup, render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach } from 'vitest'
import type { ParlorError } from '../../errors.ts'
import { WidgetTree, type WidgetTreeProps } from '../widget-tree.tsx'

afterEach(cleanup)

/** Draws a widget in the test's document, and records what leaves it. */
export function draw(widget: unknown, options: Partial<WidgetTreeProps> = {}) {
  const sent: unknown[] = []
  const problems: ParlorError[] = []
  const tree = (props: Partial<WidgetTreeProps>) => (
    <WidgetTree
      widget={widget}
      scheme="light"
      onAction={(action, how) => {
        sent.push({ ...action, ...how })
        return options.onAction?.(action, how)
      }}
      onProblem={(problem) => problems.push(problem)}
      {...omitHandlers(props)}
    />
  )
  const { rerender, container } = render(tree(options))
  return {
    sent,
    problems,
    container,
    user: userEvent.setup(),
    /** Draws again, as another version of the same widget or with other properties. */
    update: (next: unknown, props: Partial<WidgetTreeProps> = {}) =>
      rerender(tree({ ...options, ...props, widget: next })),
  }
}

function omitHandlers({ onAction: _, onProblem: __, ...props }: Partial<WidgetTreeProps>) {
  return props
}

/** A promise to settle later. */
export function deferred() {
  let resolve: () => void = () => {}
  let reject: (cause: unknown) => void = () => {}
  const promise = new Promise<void>((fulfil, refuse) => {
    resolve = fulfil
    reject = refuse
  })
  return { promise, resolve, reject }
}
