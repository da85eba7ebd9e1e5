import { expect, test } from 'vitest'
import { findTrigger } from './trigger.ts'

const both = { entity: true, command: true }

test('@ after a space or at the start finds entities', () => {
  expect(findTrigger('Ask @bo', 7, both)).toEqual({ kind: 'entity', query: 'bo', start: 4, end: 7 })
  expect(findTrigger('@', 1, both)).toEqual({ kind: 'entity', query: '', start: 0, end: 1 })
})

test('an address is no mention, and a finished mention is none any more', () => {
  expect(findTrigger('bob@mail', 8, both)).toBe(null)
  expect(findTrigger('@bob ', 5, both)).toBe(null)
})

test('only what stands before the caret counts', () => {
  expect(findTrigger('Ask @bob now', 6, both)).toEqual({ kind: 'entity', query: 'b', start: 4, end: 6 })
})

test('/ finds commands only at the very start', () => {
  expect(findTrigger('/he', 3, both)).toEqual({ kind: 'command', query: 'he', start: 0, end: 3 })
  expect(findTrigger('and /he', 7, both)).toBe(null)
})

test('what the host did not ask for opens nothing', () => {
  expect(findTrigger('@bo', 3, { entity: false, command: true })).toBe(null)
  expect(findTrigger('/he', 3, { entity: true, command: false })).toBe(null)
})
