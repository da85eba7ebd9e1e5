import { expect, test } from 'vitest'
import { nextItem } from './next-item.ts'

const labels = ['Attach', 'Search', 'Sketch']

test('arrows go round, Home and End go to the ends', () => {
  expect(nextItem('ArrowDown', 2, labels)).toBe(0)
  expect(nextItem('ArrowUp', 0, labels)).toBe(2)
  expect(nextItem('Home', 2, labels)).toBe(0)
  expect(nextItem('End', 0, labels)).toBe(2)
})

test('with nothing chosen, down begins at the first and up at the last', () => {
  expect(nextItem('ArrowDown', -1, labels)).toBe(0)
  expect(nextItem('ArrowUp', -1, labels)).toBe(2)
})

test('a letter goes to the next item that begins with it', () => {
  expect(nextItem('s', 0, labels)).toBe(1)
  expect(nextItem('S', 1, labels)).toBe(2)
  expect(nextItem('s', 2, labels)).toBe(1)
  expect(nextItem('x', 0, labels)).toBe(null)
})

test('other keys and empty lists lead nowhere', () => {
  expect(nextItem('Enter', 0, labels)).toBe(null)
  expect(nextItem(' ', 0, labels)).toBe(null)
  expect(nextItem('ArrowDown', 0, [])).toBe(null)
})
