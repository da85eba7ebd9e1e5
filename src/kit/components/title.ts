import { z } from 'zod'
import { node, type PropsOf } from '../node.ts'
import { nodeShape, optional, strictObject, textShape } from '../schemas.ts'
import { type TitleSize, titleSizes } from '../tokens.ts'
import type { NodeBase, TextProps } from '../values.ts'

/** A heading of the widget. */
export interface Title extends NodeBase, TextProps {
  type: 'Title'
  /** Default `md`. */
  size?: TitleSize
}

/** Checks a `Title`. */
export const titleSchema = strictObject({
  type: z.literal('Title'),
  ...nodeShape,
  ...textShape,
  size: optional.oneOf(titleSizes),
}) satisfies z.ZodType<Title>

/** A heading of the widget. */
export function Title(props: PropsOf<Title>): Title {
  return node('Title', props)
}
