import { expect, test } from 'vitest'
import { followsEnd, isNearEnd } from './scroll-decision.ts'

test('a reader within 80 px of the end counts as being there', () => {
  expect(isNearEnd({ scrollTop: 420, scrollHeight: 1000, clientHeight: 500 })).toBe(true)
  expect(isNearEnd({ scrollTop: 419, scrollHeight: 1000, clientHeight: 500 })).toBe(false)
  expect(isNearEnd({ scrollTop: 0, scrollHeight: 300, clientHeight: 500 })).toBe(true)
})

const streaming = { changed: 'content' as const, wasNearEnd: true, autoScroll: true, running: true, settling: false }

test('with autoScroll the view follows a running answer', () => {
  expect(followsEnd(streaming)).toBe(true)
})

test('a reader who scrolled up is left alone', () => {
  expect(followsEnd({ ...streaming, wasNearEnd: false })).toBe(false)
})

test('without autoScroll nothing moves', () => {
  expect(followsEnd({ ...streaming, autoScroll: false })).toBe(false)
})

test('when no answer runs, what the reader opens does not push the page away', () => {
  expect(followsEnd({ ...streaming, running: false })).toBe(false)
})

test('a draft that grows never covers the end the reader is at', () => {
  expect(followsEnd({ ...streaming, changed: 'box', running: false, autoScroll: false })).toBe(true)
  expect(followsEnd({ ...streaming, changed: 'box', wasNearEnd: false })).toBe(false)
})

test('a thread that was just opened stays at its end until the reader touches it', () => {
  expect(followsEnd({ changed: 'content', wasNearEnd: false, autoScroll: false, running: false, settling: true })).toBe(
    true,
  )
})
