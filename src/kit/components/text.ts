import { z } from 'zod'
import { node, type PropsOf } from '../node.ts'
import { nodeShape, optional, strictObject, textShape } from '../schemas.ts'
import { type TextSize, textSizes } from '../tokens.ts'
import type { Editable, NodeBase, TextProps } from '../values.ts'

/** A run of plain text; can be streamed by its `id`, and edited in place. */
export interface Text extends NodeBase, TextProps {
  type: 'Text'
  /** More text is on its way: draws growth smoothly. */
  streaming?: boolean
  /** Slanted letters. */
  italic?: boolean
  /** Struck through. */
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

/** Checks a `Text`. */
export const textSchema = strictObject({
  type: z.literal('Text'),
  ...nodeShape,
  ...textShape,
  streaming: optional.boolean,
  italic: optional.boolean,
  lineThrough: optional.boolean,
  width: optional.length,
  size: optional.oneOf(textSizes),
  minLines: optional.number,
  editable: optional.editable,
}) satisfies z.ZodType<Text>

/** A run of plain text. */
export function Text(props: PropsOf<Text>): Text {
  return node('Text', props)
}
