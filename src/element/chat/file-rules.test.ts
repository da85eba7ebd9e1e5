import { expect, test } from 'vitest'
import { accepts, maxSizeOf } from './file-rules.ts'

test.each([
  ['photo.PNG', 'image/png', { 'image/*': ['.png'] }, true],
  ['photo.gif', 'image/gif', { 'image/*': ['.png'] }, false],
  ['photo.gif', 'image/gif', { 'image/gif': [] }, true],
  ['notes.md', '', { 'text/markdown': ['.md'] }, true],
  ['notes.md', '', { 'text/markdown': [] }, false],
  ['notes.txt', 'text/plain', { '*/*': [] }, true],
  ['notes.txt', 'text/plain', {}, false],
  ['notes.txt', 'text/plain', null, true],
] as const)('%s of type %j under %j: %s', (name, type, accept, expected) => {
  const rules = accept && Object.fromEntries(Object.entries(accept).map(([key, endings]) => [key, [...endings]]))
  expect(accepts({ name, type }, rules)).toBe(expected)
})

test('the most exact pattern of a record sets the limit', () => {
  const limits = { 'image/png': 1, 'image/*': 2, '*': 3 }
  expect(['image/png', 'image/gif', 'text/plain'].map((type) => maxSizeOf(type, limits))).toEqual([1, 2, 3])
  expect(maxSizeOf('text/plain', { '': 4 })).toBe(4)
  expect(maxSizeOf('text/plain', { 'image/*': 2 })).toBe(100 * 1024 * 1024)
  expect(maxSizeOf('text/plain', 5)).toBe(5)
})
