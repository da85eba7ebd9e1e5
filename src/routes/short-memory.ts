import { ParlorError } from '../errors.ts'

/**
 * Small things that routes keep for a while: which nonces came, which sessions were cancelled, how many requests a minute had.
 * `processMemory()` serves one process; where several answer, hand in one over what they share, such as Redis: GET, SET PX, and
 * INCR with PEXPIRE NX.
 */
export interface ShortMemory {
  get(key: string): Promise<string | null>
  set(key: string, value: string, ttlMs: number): Promise<void>
  /** One more under this key, and how many that makes in one step; forgotten `ttlMs` after the first. */
  count(key: string, ttlMs: number): Promise<number>
}

export interface ProcessMemoryOptions {
  now?: () => Date
  /** Beyond this it refuses rather than forget what still counts; default 100,000. */
  maxKeys?: number
}

/** A memory of this process alone: it ends with it, and other processes do not see it. */
export function processMemory({ now = () => new Date(), maxKeys = 100_000 }: ProcessMemoryOptions = {}): ShortMemory {
  const kept = new Map<string, { value: string; until: number }>()
  let swept = Number.NEGATIVE_INFINITY

  function alive(key: string): { value: string; until: number } | undefined {
    const entry = kept.get(key)
    if (entry && entry.until > now().getTime()) return entry
    kept.delete(key)
    return undefined
  }

  function keep(key: string, value: string, ttlMs: number): void {
    const at = now().getTime()
    if (kept.size >= maxKeys && at - swept >= 1000) {
      swept = at // at most once a second: a full memory must not make each request walk it
      for (const [old, { until }] of kept) if (until <= at) kept.delete(old)
    }
    if (kept.size >= maxKeys && !kept.has(key)) throw full(maxKeys)
    kept.set(key, { value, until: at + ttlMs })
  }

  return {
    async get(key) {
      return alive(key)?.value ?? null
    },
    async set(key, value, ttlMs) {
      keep(key, value, ttlMs)
    },
    async count(key, ttlMs) {
      const entry = alive(key)
      if (!entry) keep(key, '1', ttlMs)
      else entry.value = String(Number(entry.value) + 1)
      return Number(entry?.value ?? 1)
    },
  }
}

function full(maxKeys: number): ParlorError {
  return new ParlorError('misuse', {
    at: 'memory',
    problem: `It holds ${maxKeys} things that still count`,
    hint: 'Raise maxKeys, or hand in a memory over a database',
  })
}
