import { node, type PropsOf } from '../node.ts'
import type { ControlSize, FieldVariant, GutterSize } from '../tokens.ts'
import type { NodeBase } from '../values.ts'

/** A text field of several lines. */
export interface Textarea extends NodeBase {
  type: 'Textarea'
  /** Name of the form value; dots nest. */
  name: string
  defaultValue?: string
  required?: boolean
  /** Regular expression the whole value has to match. */
  pattern?: string
  placeholder?: string
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
  /** Height in lines. Default 3. */
  rows?: number
  /** Grows with its text, up to `maxRows`. */
  autoResize?: boolean
  maxRows?: number
  /** Lets password managers and the like offer values; default false. */
  allowAutofillExtensions?: boolean
}

/** A text field of several lines. */
export function Textarea(props: PropsOf<Textarea>): Textarea {
  return node('Textarea', props)
}
