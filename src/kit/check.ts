import { ParlorError } from '../errors.ts'
import { fitsNode } from './fits.ts'
import { inspectRoot } from './inspect.ts'
import { limitsOf, newTally, surelyFits, type Tally, type WidgetLimits } from './limits.ts'
import { measure, nameOf } from './measure.ts'
import type { WidgetRoot } from './nodes.ts'
import type { WidgetProblem } from './problem.ts'
import { rootTypes } from './rules.ts'
import { withSource } from './sources.ts'
import { warningsOf } from './warnings/warnings-of.ts'
import { withoutNulls } from './without-nulls.ts'

/**
 * Everything that is wrong with a widget, as data, and behind it warnings about what is right and still not good.
 * Takes any value and never throws.
 */
export function inspectWidget(json: unknown, limits?: Partial<WidgetLimits>): WidgetProblem[] {
  const tally = newTally(limitsOf(limits))
  const name = nameOf(json)
  if (fitsWidget(json, tally)) return warningsOf(json, name)
  const tooMuch = measure(json, tally, name)
  return tooMuch ? withSource(json, [tooMuch]) : [...inspectRoot(json, name), ...warningsOf(json, name)]
}

/**
 * The widget, once it is known to be right; properties that are `null` count as absent and are left out.
 * Throws ParlorError `invalid_widget` whose `at` names the node: `Card.children[2].label`. Warnings do not matter here.
 */
export function checkWidget(json: unknown, limits?: Partial<WidgetLimits>): WidgetRoot {
  const tally = newTally(limitsOf(limits))
  if (!fitsWidget(json, tally)) refuse(inspectWidget(json, limits))
  return (tally.nulls ? withoutNulls(json) : json) as WidgetRoot // the walk has looked at every node of it
}

/** One quick walk; only a widget it doubts is measured and gone through for what to say. */
function fitsWidget(json: unknown, tally: Tally): boolean {
  return fitsNode(json, rootTypes, tally) && surelyFits(tally)
}

function refuse(problems: readonly WidgetProblem[]): void {
  const errors = problems.filter(({ level }) => level === 'error')
  const [first] = errors
  if (first) throw new ParlorError('invalid_widget', { ...first, problems: errors })
}
