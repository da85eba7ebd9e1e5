import { expect, test } from 'vitest'
import { Stop } from './stop.ts'

test('listeners hear once of a stop, with the first reason, unless they were taken away', () => {
  const stop = new Stop()
  const heard: unknown[] = []
  const away = () => heard.push('away')
  stop.signal.addEventListener('abort', () => heard.push(stop.reason))
  stop.signal.addEventListener('abort', away)
  stop.signal.removeEventListener('abort', away)
  stop.abort('first')
  stop.abort('second')
  expect(heard).toEqual(['first'])
  expect(() => stop.signal.throwIfAborted()).toThrow('first')
})

test('a native signal tells the same, whether it was asked for before or after', () => {
  for (const early of [true, false]) {
    const stop = new Stop()
    if (early) expect(stop.native.aborted).toBe(false)
    stop.abort(new Error('enough'))
    expect([stop.native.aborted, stop.native.reason]).toEqual([true, new Error('enough')])
  }
})

test('a stop without a reason is an AbortError', () => {
  const stop = new Stop()
  expect(() => stop.throwIfAborted()).not.toThrow()
  stop.abort()
  expect(() => stop.throwIfAborted()).toThrow(expect.objectContaining({ name: 'AbortError' }))
})
