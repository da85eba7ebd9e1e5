import { expect, test } from 'vitest'
import { type DiffPair, replayDiffs } from './diffs.ts'

const card = (value: string, id?: string) =>
  ({ type: 'Card', children: [{ type: 'Text', value, ...(id ? { id } : {}) }] }) as const
const root = (value: string) =>
  ({ type: 'widget.root.updated', widget: { type: 'Card', children: [{ type: 'Text', value }] } }) as const
const delta = { type: 'widget.streaming_text.value_delta', component_id: 't', delta: 'b', done: true } as const
const pair = (before: object, after: object, updates: object[]): DiffPair =>
  JSON.parse(JSON.stringify({ before, after, updates }))

test('pairs that replay are counted', () => {
  expect(
    replayDiffs([
      pair(card('a'), card('a'), []),
      pair(card('a', 't'), card('ab', 't'), [delta]),
      pair(card('a'), card('b'), [root('b')]),
    ]),
  ).toEqual({ passed: 3, failures: [] })
})

test('a change that the reference loses has only to arrive', () => {
  const inTransition = (value: string) => ({
    type: 'Card',
    children: [{ type: 'Transition', children: { type: 'Text', id: 't', value } }],
  })
  const lost = [pair(card('a'), card('ab'), []), pair(inTransition('a'), inTransition('ab'), [])]
  expect(replayDiffs(lost)).toEqual({ passed: 2, failures: [] })
})

test('a pair on which the reference threw has only to arrive', () => {
  const { before, after } = pair(card('a'), card('b'), [])
  expect(replayDiffs([{ before, after, raises: 'AttributeError' }])).toEqual({ passed: 1, failures: [] })
})

test.each<[string, DiffPair]>([
  ['an update left out', pair(card('a', 't'), card('ab', 't'), [])],
  ['another text', pair(card('a', 't'), card('ab', 't'), [{ ...delta, delta: 'c' }])],
  ['another `done`', pair(card('a', 't'), card('ab', 't'), [{ ...delta, done: false }])],
  [
    'a root where a delta is enough',
    pair(card('a', 't'), card('ab', 't'), [{ ...root('ab'), widget: card('ab', 't') }]),
  ],
  ['a root that is not `after`', pair(card('a'), card('b'), [root('c')])],
  ['no update at all', pair(card('a'), card('b'), [{ type: 'nonsense' }])],
  ['no roots', JSON.parse('{"updates":[]}')],
])('a spoilt recording fails: %s', (_, spoilt) => {
  const { passed, failures } = replayDiffs([pair(card('a'), card('a'), []), spoilt])
  expect(passed).toBe(1)
  expect(failures).toEqual([expect.stringMatching(/^diffs\[1]: /)])
})
