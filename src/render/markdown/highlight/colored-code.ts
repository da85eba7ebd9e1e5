import type { Run } from './highlight.ts'

/** Code that is longer (in characters) stays plain: finding its colours would hold up a frame. */
export const longestColored = 20_000

const kept = 40
const done = new Map<string, readonly Run[]>()
let queue: Promise<unknown> = Promise.resolve()

/** The runs of a code that was coloured lately: drawn again, it has its colours at once. */
export function coloredBefore(code: string, language: string): readonly Run[] | null {
  return done.get(keyOf(code, language)) ?? null
}

/** Colours code, one after the other, each when the page has nothing better to do. Fails when the highlighter cannot be loaded. */
export function colorCode(code: string, language: string, signal: AbortSignal): Promise<readonly Run[] | null> {
  const colored = queue.then(async () => {
    if (signal.aborted) return null
    const before = coloredBefore(code, language)
    if (before) return before
    const { highlight } = await import('./highlight.ts')
    await idle()
    if (signal.aborted) return null
    const runs = highlight(code, language)
    keep(keyOf(code, language), runs)
    return runs
  })
  queue = colored.catch(() => {})
  return colored
}

function keep(key: string, runs: readonly Run[]) {
  done.set(key, runs)
  const [oldest] = done.keys()
  if (done.size > kept && oldest !== undefined) done.delete(oldest)
}

function keyOf(code: string, language: string): string {
  return `${language}\n${code}`
}

function idle(): Promise<unknown> {
  return new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(resolve, { timeout: 500 })
    else setTimeout(resolve)
  })
}
