import { median } from './row.ts'

/** The limit of any diff: every value of two trees is looked at once, and compared. */
export function sideBySide(before: unknown, after: unknown): boolean {
  if (!isObject(before) || !isObject(after)) return before === after
  let same = true
  for (const key in after) same = sideBySide(before[key], after[key]) && same
  return same
}

/** Medians in ms of two functions run in turn, `rounds` times after as many to warm up. */
export function compare(first: () => unknown, second: () => unknown, rounds: number): [number, number] {
  const times: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds * 2; round++) {
    for (const [index, run] of [first, second].entries()) {
      const start = performance.now()
      run()
      if (round >= rounds) times[index]?.push(performance.now() - start)
    }
  }
  return [median(times[0]), median(times[1])]
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
