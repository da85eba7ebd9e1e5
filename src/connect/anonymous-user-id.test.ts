import { afterEach, expect, test, vi } from 'vitest'
import { anonymousUserId } from './index.ts'

const storageWith = (kept: Record<string, string> = {}) => {
  const entries = new Map(Object.entries(kept))
  return {
    entries,
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
    removeItem: (key: string) => void entries.delete(key),
  }
}
afterEach(() => vi.unstubAllGlobals())

test('the id is made once and stays', () => {
  const storage = storageWith()
  const id = anonymousUserId({ storage })
  expect(id).toMatch(/^[0-9a-f-]{36}$/)
  expect(anonymousUserId({ storage })).toBe(id)
  expect([...storage.entries]).toEqual([['parlor.user-id', id]])
})

test('an id that the host kept before is taken over', () => {
  expect(anonymousUserId({ storage: storageWith({ userId: 'user_42' }), key: 'userId' })).toBe('user_42')
})

test('an id that no header can carry is replaced', () => {
  const storage = storageWith({ 'parlor.user-id': 'a\nb' })
  expect(anonymousUserId({ storage })).toMatch(/^[0-9a-f-]{36}$/)
})

test.each([
  [
    'without randomUUID, as on plain http',
    { getRandomValues: (bytes: Uint8Array) => bytes.fill(171) },
    'ab'.repeat(16),
  ],
  ['without any crypto', undefined, expect.stringMatching(/^[0-9a-f]{32}$/)],
])('it works %s', (_, crypto, id) => {
  vi.stubGlobal('crypto', crypto)
  expect(anonymousUserId({ storage: storageWith() })).toEqual(id)
})

test('without storage the id lasts as long as the page', () => {
  expect(anonymousUserId({ key: 'nowhere' })).toBe(anonymousUserId({ key: 'nowhere' }))
})
