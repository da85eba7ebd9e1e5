import type { Wait } from '../wait.ts'

/** Time that stands still until it is moved. */
export interface ManualTime {
  now(): Date
  wait: Wait
  /** How many wait for time to pass. */
  readonly waiting: number
  /** Moves the time on, through every wait that ends on the way. */
  pass(ms: number): Promise<void>
}

export function manualTime(start = new Date('2026-01-02T03:04:05Z')): ManualTime {
  let time = start.getTime()
  const waits = new Set<{ until: number; end(): void }>()
  const nextTick = () => new Promise<void>((resolve) => setTimeout(resolve))

  return {
    now: () => new Date(time),
    get waiting() {
      return waits.size
    },
    wait(ms, signal) {
      if (signal.aborted) return Promise.resolve()
      return new Promise((resolve) => {
        const wait = { until: time + ms, end }
        function end() {
          waits.delete(wait)
          signal.removeEventListener('abort', end)
          resolve()
        }
        waits.add(wait)
        signal.addEventListener('abort', end)
      })
    },
    async pass(ms) {
      const target = time + ms
      await nextTick() // what was begun reaches its first wait
      for (let next = soonest(target); next; next = soonest(target)) {
        time = Math.max(time, next.until)
        next.end()
        await nextTick()
      }
      time = target
    },
  }

  function soonest(target: number) {
    return [...waits].filter(({ until }) => until <= target).toSorted((a, b) => a.until - b.until)[0]
  }
}
