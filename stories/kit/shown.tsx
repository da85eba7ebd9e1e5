import { Basic, Caption, Row, type WidgetComponent, type WidgetRoot } from 'parlor/kit'
import { WidgetView } from 'parlor/render'
import type { ReactNode } from 'react'
import { fn } from 'storybook/test'
import { useScheme } from '../scheme.tsx'

/** Records what the story's widgets send, in the Actions panel. */
export const onAction = fn().mockName('onAction')

/** Draws a widget in the scheme of the toolbar. */
export function Shown({ widget, blocked = false }: { widget: unknown; blocked?: boolean }): ReactNode {
  return <WidgetView widget={widget} scheme={useScheme()} blocked={blocked} onAction={onAction} locale="en-US" />
}

/** Examples below each other, each under its name. */
export function Examples({ of: examples }: { of: Readonly<Record<string, WidgetComponent | WidgetRoot>> }): ReactNode {
  const named = Object.entries(examples).map(([name, node]) =>
    Basic({ key: name, gap: 2, children: [Caption({ value: name, size: 'sm' }), node] }),
  )
  return <Shown widget={Basic({ gap: 6, children: named })} />
}

/** One example for each value of a property. */
export function each<Value extends string>(
  values: readonly Value[],
  make: (value: Value) => WidgetComponent | WidgetRoot,
): Record<string, WidgetComponent | WidgetRoot> {
  return Object.fromEntries(values.map((value) => [value, make(value)]))
}

/** Components in a row that wraps. */
export function line(...children: WidgetComponent[]): Row {
  return Row({ gap: 3, wrap: 'wrap', children })
}
