import { z } from 'zod'
import { node, type PropsOf } from '../node.ts'
import { nodeShape, optional, required, strictObject } from '../schemas.ts'
import {
  type ControlSize,
  type ControlVariant,
  controlSizes,
  controlVariants,
  type Side,
  sides,
  type TextAlign,
  textAligns,
} from '../tokens.ts'
import type { ActionConfig, NodeBase } from '../values.ts'

/** A date from a calendar that opens. */
export interface DatePicker extends NodeBase {
  type: 'DatePicker'
  /** Name of the form value; dots nest. */
  name: string
  /** Runs when a date is chosen or cleared. */
  onChangeAction?: ActionConfig
  /** Shown while nothing is chosen. */
  placeholder?: string
  /** ISO 8601. */
  defaultValue?: string
  /** First date that can be chosen, ISO 8601. */
  min?: string
  /** Last date that can be chosen, ISO 8601. */
  max?: string
  /** Default `outline`. */
  variant?: ControlVariant
  /** Default `md`. */
  size?: ControlSize
  /** Where the calendar opens. Default `bottom`. */
  side?: Side
  /** How the calendar lines up with the control. Default `start`. */
  align?: TextAlign
  /** Fully round ends. Default false. */
  pill?: boolean
  /** As wide as its container. Default false. */
  block?: boolean
  /** Offers to choose nothing again. Default false. */
  clearable?: boolean
  /** Cannot be used, and adds nothing to the form. */
  disabled?: boolean
}

/** Checks a `DatePicker`. */
export const datePickerSchema = strictObject({
  type: z.literal('DatePicker'),
  ...nodeShape,
  name: required.string,
  onChangeAction: optional.action,
  placeholder: optional.string,
  defaultValue: optional.string,
  min: optional.string,
  max: optional.string,
  variant: optional.oneOf(controlVariants),
  size: optional.oneOf(controlSizes),
  side: optional.oneOf(sides),
  align: optional.oneOf(textAligns),
  pill: optional.boolean,
  block: optional.boolean,
  clearable: optional.boolean,
  disabled: optional.boolean,
}) satisfies z.ZodType<DatePicker>

/** A date from a calendar that opens. */
export function DatePicker(props: PropsOf<DatePicker>): DatePicker {
  return node('DatePicker', props)
}
