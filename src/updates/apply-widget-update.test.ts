import { expect, test } from 'vitest'
import { Basic, Card, Col, Row, Text, Title, Transition } from '../kit/index.ts'
import { applyWidgetUpdate } from './index.ts'

const delta = (component_id: string, text: string, done = false) =>
  ({ type: 'widget.streaming_text.value_delta', component_id, delta: text, done }) as const

test('a delta is appended to the text with that id, inside a Transition too', () => {
  const root = Card({ children: [Title({ value: 'A' }), Transition({ children: Text({ id: 't', value: 'a' }) })] })
  expect(applyWidgetUpdate(root, delta('t', 'b'))).toEqual({
    type: 'Card',
    children: [
      { type: 'Title', value: 'A' },
      { type: 'Transition', children: { type: 'Text', id: 't', value: 'ab' } },
    ],
  })
})

test('what is not touched stays the same object', () => {
  const root = Card({ children: [Col({ children: [Title({ value: 'A' })] }), Text({ id: 't', value: 'a' })] })
  const next = applyWidgetUpdate(root, delta('t', 'b'))
  expect(next.children?.[0]).toBe(root.children[0])
  expect(root.children[1]).toEqual({ type: 'Text', id: 't', value: 'a' })
})

test('`done` ends the streaming look', () => {
  const root = Card({ children: [Text({ id: 't', value: 'a', streaming: true })] })
  expect(applyWidgetUpdate(root, delta('t', '', true)).children).toEqual([
    { type: 'Text', id: 't', value: 'a', streaming: false },
  ])
})

test('a delta for an unknown id, or for a node that is no text, changes nothing', () => {
  const root = Card({ children: [Row({ id: 'r', children: [] })] })
  expect(applyWidgetUpdate(root, delta('x', 'b'))).toBe(root)
  expect(applyWidgetUpdate(root, delta('r', 'b'))).toBe(root)
})

test('where an id is used twice, the later node wins', () => {
  const root = Card({ children: [Text({ id: 't', value: 'a' }), Text({ id: 't', value: 'b' })] })
  expect(applyWidgetUpdate(root, delta('t', '!')).children).toEqual([
    { type: 'Text', id: 't', value: 'a' },
    { type: 'Text', id: 't', value: 'b!' },
  ])
})

test('a component is replaced by its id', () => {
  const root = Card({ children: [Row({ id: 'r', children: [Title({ value: 'A' })] })] })
  const component = Row({ id: 'r', children: [Title({ value: 'B' })] })
  expect(applyWidgetUpdate(root, { type: 'widget.component.updated', component_id: 'r', component })).toEqual({
    type: 'Card',
    children: [{ type: 'Row', id: 'r', children: [{ type: 'Title', value: 'B' }] }],
  })
})

test('a root is replaced by its id only by a root', () => {
  const root = Card({ id: 'c', children: [] })
  const update = { type: 'widget.component.updated', component_id: 'c' } as const
  expect(applyWidgetUpdate(root, { ...update, component: Title({ value: 'A' }) })).toBe(root)
  expect(applyWidgetUpdate(root, { ...update, component: Basic({ id: 'c', children: [] }) })).toEqual({
    type: 'Basic',
    id: 'c',
    children: [],
  })
})

test('a new root is taken as it is', () => {
  const widget = Card({ children: [] })
  expect(applyWidgetUpdate(Card({ children: [] }), { type: 'widget.root.updated', widget })).toBe(widget)
})
