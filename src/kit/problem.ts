import type { Problem } from '../errors.ts'

/** What is wrong with a widget, as a closed list. */
export type WidgetProblemCode =
  | 'not_a_node' // something else stands where a node belongs
  | 'wrong_root' // a widget begins with Card, ListView or Basic
  | 'unknown_type' // no component has this name
  | 'wrong_child' // a component that does not belong here
  | 'missing_prop'
  | 'unknown_prop'
  | 'wrong_value' // a property of the wrong type or not among the allowed values
  | 'duplicate_id' // two nodes with one id
  | 'not_json' // a value JSON cannot carry
  | 'too_deep'
  | 'too_many_nodes'
  | 'too_large'

/** One thing that is wrong with a widget; errors are thrown by `checkWidget`, warnings never. */
export interface WidgetProblem extends Problem {
  level: 'error' | 'warning'
  code: WidgetProblemCode
}
