import { expect, test } from 'vitest'
import type { ThreadItem } from '../../../protocol/index.ts'
import { answered, said } from '../../chat/testing/samples.ts'
import { earlierFrom, openingFrom, unseenFrom } from './newest-from.ts'

const pairs = (count: number): ThreadItem[] =>
  Array.from({ length: count }, (_, index) => [said(`u${index}`, 'Hi'), answered(`a${index}`, 'Hello')]).flat()

test('a short thread is drawn from its beginning', () => {
  expect(openingFrom([])).toBe(0)
  expect(openingFrom(pairs(2))).toBe(0)
})

test('a long one opens at a message of the person, four items before its end or a few more', () => {
  expect(openingFrom(pairs(500))).toBe(996)
  expect(openingFrom(pairs(500).slice(0, -1))).toBe(994)
})

test('more comes in growing steps, down to the first item', () => {
  expect(earlierFrom(pairs(500), 996)).toBe(992)
  expect(earlierFrom(pairs(500), 992)).toBe(984)
  expect(earlierFrom(pairs(500), 900)).toBe(868)
  expect(earlierFrom(pairs(500), 30)).toBe(0)
  expect(earlierFrom(pairs(500), 1000)).toBe(996)
})

test('where nothing has a height, a hundred are drawn', () => {
  expect(unseenFrom(pairs(50))).toBe(0)
  expect(unseenFrom(pairs(500))).toBe(900)
})

test('a response without end is cut', () => {
  const response = Array.from({ length: 1000 }, (_, index) => answered(`a${index}`, 'Hello'))
  expect(openingFrom([said('u', 'Hi'), ...response])).toBe(997)
})
