import { node, type PropsOf } from '../node.ts'
import type { Direction } from '../tokens.ts'
import type { ActionConfig, NodeBase } from '../values.ts'

/** One choice of a `RadioGroup`. */
export interface RadioOption {
  label: string
  value: string
  disabled?: boolean
}

/** One choice from a list that stays open. */
export interface RadioGroup extends NodeBase {
  type: 'RadioGroup'
  /** Name of the form value; dots nest. */
  name: string
  options?: RadioOption[]
  /** What the choice is about, for those who do not see it; `name` when absent. */
  ariaLabel?: string
  onChangeAction?: ActionConfig
  defaultValue?: string
  /** Default `row`. */
  direction?: Direction
  disabled?: boolean
  required?: boolean
}

/** One choice from a list that stays open. */
export function RadioGroup(props: PropsOf<RadioGroup>): RadioGroup {
  return node('RadioGroup', props)
}
