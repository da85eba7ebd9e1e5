import { expect, test } from 'vitest'
import { english, type Language } from './language.ts'
import { createLanguageStore } from './language-store.ts'

/** A store whose texts and whose patience the test settles. */
function setUp() {
  const loads = new Map<string, { resolve(language: Language): void; reject(cause: unknown): void }>()
  let runOut = () => {}
  const store = createLanguageStore({
    load: (locale) => new Promise((resolve, reject) => loads.set(locale, { resolve, reject })),
    patience: (callback) => {
      runOut = callback
    },
  })
  const seen: (string | undefined)[] = []
  store.subscribe(() => seen.push(store.get()?.locale))
  return { store, loads, seen, runOut: () => runOut() }
}

const spanish: Language = { ...english, locale: 'es' }
const italian: Language = { ...english, locale: 'it' }

test('English is there at once', () => {
  const { store, seen } = setUp()
  expect(store.get()).toBe(null)
  expect(store.adopt('en-US')).toBe(null)
  expect(store.adopt('en-US')).toBe(null)
  expect(seen).toEqual(['en-US'])
})

test('another language is waited for: nothing is shown before it', async () => {
  const { store, loads, seen } = setUp()
  const here = store.adopt('es')
  expect(store.get()).toBe(null)
  loads.get('es')?.resolve(spanish)
  await here
  expect(seen).toEqual(['es'])
})

test('while another language is on its way the one before stays; the last one asked for counts', async () => {
  const { store, loads, seen } = setUp()
  store.adopt('en')
  const first = store.adopt('es')
  const second = store.adopt('it')
  loads.get('it')?.resolve(italian)
  await second
  loads.get('es')?.resolve(spanish)
  await first
  expect(seen).toEqual(['en', 'it'])
})

test('English stands in for texts that cannot be loaded, and they are asked for again', async () => {
  const { store, loads, seen } = setUp()
  const cause = new TypeError('Failed to fetch dynamically imported module')
  const failed = store.adopt('es')
  loads.get('es')?.reject(cause)
  await expect(failed).rejects.toBe(cause)
  expect(store.get()).toBe(english)
  const again = store.adopt('es')
  loads.get('es')?.resolve(spanish)
  await again
  expect(seen).toEqual(['en', 'es'])
})

test('texts that take too long are not waited for, but taken when they come', async () => {
  const { store, loads, seen, runOut } = setUp()
  const here = store.adopt('es')
  runOut()
  await here
  expect(store.get()).toBe(english)
  loads.get('es')?.resolve(spanish)
  await Promise.resolve()
  expect(seen).toEqual(['en', 'es'])
})
