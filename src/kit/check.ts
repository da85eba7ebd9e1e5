import { ParlorError } from '../errors.ts'
import { fitsNode } from './fits.ts'
import { inspectRoot } from './inspect.ts'
import { limitsOf, newTally, surelyFits, type Tally, type WidgetLimits } from './limits.ts'
import { measure, nameOf } from './measure.ts'
import type { WidgetRoot } from './nodes.ts'
import type { WidgetProblem } from './problem.ts'
import { rootTypes } from './rules.ts'
import { withSource } from './sources.ts'
import { unreadable } from './unreadable.ts'
import { warningsOf } from './warnings/warnings-of.ts'
import { withoutNulls } from './without-nulls.ts'

/**
 * Everything that is wrong with a widget, as data, and behind it warnings about what is right and still not good.
 * Takes any value and never throws.
 */
export function inspectWidget(json: unknown, limits?: Partial<WidgetLimits>): WidgetProblem[] {
  try {
    const { errors, unread } = errorsOf(json, newTally(limitsOf(limits)))
    return unread ? errors : [...errors, ...warningsOf(json, nameOf(json))]
  } catch {
    return [unreadable(json)]
  }
}

/**
 * The widget, once it is known to be right; properties that are `null` count as absent and are left out.
 * Throws ParlorError `invalid_widget` whose `at` names the node: `Card.children[2].label`. Warnings do not matter here.
 */
export function checkWidget(json: unknown, limits?: Partial<WidgetLimits>): WidgetRoot {
  const tally = newTally(limitsOf(limits))
  const { errors } = errorsOrUnreadable(json, tally)
  const [first] = errors
  if (first) throw new ParlorError('invalid_widget', { ...first, problems: errors })
  return (tally.nulls ? withoutNulls(json) : json) as WidgetRoot // the walk has looked at every node of it
}

interface Errors {
  errors: WidgetProblem[]
  /** Whether it passed a limit, and nothing else of it was looked at. */
  unread: boolean
}

const none: Errors = { errors: [], unread: false }

function errorsOrUnreadable(json: unknown, tally: Tally): Errors {
  try {
    return errorsOf(json, tally)
  } catch {
    return { errors: [unreadable(json)], unread: true }
  }
}

/** One quick walk; only a widget it doubts is measured and gone through for what to say. */
function errorsOf(json: unknown, tally: Tally): Errors {
  if (fitsNode(json, rootTypes, tally) && surelyFits(tally)) return none
  const name = nameOf(json)
  const tooMuch = measure(json, tally, name)
  if (tooMuch) return { errors: withSource(json, [tooMuch]), unread: true }
  return { errors: inspectRoot(json, name), unread: false }
}
