import { ParlorError } from '../errors.ts'
import { fitsNode } from './fits.ts'
import { inspectRoot } from './inspect.ts'
import { limitsOf, newTally, surelyFits, type Tally, type WidgetLimits } from './limits.ts'
import { measure, nameOf } from './measure.ts'
import type { WidgetRoot } from './nodes.ts'
import type { WidgetProblem } from './problem.ts'
import { rootTypes } from './rules.ts'
import { withSource } from './sources.ts'
import { withoutNulls } from './without-nulls.ts'

/** Everything that is wrong with a widget, as data; empty when it is right. Takes any value and never throws. */
export function inspectWidget(json: unknown, limits?: Partial<WidgetLimits>): WidgetProblem[] {
  return errorsOf(json, newTally(limitsOf(limits)))
}

/**
 * The widget, once it is known to be right; properties that are `null` count as absent and are left out.
 * Throws ParlorError `invalid_widget` whose `at` names the node: `Card.children[2].label`.
 */
export function checkWidget(json: unknown, limits?: Partial<WidgetLimits>): WidgetRoot {
  const tally = newTally(limitsOf(limits))
  const problems = errorsOf(json, tally)
  const [first] = problems
  if (first) throw new ParlorError('invalid_widget', { ...first, problems })
  return (tally.nulls ? withoutNulls(json) : json) as WidgetRoot // the walk has looked at every node of it
}

/** One quick walk where nothing is wrong; only a widget it doubts is gone through for what to say. */
function errorsOf(json: unknown, tally: Tally): WidgetProblem[] {
  if (fitsNode(json, rootTypes, tally) && surelyFits(tally)) return []
  const name = nameOf(json)
  const tooMuch = measure(json, tally, name)
  return tooMuch ? withSource(json, [tooMuch]) : inspectRoot(json, name)
}
