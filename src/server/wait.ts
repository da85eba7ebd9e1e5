import type { StopSignal } from './stop.ts'

/** Resolves after `ms`, or as soon as `signal` aborts; never rejects. What waits in the `background` keeps no process alive. */
export type Wait = (ms: number, signal: WaitSignal, how?: { background?: boolean }) => Promise<void>

/** What a wait looks at: an `AbortSignal`, or what is as good. */
export type WaitSignal = Pick<StopSignal, 'aborted' | 'addEventListener' | 'removeEventListener'>

/** What timers can count; beyond, they end at once. */
const longest = 2 ** 31 - 1

/** Waits by the platform's timers. */
export const realWait: Wait = (ms, signal, { background = false } = {}) =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, Math.min(ms, longest))
    signal.addEventListener('abort', done)
    if (background && hasUnref(timer)) timer.unref()
  })

function hasUnref(timer: unknown): timer is { unref(): void } {
  return typeof timer === 'object' && timer !== null && 'unref' in timer
}
