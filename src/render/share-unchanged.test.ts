import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shareUnchanged } from './share-unchanged.ts'

test('parts that are equal are the very same objects', () => {
  const before = {
    type: 'Card',
    children: [
      { type: 'Text', value: 'a' },
      { type: 'Text', value: 'b' },
    ],
  }
  const after = {
    type: 'Card',
    children: [
      { type: 'Text', value: 'a' },
      { type: 'Text', value: 'c' },
    ],
  }
  const shared = shareUnchanged(before, after)
  expect(shared).toEqual(after)
  expect(shared.children[0]).toBe(before.children[0])
  expect(shared.children[1]).not.toBe(before.children[1])
})

test('an equal value is the old one as a whole', () => {
  const before = { a: [1, { b: null }] }
  expect(shareUnchanged(before, structuredClone(before))).toBe(before)
})

test('a list is no object, and a property more or less is a change', () => {
  expect(shareUnchanged([], {})).toEqual({})
  expect(shareUnchanged({ a: 1, b: 2 }, { a: 1 })).toEqual({ a: 1 })
  expect(shareUnchanged({ a: 1 }, { a: 1, b: 2 })).toEqual({ a: 1, b: 2 })
})

test('the result always equals the new value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
      expect(JSON.stringify(shareUnchanged(before, after))).toBe(JSON.stringify(after))
    }),
  )
})
