/** One line of the bench: a cost as a ratio to a limit or a peer measured in the same run. */
export interface Row {
  name: string
  ratio: number
  /** What was measured against what, with the absolute figures. */
  detail: string
}

/** The middle value; of an even count the upper of the two. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
