/** The time a script goes by. */
export interface Clock {
  now(): Date
  /** Resolves after `ms`, or as soon as `signal` aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

/** The time outside. */
export const realClock: Clock = {
  now: () => new Date(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', done)
        resolve()
      }
      const timer = setTimeout(done, ms)
      if (signal?.aborted) done()
      else signal?.addEventListener('abort', done)
    }),
}

/** A clock on which every wait is over at once: for tests that do not look at time. */
export const instantClock: Clock = {
  now: () => new Date(),
  async sleep() {},
}

/** A clock that stands still until it is moved: for tests that look at what is there in between. */
export interface ManualClock extends Clock {
  /** Moves the time on, through every wait that ends on the way. */
  advance(ms: number): Promise<void>
}

export function manualClock(start = new Date('2026-01-02T03:04:05Z')): ManualClock {
  let time = start.getTime()
  let waits: { until: number; end(): void }[] = []
  const nextTick = () => new Promise<void>((resolve) => setTimeout(resolve))

  return {
    now: () => new Date(time),
    sleep(ms, signal) {
      if (signal?.aborted) return Promise.resolve()
      return new Promise((resolve) => {
        const wait = { until: time + ms, end: resolve }
        waits.push(wait)
        signal?.addEventListener('abort', () => {
          waits = waits.filter((other) => other !== wait)
          resolve()
        })
      })
    },
    async advance(ms) {
      const target = time + ms
      await nextTick() // what was begun reaches its first wait
      for (let next = soonest(target); next; next = soonest(target)) {
        time = Math.max(time, next.until)
        waits = waits.filter((wait) => wait !== next)
        next.end()
        await nextTick()
      }
      time = target
    },
  }

  function soonest(target: number) {
    return waits.filter(({ until }) => until <= target).toSorted((a, b) => a.until - b.until)[0]
  }
}
