import { node, type PropsOf } from '../node.ts'
import type { ControlSize, FieldVariant, GutterSize, InputType } from '../tokens.ts'
import type { NodeBase } from '../values.ts'

/** A one-line text field. */
export interface Input extends NodeBase {
  type: 'Input'
  /** Name of the form value; dots nest. */
  name: string
  /** Default `text`. The value is a string, also for `number`. */
  inputType?: InputType
  defaultValue?: string
  required?: boolean
  /** Regular expression the whole value has to match. */
  pattern?: string
  placeholder?: string
  /** Lets password managers and the like offer values; default false. */
  allowAutofillExtensions?: boolean
  /** Selects the whole text when it appears. */
  autoSelect?: boolean
  autoFocus?: boolean
  disabled?: boolean
  /** Default `outline`. */
  variant?: FieldVariant
  /** Default `md`. */
  size?: ControlSize
  /** Inner space at both ends. */
  gutterSize?: GutterSize
  /** Fully round ends. */
  pill?: boolean
}

/** A one-line text field. */
export function Input(props: PropsOf<Input>): Input {
  return node('Input', props)
}
