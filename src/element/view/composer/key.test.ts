import { expect, test } from 'vitest'
import { type Key, readKey } from './key.ts'

const press = (key: string, more: Partial<Key> = {}): Key => ({
  key,
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  isComposing: false,
  keyCode: 0,
  ...more,
})

test('Enter sends, also with Ctrl or Cmd; Shift+Enter and Alt+Enter begin a line', () => {
  expect(readKey(press('Enter'), false)).toBe('send')
  expect(readKey(press('Enter', { ctrlKey: true }), false)).toBe('send')
  expect(readKey(press('Enter', { metaKey: true }), false)).toBe('send')
  expect(readKey(press('Enter', { shiftKey: true }), false)).toBe('type')
  expect(readKey(press('Enter', { altKey: true }), false)).toBe('type')
})

test('the Enter of an input method picks a word and sends nothing', () => {
  expect(readKey(press('Enter', { isComposing: true }), false)).toBe('type')
  expect(readKey(press('Enter', { keyCode: 229 }), false)).toBe('type')
  expect(readKey(press('Enter', { isComposing: true }), true)).toBe('type')
})

test('an open list takes arrows, Enter, Tab and Esc', () => {
  expect(readKey(press('ArrowDown'), true)).toBe('next')
  expect(readKey(press('ArrowUp'), true)).toBe('previous')
  expect(readKey(press('Enter'), true)).toBe('pick')
  expect(readKey(press('Tab'), true)).toBe('pick')
  expect(readKey(press('Escape'), true)).toBe('close')
  expect(readKey(press('Enter', { shiftKey: true }), true)).toBe('type')
})

test('without a list those keys are the browser’s', () => {
  expect(readKey(press('ArrowDown'), false)).toBe('type')
  expect(readKey(press('Tab'), false)).toBe('type')
  expect(readKey(press('Escape'), false)).toBe('type')
  expect(readKey(press('a'), true)).toBe('type')
})
