import { expect, test } from 'vitest'
import { Button, Card, Col, Markdown, Text, Transition } from '../kit/index.ts'
import { explainTransition } from './index.ts'

test('equal states send nothing', () => {
  expect(explainTransition(Card({ children: [] }), Card({ children: [] }))).toEqual({
    how: 'nothing',
    why: 'equal',
    at: 'Card',
    hint: 'Both states draw the same',
    lost: [],
  })
})

test('growth names the first text that grew', () => {
  const state = (value: string) =>
    Card({ children: [Col({ children: [Transition({ children: Text({ id: 't', value }) })] })] })
  expect(explainTransition(state('a'), state('ab'))).toEqual({
    how: 'text',
    why: 'text_grew',
    at: 'Card.children[0].children[0].children.value',
    hint: 'Only the new end of each text is sent',
    lost: ['Card.children[0].children[0].children.value'], // the reference does not look into a Transition
  })
})

test('a changed property is named with its path', () => {
  const state = (label: string) => Card({ children: [Text({ value: 'a' }), Col({ children: [Button({ label })] })] })
  expect(explainTransition(state('Go'), state('Stop'))).toEqual({
    how: 'root',
    why: 'prop_changed',
    at: 'Card.children[1].children[0].label',
    hint: 'Only the `value` of a Text or Markdown can be streamed',
    lost: [],
  })
})

test.each([
  [
    'text_without_id',
    'Card.children[0].value',
    Card({ children: [Text({ value: 'a' })] }),
    Card({ children: [Text({ value: 'ab' })] }),
  ],
  [
    'text_rewritten',
    'Card.children[0].value',
    Card({ children: [Text({ id: 't', value: 'a' })] }),
    Card({ children: [Text({ id: 't', value: 'b' })] }),
  ],
  [
    'prop_changed',
    'Card.children[0].streaming',
    Card({ children: [Text({ value: 'a', streaming: true })] }),
    Card({ children: [Text({ value: 'a' })] }),
  ],
  ['children_changed', 'Card.children', Card({ children: [] }), Card({ children: [Text({ value: 'a' })] })],
  [
    'component_changed',
    'Card.children[0].type',
    Card({ children: [Col({})] }),
    Card({ children: [Text({ value: 'a' })] }),
  ],
  ['identity_changed', 'Card.id', Card({ id: 'a', children: [] }), Card({ id: 'b', children: [] })],
  [
    'id_used_twice',
    'Card.children[0].id',
    Card({ children: [Text({ id: 't', value: 'a' }), Text({ id: 't', value: 'b' })] }),
    Card({ children: [Text({ id: 't', value: 'aa' }), Text({ id: 't', value: 'b' })] }),
  ],
])('%s decides at %s', (why, at, before, after) => {
  expect(explainTransition(before, after)).toMatchObject({ how: 'root', why, at })
})

test('what ChatKit’s own server would lose is named: growth without an id, behind an id used twice, inside a Transition', () => {
  const state = (more: string, label = 'Go') =>
    Card({
      children: [
        Text({ value: `a${more}` }),
        Text({ id: 't', value: `b${more}` }),
        Col({ children: [Markdown({ id: 't', value: `c${more}` }), Text({ id: 'u', value: `d${more}` })] }),
        Transition({ children: Text({ id: 'v', value: `e${more}` }) }),
        Button({ label }),
      ],
    })
  expect(explainTransition(state(''), state('!')).lost).toEqual([
    'Card.children[0].value',
    'Card.children[1].value',
    'Card.children[3].children.value',
  ])
  expect(explainTransition(state(''), state('')).lost).toEqual([])
  expect(explainTransition(state(''), state('!', 'Stop')).lost).toEqual([]) // the whole root brings all of it
})
