import { z } from 'zod'
import { node, type PropsOf } from '../node.ts'
import { nodeShape, optional, strictObject, textShape } from '../schemas.ts'
import { type CaptionSize, captionSizes } from '../tokens.ts'
import type { NodeBase, TextProps } from '../values.ts'

/** Small, quiet text. */
export interface Caption extends NodeBase, TextProps {
  type: 'Caption'
  /** Default `md`. */
  size?: CaptionSize
}

/** Checks a `Caption`. */
export const captionSchema = strictObject({
  type: z.literal('Caption'),
  ...nodeShape,
  ...textShape,
  size: optional.oneOf(captionSizes),
}) satisfies z.ZodType<Caption>

/** Small, quiet text. */
export function Caption(props: PropsOf<Caption>): Caption {
  return node('Caption', props)
}
