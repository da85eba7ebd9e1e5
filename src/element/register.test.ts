import { expect, test } from 'vitest'
import { ChatKitElement, register } from './index.ts'

test('the room can be imported where there is no DOM, and defines nothing there', () => {
  expect(typeof globalThis.HTMLElement).toBe('undefined')
  expect(typeof ChatKitElement).toBe('function')
  expect(() => register()).not.toThrow()
})
