import { expect, test } from 'vitest'
import { rateLimit } from './rate-limit.ts'

/** A limit on a clock that stands still until it is set. */
function limited(perMinute: number) {
  const clock = { ms: 1_000_000 }
  const admit = rateLimit(perMinute, () => new Date(clock.ms))
  return { clock, admit }
}

test('a clock that is set back locks nobody out', () => {
  const { clock, admit } = limited(2)
  admit('ada')
  clock.ms -= 600_000
  admit('ada')
  expect(() => admit('ada')).toThrow(expect.objectContaining({ code: 'rate_limited' }))
  clock.ms += 30_000
  admit('ada')
})

test('a crowd of keys costs each request no more than a few keys do', () => {
  const { clock, admit } = limited(60)
  const begun = performance.now()
  for (let user = 0; user < 60_000; user++) {
    admit(`user ${user}`)
    if (user % 100 === 0) clock.ms++
  }
  expect(performance.now() - begun).toBeLessThan(3000) // walking all keys at each request takes minutes
})
