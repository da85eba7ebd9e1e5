import { z } from 'zod'
import { node, type PropsOf } from '../node.ts'
import { nodeShape, optional, required } from '../schemas.ts'
import { type Direction, directions } from '../tokens.ts'
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

const optionSchema = z.strictObject({
  label: required.string,
  value: required.string,
  disabled: optional.boolean,
}) satisfies z.ZodType<RadioOption>

/** Checks a `RadioGroup`. */
export const radioGroupSchema = z.strictObject({
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
