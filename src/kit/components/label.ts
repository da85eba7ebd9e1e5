import { node, type PropsOf } from '../node.ts'
import type { TextAlign, TextSize, Weight } from '../tokens.ts'
import type { NodeBase, ThemeColor } from '../values.ts'

/** The name of a field; a click on it focuses the field. */
export interface Label extends NodeBase {
  type: 'Label'
  value: string
  /** `name` of the control it belongs to. */
  fieldName: string
  /** Default `sm`. */
  size?: TextSize
  weight?: Weight
  textAlign?: TextAlign
  /** Token, palette colour, or any CSS colour. Default `secondary`. */
  color?: string | ThemeColor
}

/** The name of a field; a click on it focuses the field. */
export function Label(props: PropsOf<Label>): Label {
  return node('Label', props)
}
