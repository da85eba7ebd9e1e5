import { ParlorError } from '../errors.ts'
import { fitsNode } from './fits.ts'
import { inspectRoot } from './inspect.ts'
import { limitsOf, newTally, surelyFits, type WidgetLimits } from './limits.ts'
import { measure, nameOf } from './measure.ts'
import type { WidgetRoot } from './nodes.ts'
import type { WidgetProblem } from './problem.ts'
import { rootTypes } from './rules.ts'
import { withoutNulls } from './without-nulls.ts'

/** Everything that is wrong with a widget, as data; empty when it is right. Takes any value and never throws. */
export function inspectWidget(json: unknown, limits?: Partial<WidgetLimits>): WidgetProblem[] {
  const all = limitsOf(limits)
  const tally = newTally(all)
  if (fitsNode(json, rootTypes, tally) && surelyFits(tally)) return []
  const name = nameOf(json)
  const tooMuch = measure(json, all, name)
  return tooMuch ? [tooMuch] : inspectRoot(json, name)
}

/**
 * The widget, once it is known to be right; properties that are `null` count as absent and are left out.
 * Throws ParlorError `invalid_widget` whose `at` names the node: `Card.children[2].label`.
 */
export function checkWidget(json: unknown, limits?: Partial<WidgetLimits>): WidgetRoot {
  const tally = newTally(limitsOf(limits))
  if (!fitsNode(json, rootTypes, tally) || !surelyFits(tally)) refuse(inspectWidget(json, limits))
  const widget = tally.nulls ? withoutNulls(json) : json
  return widget as WidgetRoot // the walk above has looked at every node of it
}

function refuse(problems: readonly WidgetProblem[]): void {
  const errors = problems.filter(({ level }) => level === 'error')
  const [first] = errors
  if (first) throw new ParlorError('invalid_widget', { ...first, problems: errors })
}
