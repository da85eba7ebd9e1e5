import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createStore } from './store.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

function watched() {
  const store = createStore(0)
  const seen: number[] = []
  const stop = store.subscribe(() => seen.push(store.get()))
  return { store, seen, stop }
}

test('changes in one go are told once, in the next microtask', async () => {
  const { store, seen } = watched()
  store.set(() => 1)
  store.set(() => 2)
  expect([store.get(), seen]).toEqual([2, []])
  await Promise.resolve()
  expect(seen).toEqual([2])
})

test('changes that can wait are told once per frame, and are there before', async () => {
  const { store, seen } = watched()
  for (const value of [1, 2, 3]) {
    store.set(() => value, 'soon')
    await Promise.resolve()
  }
  expect([store.get(), seen]).toEqual([3, []])
  vi.advanceTimersByTime(16)
  expect(seen).toEqual([3])
  vi.runAllTimers()
  expect(seen).toEqual([3])
})

test('what is told now takes along what could have waited', async () => {
  const { store, seen } = watched()
  store.set(() => 1, 'soon')
  store.set(() => 2)
  await Promise.resolve()
  vi.runAllTimers()
  expect(seen).toEqual([2])
})

test('setting the same value, and unsubscribing, tell nothing', async () => {
  const { store, seen, stop } = watched()
  store.set((value) => value)
  await Promise.resolve()
  stop()
  store.set(() => 1)
  await Promise.resolve()
  expect(seen).toEqual([])
})
