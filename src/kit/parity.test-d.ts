import type { Widgets } from '@openai/chatkit'
import { expectTypeOf, test } from 'vitest'
import type * as kit from './index.ts'
import {
  Badge,
  Basic,
  Button,
  Card,
  Chart,
  Icon,
  ListView,
  ListViewItem,
  Row,
  Select,
  Table,
  Text,
  Title,
  Transition,
} from './index.ts'

test('the official widget types are really there, not any', () => {
  expectTypeOf<Widgets.Card>().not.toBeAny()
  expectTypeOf<Widgets.WidgetComponent>().not.toBeAny()
  expectTypeOf<Widgets.WidgetRoot>().not.toBeAny()
})

test('every official value is one of ours', () => {
  expectTypeOf<Widgets.WidgetRoot>().toExtend<kit.WidgetRoot>()
  expectTypeOf<Widgets.WidgetComponent>().toExtend<kit.WidgetComponent>()
  expectTypeOf<Widgets.ListViewItem>().toExtend<kit.ListViewItem>()
  expectTypeOf<Widgets.WidgetIcon>().toEqualTypeOf<kit.WidgetIcon>()
})

/** What only the server SDK knows of, by component: the rest is the official types', name by name. */
interface OnlyOnServers {
  Image: 'background' | 'flex'
  Select: 'searchable'
}

/** The names of a component there, and the names of ours that are not known to servers only. */
type Names<Official, Ours extends { type: string }> = [
  official: Exclude<keyof Official, symbol>,
  ours: Exclude<keyof Ours, Ours['type'] extends keyof OnlyOnServers ? OnlyOnServers[Ours['type']] : never>,
]

/** The allowed values of what both know; actions, options and icons have more here. */
type Values<Official, Ours> = Pick<
  Ours,
  Exclude<
    keyof Ours & keyof Official,
    'children' | 'options' | 'confirm' | 'cancel' | 'status' | `icon${'Start' | 'End'}` | `on${string}`
  >
>

test('every property of every component has its official name and values, none is missing and none made up', () => {
  type Same<Official, Ours extends { type: string }> = Names<Official, Ours>[0] extends Names<Official, Ours>[1]
    ? Names<Official, Ours>[1] extends Names<Official, Ours>[0]
      ? Values<Official, Ours> extends Values<Ours, Official>
        ? Values<Ours, Official> extends Values<Official, Ours>
          ? true
          : 'other values'
        : 'other values'
      : ['only ours', Exclude<Names<Official, Ours>[1], Names<Official, Ours>[0]>]
    : ['only official', Exclude<Names<Official, Ours>[0], Names<Official, Ours>[1]>]
  expectTypeOf<Same<Widgets.Card, kit.Card>>().toEqualTypeOf<true>()
  expectTypeOf<Same<Widgets.ListView, kit.ListView>>().toEqualTypeOf<true>()
  expectTypeOf<Same<Widgets.BasicRoot, kit.Basic>>().toEqualTypeOf<true>()
  expectTypeOf<Same<Widgets.ListViewItem, kit.ListViewItem>>().toEqualTypeOf<true>()
  expectTypeOf<Same<Widgets.Box, kit.Box>>().toEqualTypeOf<true>()
  expectTypeOf<Same<Widgets.Row, kit.Row>>().toEqualTypeOf<true>()
  expectTypeOf<Same<Widgets.Col, kit.Col>>().toEqualTypeOf<true>()
  expectTypeOf<Same<Widgets.Form, kit.Form>>().toEqualTypeOf<true>()
  expectTypeOf<Same<Widgets.Spacer, kit.Spacer>>().toEqualTypeOf<true>()
  expectTypeOf<Same<Widgets.Divider, kit.Divider>>().toEqualTypeOf<true>()
  expectTypeOf<Same<Widgets.Transition, kit.Transition>>().toEqualTypeOf<true>()
  expectTypeOf<Same<Widgets.TextComponent, kit.Text>>().toEqualTypeOf<true>()
  expectTypeOf<Same<Widgets.Title, kit.Title>>().toEqualTypeOf<true>()
  expectTypeOf<Same<Widgets.Caption, kit.Caption>>().toEqualTypeOf<true>()
  expectTypeOf<Same<Widgets.Markdown, kit.Markdown>>().toEqualTypeOf<true>()
  expectTypeOf<Same<Widgets.Label, kit.Label>>().toEqualTypeOf<true>()
  expectTypeOf<Same<Widgets.Badge, kit.Badge>>().toEqualTypeOf<true>()
  expectTypeOf<Same<Omit<Widgets.Icon, 'name'>, Omit<kit.Icon, 'name'>>>().toEqualTypeOf<true>() // more names here
  expectTypeOf<Same<Widgets.Image, kit.Image>>().toEqualTypeOf<true>()
  expectTypeOf<Same<Widgets.Button, kit.Button>>().toEqualTypeOf<true>()
  expectTypeOf<Same<Widgets.Table, kit.Table>>().toEqualTypeOf<true>()
  expectTypeOf<Same<Widgets.TableRow, kit.TableRow>>().toEqualTypeOf<true>()
  expectTypeOf<Same<Widgets.TableCell, kit.TableCell>>().toEqualTypeOf<true>()
  expectTypeOf<Same<Widgets.Input, kit.Input>>().toEqualTypeOf<true>()
  expectTypeOf<Same<Widgets.Textarea, kit.Textarea>>().toEqualTypeOf<true>()
  expectTypeOf<Same<Widgets.Select, kit.Select>>().toEqualTypeOf<true>()
  expectTypeOf<Same<Widgets.DatePicker, kit.DatePicker>>().toEqualTypeOf<true>()
  expectTypeOf<Same<Widgets.Checkbox, kit.Checkbox>>().toEqualTypeOf<true>()
  expectTypeOf<Same<Widgets.RadioGroup, kit.RadioGroup>>().toEqualTypeOf<true>()
  // The comparison sees what it is for.
  expectTypeOf<Same<Widgets.Checkbox, kit.RadioGroup>>().not.toEqualTypeOf<true>()
  expectTypeOf<Same<Omit<Widgets.Title, 'size'> & { size?: 'sm' }, kit.Title>>().toEqualTypeOf<'other values'>()
})

