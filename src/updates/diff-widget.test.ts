import { expect, test } from 'vitest'
import { Box, Card, Col, Input, Text, Title, Transition } from '../kit/index.ts'
import { diffWidget } from './index.ts'

const text = (value: string, props: { streaming?: boolean } = {}) =>
  Card({ children: [Text({ id: 't', value, ...props })] })

test('equal states need no update', () => {
  expect(diffWidget(text('a'), text('a'))).toEqual([])
})

test('a text with an id sends only its new end; without `streaming` it counts as finished', () => {
  expect(diffWidget(text('a'), text('ab'))).toEqual([
    { type: 'widget.streaming_text.value_delta', component_id: 't', delta: 'b', done: true },
  ])
})

test('a text that goes on streaming is not done', () => {
  expect(diffWidget(text('a', { streaming: true }), text('ab', { streaming: true }))).toEqual([
    { type: 'widget.streaming_text.value_delta', component_id: 't', delta: 'b', done: false },
  ])
})

test('the end of streaming is a new root, even when the text grew too', () => {
  const after = text('ab', { streaming: false })
  expect(diffWidget(text('a', { streaming: true }), after)).toEqual([{ type: 'widget.root.updated', widget: after }])
})

test('two texts that grow are two deltas, in tree order', () => {
  const state = (first: string, second: string) =>
    Card({ children: [Col({ children: [Text({ id: 'b', value: first })] }), Text({ id: 'a', value: second })] })
  expect(diffWidget(state('', 'x'), state('1', 'x2'))).toEqual([
    { type: 'widget.streaming_text.value_delta', component_id: 'b', delta: '1', done: true },
    { type: 'widget.streaming_text.value_delta', component_id: 'a', delta: '2', done: true },
  ])
})

test('a text without an id cannot be addressed: the reference loses it, here the root comes', () => {
  const after = Card({ children: [Text({ value: 'ab' })] })
  expect(diffWidget(Card({ children: [Text({ value: 'a' })] }), after)).toEqual([
    { type: 'widget.root.updated', widget: after },
  ])
})

test('a text inside a Transition streams like any other', () => {
  const state = (value: string) => Card({ children: [Transition({ children: Text({ id: 't', value }) })] })
  expect(diffWidget(state('a'), state('ab'))).toEqual([
    { type: 'widget.streaming_text.value_delta', component_id: 't', delta: 'b', done: true },
  ])
})

test('of two texts with one id only the later can be reached', () => {
  const state = (first: string, second: string) =>
    Card({ children: [Text({ id: 't', value: first }), Text({ id: 't', value: second })] })
  expect(diffWidget(state('a', 'b'), state('a', 'bc'))).toEqual([
    { type: 'widget.streaming_text.value_delta', component_id: 't', delta: 'c', done: true },
  ])
  expect(diffWidget(state('a', 'b'), state('aa', 'b'))).toEqual([
    { type: 'widget.root.updated', widget: state('aa', 'b') },
  ])
})

test.each([
  ['a text that does not begin with the old one', text('ab'), text('b')],
  [
    'a Title, which cannot be streamed',
    Card({ children: [Title({ value: 'a' })] }),
    Card({ children: [Title({ value: 'ab' })] }),
  ],
  ['another component', Card({ children: [Text({ value: 'a' })] }), Card({ children: [Title({ value: 'a' })] })],
  ['another key', Card({ key: 'a', children: [] }), Card({ key: 'b', children: [] })],
  ['a child more', Card({ children: [] }), Card({ children: [Input({ name: 'a' })] })],
  [
    'children in another order',
    Card({ children: [Input({ name: 'a' }), Input({ name: 'b' })] }),
    Card({ children: [Input({ name: 'b' }), Input({ name: 'a' })] }),
  ],
  ['a property on one side only', Card({ children: [] }), Card({ size: 'sm', children: [] })],
  ['a property gone', Card({ size: 'sm', children: [] }), Card({ children: [] })],
  [
    'a change deep in a property',
    Card({ children: [Box({ padding: { x: 1 } })] }),
    Card({ children: [Box({ padding: { x: 2 } })] }),
  ],
  [
    'another child of a Transition',
    Card({ children: [Transition({ children: Text({ value: 'a' }) })] }),
    Card({ children: [Transition({})] }),
  ],
])('%s is a new root', (_, before, after) => {
  expect(diffWidget(before, after)).toEqual([{ type: 'widget.root.updated', widget: after }])
})
