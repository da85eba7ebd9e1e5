import { z } from 'zod'
import { node, type PropsOf } from '../node.ts'
import { nodeShape, optional, required, strictObject } from '../schemas.ts'
import type { ActionConfig, NodeBase } from '../values.ts'

/** A box to tick; its value is a boolean. */
export interface Checkbox extends NodeBase {
  type: 'Checkbox'
  /** Name of the form value; dots nest. */
  name: string
  /** The text beside the box. */
  label?: string
  /** Ticked at first. Default false. */
  defaultChecked?: boolean
  /** Runs when it is ticked or cleared. */
  onChangeAction?: ActionConfig
  /** Cannot be used, and adds nothing to the form. */
  disabled?: boolean
  /** Has to be ticked before the form is sent. */
  required?: boolean
}

/** Checks a `Checkbox`. */
export const checkboxSchema = strictObject({
  type: z.literal('Checkbox'),
  ...nodeShape,
  name: required.string,
  label: optional.string,
  defaultChecked: optional.boolean,
  onChangeAction: optional.action,
  disabled: optional.boolean,
  required: optional.boolean,
}) satisfies z.ZodType<Checkbox>

/** A box to tick; its value is a boolean. */
export function Checkbox(props: PropsOf<Checkbox>): Checkbox {
  return node('Checkbox', props)
}
