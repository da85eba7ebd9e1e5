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
