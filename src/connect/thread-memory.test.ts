import { expect, test } from 'vitest'
import { ParlorError, type ParlorErrorCode } from '../errors.ts'
import { threadMemory } from './index.ts'

const storageWith = (kept: Record<string, string> = {}) => {
  const entries = new Map(Object.entries(kept))
  return {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
    removeItem: (key: string) => void entries.delete(key),
  }
}
const named = (name: string, cause?: unknown) => Object.assign(new Error(name, { cause }), { name })
const because = (code: ParlorErrorCode) => new ParlorError(code, { at: 'threads.get_by_id', problem: 'p', hint: 'h' })

test('the thread is kept, and forgotten with a new chat', () => {
  const storage = storageWith()
  const memory = threadMemory({ storage })
  expect(memory.get()).toBeNull()
  memory.set('thr_1')
  expect(threadMemory({ storage }).get()).toBe('thr_1')
  expect(threadMemory({ storage, key: 'other' }).get()).toBeNull()
  memory.set(null)
  expect(threadMemory({ storage }).get()).toBeNull()
})

test.each([
  ['it is not there', named('InitialThreadLoadError', because('not_found'))],
  ['a server failed on it', named('InitialThreadLoadError', because('http_error'))],
  ['nobody says why', named('InitialThreadLoadError')],
])('a thread that cannot be opened because %s is forgotten', (_, error) => {
  const memory = threadMemory({ storage: storageWith({ 'parlor.thread-id': 'thr_1' }) })
  memory.onError(error)
  expect(memory.get()).toBeNull()
})

test.each([
  ['the network failed', named('InitialThreadLoadError', because('network'))],
  ['the secret was refused', named('InitialThreadLoadError', because('unauthorized'))],
  ['something else failed', named('StreamError', because('not_found'))],
  ['something was thrown that is no error', 'no'],
])('it is kept when %s', (_, error) => {
  const memory = threadMemory({ storage: storageWith({ 'parlor.thread-id': 'thr_1' }) })
  memory.onError(error)
  expect(memory.get()).toBe('thr_1')
})
