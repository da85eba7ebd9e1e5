import { z } from 'zod'
import { node, type PropsOf } from '../node.ts'
import { nodeShape, optional, required, strictObject } from '../schemas.ts'
import { type Direction, directions } from '../tokens.ts'
import type { ActionConfig, NodeBase } from '../values.ts'

/** One choice of a `RadioGroup`. */
export interface RadioOption {
  /** What is shown. */
  label: string
  /** What is sent. */
  value: string
  /** Cannot be used. */
  disabled?: boolean
}

/** One choice from a list that stays open. */
export interface RadioGroup extends NodeBase {
  type: 'RadioGroup'
  /** Name of the form value; dots nest. */
  name: string
  /** The choices, in this order. */
  options?: RadioOption[]
  /** What the choice is about, for those who do not see it; `name` when absent. */
  ariaLabel?: string
  /** Runs when another one is chosen. */
  onChangeAction?: ActionConfig
  /** `value` of the option chosen at first. */
  defaultValue?: string
  /** Default `row`. */
  direction?: Direction
  /** Cannot be used. */
  disabled?: boolean
  /** One has to be chosen before the form is sent. */
  required?: boolean
}

const optionSchema = strictObject({
  label: required.string,
  value: required.string,
  disabled: optional.boolean,
}) satisfies z.ZodType<RadioOption>

/** Checks a `RadioGroup`. */
export const radioGroupSchema = strictObject({
  type: z.literal('RadioGroup'),
  ...nodeShape,
  name: required.string,
  options: z.exactOptional(z.array(optionSchema)),
  ariaLabel: optional.string,
  onChangeAction: optional.action,
  defaultValue: optional.string,
  direction: optional.oneOf(directions),
  disabled: optional.boolean,
  required: optional.boolean,
}) satisfies z.ZodType<RadioGroup>

/** One choice from a list that stays open. */
export function RadioGroup(props: PropsOf<RadioGroup>): RadioGroup {
  return node('RadioGroup', props)
}
