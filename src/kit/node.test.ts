import { expect, test } from 'vitest'
import { Badge, Box, Button, Card, Col, Spacer, Table, Text, Title, Transition } from './index.ts'

test('a component function gives a plain node', () => {
  expect(Card({ size: 'sm', children: [Title({ value: 'Slip' }), Button({ label: 'Go', submit: true })] })).toEqual({
    type: 'Card',
    size: 'sm',
    children: [
      { type: 'Title', value: 'Slip' },
      { type: 'Button', label: 'Go', submit: true },
    ],
  })
})

test('properties that are null or undefined are left out', () => {
  const button = Button({ label: 'Go', onClickAction: null, color: undefined, disabled: false })
  expect(Object.entries(button)).toEqual([
    ['type', 'Button'],
    ['label', 'Go'],
    ['disabled', false],
  ])
})

test('false, true, null, undefined and empty texts vanish among children; arrays are laid flat', () => {
  const items = ['a', 'b'].map((value) => Text({ key: value, value }))
  expect(Col({ children: [false, items, null, [[Badge({ label: 'c' })], undefined], true, ''] })).toEqual({
    type: 'Col',
    children: [
      { type: 'Text', key: 'a', value: 'a' },
      { type: 'Text', key: 'b', value: 'b' },
      { type: 'Badge', label: 'c' },
    ],
  })
})

test('one child needs no array', () => {
  expect(Box({ children: Text({ value: 'x' }) })).toEqual({ type: 'Box', children: [{ type: 'Text', value: 'x' }] })
})

test('a container without children has none, a root always has a list', () => {
  expect(Box({ gap: 2 })).toEqual({ type: 'Box', gap: 2 })
  expect(Card({ children: null })).toEqual({ type: 'Card', children: [] })
})

test('a transition holds one child as it is, or nothing', () => {
  expect(Transition({ children: Text({ value: 'x' }) })).toEqual({
    type: 'Transition',
    children: { type: 'Text', value: 'x' },
  })
  expect(Transition({ children: null })).toEqual({ type: 'Transition' })
  expect(Transition({ key: 't', children: false })).toEqual({ type: 'Transition', key: 't' })
})

test('the parts of a table are called Table.Row and Table.Cell', () => {
  expect(
    Table({
      children: [Table.Row({ header: true, children: [Table.Cell({ colSpan: 2, children: [Text({ value: 'A' })] })] })],
    }),
  ).toEqual({
    type: 'Table',
    children: [
      {
        type: 'Table.Row',
        header: true,
        children: [{ type: 'Table.Cell', colSpan: 2, children: [{ type: 'Text', value: 'A' }] }],
      },
    ],
  })
})

test('a number does as a key', () => {
  expect(Spacer({ key: 7 })).toEqual({ type: 'Spacer', key: '7' })
})

test('the array handed in stays the caller’s', () => {
  const children = [Text({ value: 'a' })]
  const card = Card({ children })
  children.push(Text({ value: 'b' }))
  expect(card.children).toHaveLength(1)
})
