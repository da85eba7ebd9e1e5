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
  // Warnings:
  | 'duplicate_key' // two siblings with one key
  | 'duplicate_field' // two fields of a form with one name
  | 'field_in_payload' // a field whose value an action of its form already brings
  | 'submit_outside_form'
  | 'form_without_submit' // a form that nothing sends, or that sends nothing
  | 'empty_list'
  | 'missing_label' // a control nothing names
  | 'missing_alt'
  | 'unknown_data_key' // a chart asks for a value that no row of its data has
  | 'unnamed_action' // an action whose type is ''
  | 'unknown_icon'
  | 'low_contrast'

/** One thing that is wrong with a widget; errors are thrown by `checkWidget`, warnings never. */
export interface WidgetProblem extends Problem {
  /** An error makes the widget wrong; a warning only makes it worse. */
  level: 'error' | 'warning'
  /** The kind of problem, to switch on. */
  code: WidgetProblemCode
}
