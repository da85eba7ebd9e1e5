import { node, type PropsOf } from '../node.ts'
import type { ActionConfig, NodeBase } from '../values.ts'

/** A box to tick; its value is a boolean. */
export interface Checkbox extends NodeBase {
  type: 'Checkbox'
  /** Name of the form value; dots nest. */
  name: string
  label?: string
  defaultChecked?: boolean
  onChangeAction?: ActionConfig
  disabled?: boolean
  required?: boolean
}

/** A box to tick; its value is a boolean. */
export function Checkbox(props: PropsOf<Checkbox>): Checkbox {
  return node('Checkbox', props)
}
