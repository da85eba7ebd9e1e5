import { z } from 'zod'
import { node, type PropsOf } from '../node.ts'
import { nodeShape, optional, required, strictObject } from '../schemas.ts'
import { type TextAlign, type TextSize, textAligns, textSizes, type Weight, weights } from '../tokens.ts'
import type { NodeBase, TextColor, ThemeColor } from '../values.ts'

/** The name of a field; a click on it focuses the field. */
export interface Label extends NodeBase {
  type: 'Label'
  /** Plain text. */
  value: string
  /** `name` of the control it belongs to. */
  fieldName: string
  /** Default `sm`. */
  size?: TextSize
  /** Default `medium`. */
  weight?: Weight
  /** Default `start`. */
  textAlign?: TextAlign
  /** Token, palette colour, or any CSS colour. Default `secondary`. */
  color?: TextColor | ThemeColor
}

/** Checks a `Label`. */
export const labelSchema = strictObject({
  type: z.literal('Label'),
  ...nodeShape,
  value: required.string,
  fieldName: required.string,
  size: optional.oneOf(textSizes),
  weight: optional.oneOf(weights),
  textAlign: optional.oneOf(textAligns),
  color: optional.textColor,
}) satisfies z.ZodType<Label>

/** The name of a field; a click on it focuses the field. */
export function Label(props: PropsOf<Label>): Label {
  return node('Label', props)
}
