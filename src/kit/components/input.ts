import { z } from 'zod'
import { node, type PropsOf } from '../node.ts'
import { nodeShape, optional, required, strictObject } from '../schemas.ts'
import {
  type ControlSize,
  controlSizes,
  type FieldVariant,
  fieldVariants,
  type GutterSize,
  gutterSizes,
  type InputType,
  inputTypes,
} from '../tokens.ts'
import type { NodeBase } from '../values.ts'

/** A one-line text field. */
export interface Input extends NodeBase {
  type: 'Input'
  /** Name of the form value; dots nest. */
  name: string
  /** Default `text`. The value is a string, also for `number`. */
  inputType?: InputType
  /** What the field begins with. */
  defaultValue?: string
  /** Has to be filled in before the form is sent. */
  required?: boolean
  /** Regular expression the whole value has to match. */
  pattern?: string
  /** Shown while the field is empty; no replacement for a Label. */
  placeholder?: string
  /** Lets password managers and the like offer values; default false. */
  allowAutofillExtensions?: boolean
  /** Selects the whole text when it appears. */
  autoSelect?: boolean
  /** Takes the focus when it appears. */
  autoFocus?: boolean
  /** Cannot be used, and adds nothing to the form. */
  disabled?: boolean
  /** Default `outline`. */
  variant?: FieldVariant
  /** Default `md`. */
  size?: ControlSize
  /** Inner space at both ends. */
  gutterSize?: GutterSize
  /** Fully round ends. Default false. */
  pill?: boolean
}

/** Checks a `Input`. */
export const inputSchema = strictObject({
  type: z.literal('Input'),
  ...nodeShape,
  name: required.string,
  inputType: optional.oneOf(inputTypes),
  defaultValue: optional.string,
  required: optional.boolean,
  pattern: optional.string,
  placeholder: optional.string,
  allowAutofillExtensions: optional.boolean,
  autoSelect: optional.boolean,
  autoFocus: optional.boolean,
  disabled: optional.boolean,
  variant: optional.oneOf(fieldVariants),
  size: optional.oneOf(controlSizes),
  gutterSize: optional.oneOf(gutterSizes),
  pill: optional.boolean,
}) satisfies z.ZodType<Input>

/** A one-line text field. */
export function Input(props: PropsOf<Input>): Input {
  return node('Input', props)
}