test('what component functions return is what the official types know', () => {
  const card = Card({
    status: { text: 'Now', icon: 'bolt' },
    confirm: { label: 'Ok', action: { type: 'a', payload: { x: 1 }, handler: 'client' } },
    children: [
      Title({ value: 'A' }),
      Row({
        children: [Badge({ label: 'x' }), Icon({ name: 'check' }), Button({ label: 'b', iconStart: 'star' }), null],
      }),
      Transition({ children: Text({ value: 'b' }) }),
      Table({ children: [Table.Row({ children: [Table.Cell({ children: [Text({ value: 'c' })] })] })] }),
      Select({ name: 's', options: [{ value: 'a', label: 'A', disabled: true }], searchable: true }),
      [1, 2].map((n) => Text({ key: String(n), value: 'x' })),
      false,
    ],
  })
  expectTypeOf(card).toExtend<Widgets.Card>()
  expectTypeOf(card).toExtend<kit.Card>()
  expectTypeOf(Card({ children: [] })).toExtend<Widgets.Card>()
  expectTypeOf(Basic({ children: [card, Text({ value: '' })] })).toExtend<Widgets.BasicRoot>()
  expectTypeOf(ListView({ children: [ListViewItem({ children: [] })] })).toExtend<Widgets.ListView>()
})

test('what the official types do not know is refused there', () => {
  const chart = Chart({ data: [], series: [], xAxis: 'x' })
  expectTypeOf(Card({ children: [chart] })).not.toExtend<Widgets.Card>()
  expectTypeOf(Card({ children: [Row({ children: [chart] })] })).not.toExtend<Widgets.Card>()
  expectTypeOf(Icon({ name: 'clock' })).not.toExtend<Widgets.Icon>()
  expectTypeOf(Button({ iconEnd: 'lucide:pizza' })).not.toExtend<Widgets.Button>()
})

test('data of interfaces, and readonly lists, go in', () => {
  interface Sale {
    month: string
    sales: number
  }
  const data: readonly Sale[] = [{ month: 'May', sales: 3 }]
  const series: readonly kit.ChartSeries[] = [{ type: 'bar', dataKey: 'sales' }]
  expectTypeOf(Chart({ data, series, xAxis: 'month' })).toEqualTypeOf<kit.Chart>()
  const options: readonly kit.SelectOption[] = [{ value: 'a', label: 'A' }]
  expectTypeOf(Select({ name: 'a', options })).toEqualTypeOf<kit.Select>()
  interface Place {
    id: string
  }
  const payload: Place = { id: 'a' }
  Button({ label: '', onClickAction: { type: 'a', payload } })
  Card({ children: [], confirm: { label: '', action: { type: 'a', payload } } })
  // @ts-expect-error a payload is an object
  Button({ label: '', onClickAction: { type: 'a', payload: 'id' } })
  // @ts-expect-error rows are objects
  Chart({ data: [1], series, xAxis: 'month' })
})

test('children are typed exactly in plain calls', () => {
  // @ts-expect-error a list takes rows only
  ListView({ children: [Text({ value: '' })] })
  // @ts-expect-error a row of a list stands in a list only
  Card({ children: [ListViewItem({ children: [] })] })
  // @ts-expect-error roots stand in Basic only
  Card({ children: [Card({ children: [] })] })
  // @ts-expect-error a transition takes one component
  Transition({ children: [Text({ value: '' })] })
  // @ts-expect-error a table takes rows
  Table({ children: [Text({ value: '' })] })
  // @ts-expect-error text stands in a Text
  Card({ children: ['text'] })
  // @ts-expect-error a misspelt property
  Title({ value: '', sizes: 'sm' })
  // @ts-expect-error a value that is not among the allowed
  Title({ value: '', size: 'huge' })
  // @ts-expect-error a missing property
  Title({})
  // @ts-expect-error null does not do for a required property
  Title({ value: null })
  Title({ value: '', size: null, color: undefined })
})
