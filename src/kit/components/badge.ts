import { z } from 'zod'
import { node, type PropsOf } from '../node.ts'
import { nodeShape, optional, required, strictObject } from '../schemas.ts'
import {
  type BadgeColor,
  type BadgeSize,
  type BadgeVariant,
  badgeColors,
  badgeSizes,
  badgeVariants,
} from '../tokens.ts'
import type { NodeBase } from '../values.ts'

/** A short word in a coloured shape. */
export interface Badge extends NodeBase {
  type: 'Badge'
  /** The word; plain text. */
  label: string
  /** Default `secondary`. */
  color?: BadgeColor
  /** Default `soft`. */
  variant?: BadgeVariant
  /** Default `sm`. */
  size?: BadgeSize
  /** Fully round ends. Default true. */
  pill?: boolean
}

/** Checks a `Badge`. */
export const badgeSchema = strictObject({
  type: z.literal('Badge'),
  ...nodeShape,
  label: required.string,
  color: optional.oneOf(badgeColors),
  variant: optional.oneOf(badgeVariants),
  size: optional.oneOf(badgeSizes),
  pill: optional.boolean,
}) satisfies z.ZodType<Badge>

/** A short word in a coloured shape. */
export function Badge(props: PropsOf<Badge>): Badge {
  return node('Badge', props)
}
