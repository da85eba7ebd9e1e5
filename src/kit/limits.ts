/** How much a widget may hold before it is refused unread. */
export interface WidgetLimits {
  /** Levels of JSON, arrays counted; two levels per nested component. Default 200. */
  depth: number
  /** Components, the root counted. Default 5,000. */
  nodes: number
  /** Bytes as JSON in UTF-8. Default 1,000,000. */
  bytes: number
}

/** What a widget may hold unless the caller says otherwise. */
export const defaultLimits: Readonly<WidgetLimits> = { depth: 200, nodes: 5_000, bytes: 1_000_000 }

/** Deeper than this the walk itself could fail, whatever the caller allows. */
export const deepest = 1_000

/** The caller's limits over ours. */
export function limitsOf(limits: Partial<WidgetLimits> = {}): WidgetLimits {
  const all = { ...defaultLimits, ...limits }
  return { ...all, depth: Math.min(all.depth, deepest) }
}

/** What one walk has seen so far. */
export interface Tally extends WidgetLimits {
  seenNodes: number
  /** Length of all texts, for a bound on the bytes. */
  characters: number
  /** Properties and entries, for a bound on the bytes. */
  values: number
  /** The ids met, to find one that is there twice. */
  ids: Set<string>
  /** Whether anything was `null` that has to be left out. */
  nulls: boolean
}

export function newTally(limits: WidgetLimits): Tally {
  return { ...limits, seenNodes: 0, characters: 0, values: 0, ids: new Set(), nulls: false }
}

/** Whether the bytes are surely within the limit: a character is at most 6 bytes as JSON, a name and a number at most 60. */
export function surelyFits(tally: Tally): boolean {
  return 6 * tally.characters + 60 * tally.values <= tally.bytes
}
