import { z } from 'zod'
import { node, type PropsOf } from '../node.ts'
import { nodeShape, optional, required, strictObject } from '../schemas.ts'
import { type ControlSize, type ControlVariant, controlSizes, controlVariants } from '../tokens.ts'
import type { ActionConfig, NodeBase } from '../values.ts'

/** One choice of a `Select`. */
export interface SelectOption {
  /** What is sent. */
  value: string
  /** What is shown. */
  label: string
  /** Known to the server SDK only. */
  disabled?: boolean
  /** A second, quiet line (known to the server SDK only). */
  description?: string
}

/** A choice from a list that opens. */
export interface Select extends NodeBase {
  type: 'Select'
  /** Name of the form value; dots nest. */
  name: string
  /** The choices, in this order. */
  options: SelectOption[]
  /** Runs when a value is chosen or cleared. */
  onChangeAction?: ActionConfig
  /** Shown while nothing is chosen. */
  placeholder?: string
  /** `value` of the option chosen at first. */
  defaultValue?: string
  /** Default `outline`. */
  variant?: ControlVariant
  /** Default `md`. */
  size?: ControlSize
  /** Fully round ends. Default false. */
  pill?: boolean
  /** As wide as its container. Default false. */
  block?: boolean
  /** Offers to choose nothing again. Default false. */
  clearable?: boolean
  /** Cannot be used, and adds nothing to the form. */
  disabled?: boolean
  /** A search field above the options; by itself with more than 15 (known to the server SDK only). */
  searchable?: boolean
}

const optionSchema = strictObject({
  value: required.string,
  label: required.string,
  disabled: optional.boolean,
  description: optional.string,
}) satisfies z.ZodType<SelectOption>

/** Checks a `Select`. */
export const selectSchema = strictObject({
  type: z.literal('Select'),
  ...nodeShape,
  name: required.string,
  options: z.array(optionSchema),
  onChangeAction: optional.action,
  placeholder: optional.string,
  defaultValue: optional.string,
  variant: optional.oneOf(controlVariants),
  size: optional.oneOf(controlSizes),
  pill: optional.boolean,
  block: optional.boolean,
  clearable: optional.boolean,
  disabled: optional.boolean,
  searchable: optional.boolean,
}) satisfies z.ZodType<Select>

/** A choice from a list that opens. */
export function Select(props: PropsOf<Select>): Select {
  return node('Select', props)
}
