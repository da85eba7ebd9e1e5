import { expect, test } from 'vitest'
import { type KeyValueStorage, storedText } from './stored-text.ts'

/** A storage as a page's own, with ways to fail. */
function storageOf({ full = false, forbidden = false } = {}): KeyValueStorage & { entries: Map<string, string> } {
  const entries = new Map<string, string>()
  const guard = () => {
    if (forbidden) throw new DOMException('denied', 'SecurityError')
  }
  return {
    entries,
    getItem(key) {
      guard()
      return entries.get(key) ?? null
    },
    setItem(key, value) {
      guard()
      if (full) throw new DOMException('full', 'QuotaExceededError')
      entries.set(key, value)
    },
    removeItem(key) {
      guard()
      entries.delete(key)
    },
  }
}

test('a text is kept in the storage handed in, and nowhere else', () => {
  const [one, other] = [storageOf(), storageOf()]
  storedText('k', one).set('a')
  expect(one.entries).toEqual(new Map([['k', 'a']]))
  expect(storedText('k', one).get()).toBe('a')
  expect(storedText('k', other).get()).toBeNull()
  storedText('k', one).remove()
  expect(storedText('k', one).get()).toBeNull()
})

test.each([
  ['that is full', storageOf({ full: true })],
  ['that is forbidden', storageOf({ forbidden: true })],
  ['that is not there', undefined],
])('with a storage %s it lasts as long as the page', (what, storage) => {
  const kept = storedText(`k ${what}`, storage)
  kept.set('a')
  expect(storedText(`k ${what}`, storage).get()).toBe('a')
  kept.remove()
  expect(kept.get()).toBeNull()
})
