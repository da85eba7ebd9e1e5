import { isDeepStrictEqual } from 'node:util'
import { applyWidgetUpdate, diffWidget, explainTransition, smallestUpdates } from '../../src/updates/index.ts'

type Root = Parameters<typeof applyWidgetUpdate>[0]
type Update = Parameters<typeof applyWidgetUpdate>[1]

/** One recorded pair: what the reference's diff said, or the name of what it threw. */
export type DiffPair = { before: Root; after: Root } & ({ updates: Update[] } | { raises: string })

/**
 * Replays recorded pairs of widget roots. A pair passes when `diffWidget`'s updates turn `before` into `after` and equal the
 * recorded ones wherever those do too, and `smallestUpdates` does it, with and without components, in no more bytes.
 * A recording that goes wrong in another way than the reference is known to lose changes fails too.
 */
export function replayDiffs(pairs: readonly DiffPair[]): { passed: number; failures: string[] } {
  const failures = pairs.flatMap((pair, index) => {
    const problem = problemOf(pair)
    return problem === null ? [] : [`diffs[${index}]: ${problem}`]
  })
  return { passed: pairs.length - failures.length, failures }
}

function problemOf(pair: DiffPair): string | null {
  try {
    return problemOfDiff(pair) ?? problemOfSmallest(pair)
  } catch (error) {
    return `not a readable pair (${error})`
  }
}

function problemOfDiff(pair: DiffPair): string | null {
  const { before, after } = pair
  const updates = diffWidget(before, after)
  if (!isSame(apply(before, updates), after)) return 'the updates of diffWidget do not give `after`'
  if (!('updates' in pair) || isSame(updates, pair.updates)) return null
  const recorded = apply(before, pair.updates)
  if (isSame(recorded, after))
    return `diffWidget says ${JSON.stringify(updates)}, recorded is ${JSON.stringify(pair.updates)}`
  return isKnownLoss(recorded, after) ? null : 'the recorded updates do not give `after`, and not for a known reason'
}

function problemOfSmallest({ before, after }: DiffPair): string | null {
  const limit = bytesOf(diffWidget(before, after))
  for (const component of [false, true]) {
    const updates = smallestUpdates(before, after, { component })
    if (!isSame(apply(before, updates), after))
      return `smallestUpdates (component: ${component}) does not give \`after\``
    if (bytesOf(updates) > limit) return `smallestUpdates (component: ${component}) takes more bytes than diffWidget`
  }
  return null
}

/** The reference loses growth of a text that has no id, and of a text inside the single child of a `Transition`. */
function isKnownLoss(recorded: Root, after: Root): boolean {
  const { how, why, at } = explainTransition(recorded, after)
  return why === 'text_without_id' || (how === 'text' && /\.children(?!\[)/.test(at))
}

function apply(root: Root, updates: readonly Update[]): Root {
  return updates.reduce(applyWidgetUpdate, root)
}

function isSame(a: unknown, b: unknown): boolean {
  return isDeepStrictEqual(JSON.parse(JSON.stringify(a)), JSON.parse(JSON.stringify(b)))
}

function bytesOf(updates: readonly Update[]): number {
  return Buffer.byteLength(JSON.stringify(updates))
}
