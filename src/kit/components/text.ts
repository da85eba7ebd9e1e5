import { node, type PropsOf } from '../node.ts'
import type { TextSize } from '../tokens.ts'
import type { Editable, NodeBase, TextProps } from '../values.ts'

/** A run of plain text; can be streamed by its `id`, and edited in place. */
export interface Text extends NodeBase, TextProps {
  type: 'Text'
  /** More text is on its way: draws growth smoothly. */
  streaming?: boolean
  italic?: boolean
  lineThrough?: boolean
  /** px, or CSS. */
  width?: number | string
  /** Default `md`. */
  size?: TextSize
  /** Height kept free, in lines. */
  minLines?: number
  /** Makes the text a field of its form. */
  editable?: false | Editable
}

/** A run of plain text. */
export function Text(props: PropsOf<Text>): Text {
  return node('Text', props)
}
