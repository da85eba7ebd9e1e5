import type { WidgetComponent, WidgetRoot } from 'parlor/kit'
import { Basic, Caption, Col } from 'parlor/kit'
import { WidgetView } from 'parlor/render'
import type { ReactNode } from 'react'
import { fn } from 'storybook/test'
import { useScheme } from '../scheme.tsx'

/** Records the actions of the story that is shown, in its Actions panel. */
export const onAction = fn().mockName('onAction')

/** Draws a widget in the scheme of the toolbar. */
export function Shown({ widget }: { widget: WidgetRoot }): ReactNode {
  return <WidgetView widget={widget} scheme={useScheme()} onAction={onAction} />
}

/** Several examples below each other, each under its name. */
export function Examples({ of }: { of: Readonly<Record<string, WidgetComponent | WidgetRoot>> }): ReactNode {
  const examples = Object.entries(of).map(([name, node]) =>
    Basic({ key: name, gap: 2, children: [Caption({ value: name, size: 'sm' }), node] }),
  )
  return <Shown widget={Basic({ gap: 6, children: examples })} />
}

/** One node per value, made by a function. */
export function each<Value extends string, Node>(
  values: readonly Value[],
  make: (value: Value) => Node,
): Record<Value, Node> {
  return Object.fromEntries(values.map((value) => [value, make(value)])) as Record<Value, Node> // a key for each value
}

/** Nodes in a row that wraps. */
export function line(...children: WidgetComponent[]) {
  return Basic({ direction: 'row', gap: 3, children: [Col({ children: [] }), ...children] })
}
