import { isRecord } from '../compile.ts'
import type { WidgetProblem } from '../problem.ts'
import type { RawNode } from './around.ts'
import { actionsOf } from './form-around.ts'
import { warning } from './warning.ts'

/** An action that no handler can be asked for. */
export function unnamedAction(node: RawNode, at: string): WidgetProblem[] {
  return actionsOf(node, at).flatMap(([action, place]) =>
    isRecord(action) && action.type === ''
      ? [warning('unnamed_action', `${place}.type`, 'the action has no name', 'Name it: handlers are found by it.')]
      : [],
  )
}
