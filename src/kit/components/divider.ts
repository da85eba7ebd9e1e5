import { z } from 'zod'
import { node, type PropsOf } from '../node.ts'
import { nodeShape, optional, strictObject } from '../schemas.ts'
import type { BorderColor, NodeBase, ThemeColor } from '../values.ts'

/** A thin line between parts. */
export interface Divider extends NodeBase {
  type: 'Divider'
  /** `default`, `subtle`, `strong`, a palette colour, or any CSS colour. */
  color?: BorderColor | ThemeColor
  /** Thickness: px, or CSS. Default 1. */
  size?: number | string
  /** Space on both sides; a number is spacing units of 4 px. */
  spacing?: number | string
  /** Runs to the edges of the container. */
  flush?: boolean
}

/** Checks a `Divider`. */
export const dividerSchema = strictObject({
  type: z.literal('Divider'),
  ...nodeShape,
  color: optional.borderColor,
  size: optional.length,
  spacing: optional.length,
  flush: optional.boolean,
}) satisfies z.ZodType<Divider>

/** A thin line between parts. */
export function Divider(props: PropsOf<Divider> = {}): Divider {
  return node('Divider', props)
}
