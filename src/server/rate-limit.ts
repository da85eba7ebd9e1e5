import { tooMany } from './refusals.ts'

const minute = 60_000
/** So many keys are kept before those that have their full allowance again are forgotten. */
const manyKeys = 10_000
/** How often they are looked for, in ms: a crowd must not make each of its requests walk all keys. */
const sweepMs = 1000

/** Counts one more request of this key; throws `rate_limited` when there were too many. */
export type RateLimit = (key: string) => void

/**
 * So many requests a minute for each key, as many of them at once. Counted in this process alone: with several, each allows
 * as many.
 */
export function rateLimit(perMinute: number, now: () => Date): RateLimit {
  if (!Number.isFinite(perMinute)) return () => {}
  const counts = new Map<string, { left: number; at: number }>()
  const each = minute / perMinute
  let swept = Number.NEGATIVE_INFINITY

  function forget(at: number): void {
    if (counts.size <= manyKeys || Math.abs(at - swept) < sweepMs) return
    swept = at
    for (const [key, count] of counts) if (Math.abs(at - count.at) > minute) counts.delete(key)
  }

  return (key) => {
    const at = now().getTime()
    const before = counts.get(key) ?? { left: perMinute, at }
    const passed = Math.max(0, at - before.at) // clocks are set back, too
    const left = Math.min(perMinute, before.left + passed / each)
    if (left < 1) throw tooManyRequests(perMinute, Math.ceil(((1 - left) * each) / 1000))
    counts.set(key, { left: left - 1, at })
    forget(at)
  }
}

function tooManyRequests(perMinute: number, seconds: number) {
  return tooMany(429, seconds, {
    at: 'request',
    problem: `More than ${perMinute} requests in a minute`,
    hint: `Wait ${seconds} s, then send it again`,
  })
}
