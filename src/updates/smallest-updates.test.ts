import { expect, test } from 'vitest'
import { Card, Col, Row, Text, Title } from '../kit/index.ts'
import { smallestUpdates } from './index.ts'

const filler = 'Some text that makes the rest of the card long enough to be worth leaving out. '.repeat(4)

test('equal states need no update', () => {
  expect(smallestUpdates(Card({ children: [] }), Card({ children: [] }))).toEqual([])
})

test('growth in a large widget is a delta', () => {
  const state = (value: string) => Card({ children: [Title({ value: filler }), Text({ id: 't', value })] })
  expect(smallestUpdates(state('a'), state('ab'))).toEqual([
    { type: 'widget.streaming_text.value_delta', component_id: 't', delta: 'b', done: true },
  ])
})

test('growth of several texts in a small widget is a new root when that is shorter', () => {
  const state = (value: string) => Card({ children: [Text({ id: 'a', value }), Text({ id: 'b', value })] })
  expect(smallestUpdates(state(''), state('x'))).toEqual([{ type: 'widget.root.updated', widget: state('x') }])
})

test('a component is replaced alone only when that is allowed', () => {
  const state = (label: string) =>
    Card({ children: [Title({ value: filler }), Row({ id: 'r', children: [Title({ value: label })] })] })
  expect(smallestUpdates(state('Go'), state('Stop'))).toEqual([{ type: 'widget.root.updated', widget: state('Stop') }])
  expect(smallestUpdates(state('Go'), state('Stop'), { component: true })).toEqual([
    {
      type: 'widget.component.updated',
      component_id: 'r',
      component: { type: 'Row', id: 'r', children: [{ type: 'Title', value: 'Stop' }] },
    },
  ])
})

test('the smallest component around a change is replaced, and text beside it still streams', () => {
  const state = (label: string, value: string) =>
    Card({
      children: [
        Col({
          id: 'outer',
          children: [Title({ value: filler }), Row({ id: 'inner', children: [Title({ value: label })] })],
        }),
        Text({ id: 't', value }),
      ],
    })
  expect(smallestUpdates(state('Go', 'a'), state('Stop', 'ab'), { component: true })).toEqual([
    {
      type: 'widget.component.updated',
      component_id: 'inner',
      component: { type: 'Row', id: 'inner', children: [{ type: 'Title', value: 'Stop' }] },
    },
    { type: 'widget.streaming_text.value_delta', component_id: 't', delta: 'b', done: true },
  ])
})

test('several components are replaced one by one only as long as that is shorter than the one around them', () => {
  const row = (id: string, value: string) => Row({ id, children: [Title({ value })] })
  const state = (a: string, b: string, rest: string[]) =>
    Card({
      children: [
        Title({ value: filler }),
        Col({ id: 'outer', children: [row('a', a), row('b', b), ...rest.map((value) => Title({ value }))] }),
      ],
    })
  const named = (before: ReturnType<typeof state>, after: ReturnType<typeof state>) =>
    smallestUpdates(before, after, { component: true }).map((update) => 'component_id' in update && update.component_id)
  expect(named(state('1', '2', []), state('3', '4', []))).toEqual(['outer'])
  expect(named(state('1', '2', [filler]), state('3', '4', [filler]))).toEqual(['a', 'b'])
})

test('an id that is used twice, in either state, addresses nothing', () => {
  const state = (label: string, other: string) =>
    Card({ children: [Title({ value: filler }), Title({ id: 'r', value: label }), Title({ id: other, value: 'x' })] })
  expect(smallestUpdates(state('Go', 'r'), state('Stop', 'r'), { component: true })).toEqual([
    { type: 'widget.root.updated', widget: state('Stop', 'r') },
  ])
})

test('a change outside every component with an id is a new root', () => {
  const state = (value: string) => Card({ children: [Title({ value: filler }), Row({ children: [Title({ value })] })] })
  expect(smallestUpdates(state('Go'), state('Stop'), { component: true })).toEqual([
    { type: 'widget.root.updated', widget: state('Stop') },
  ])
})
