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
} from '../tokens.ts'
import type { NodeBase } from '../values.ts'

/** A text field of several lines. */
export interface Textarea extends NodeBase {
  type: 'Textarea'
  /** Name of the form value; dots nest. */
  name: string
  /** What the field begins with. */
  defaultValue?: string
  /** Has to be filled in before the form is sent. */
  required?: boolean
  /** Regular expression the whole value has to match. */
  pattern?: string
  /** Shown while the field is empty; no replacement for a Label. */
  placeholder?: string
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
  /** Height in lines. Default 3. */
  rows?: number
  /** Grows with its text, up to `maxRows`. */
  autoResize?: boolean
  /** Most lines it grows to. Default 10, or `rows` when that is more. */
  maxRows?: number
  /** Lets password managers and the like offer values; default false. */
  allowAutofillExtensions?: boolean
}

/** Checks a `Textarea`. */
export const textareaSchema = strictObject({
  type: z.literal('Textarea'),
  ...nodeShape,
  name: required.string,
  defaultValue: optional.string,
  required: optional.boolean,
  pattern: optional.string,
  placeholder: optional.string,
  autoSelect: optional.boolean,
  autoFocus: optional.boolean,
  disabled: optional.boolean,
  variant: optional.oneOf(fieldVariants),
  size: optional.oneOf(controlSizes),
  gutterSize: optional.oneOf(gutterSizes),
  rows: optional.number,
  autoResize: optional.boolean,
  maxRows: optional.number,
  allowAutofillExtensions: optional.boolean,
}) satisfies z.ZodType<Textarea>

/** A text field of several lines. */
export function Textarea(props: PropsOf<Textarea>): Textarea {
  return node('Textarea', props)
}
