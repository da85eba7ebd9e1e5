import { node, type PropsOf } from '../node.ts'
import type { BadgeColor, BadgeSize, BadgeVariant } from '../tokens.ts'
import type { NodeBase } from '../values.ts'

/** A short word in a coloured shape. */
export interface Badge extends NodeBase {
  type: 'Badge'
  label: string
  /** Default `secondary`. */
  color?: BadgeColor
  /** Default `soft`. */
  variant?: BadgeVariant
  /** Default `sm`. */
  size?: BadgeSize
  /** Fully round ends. */
  pill?: boolean
}

/** A short word in a coloured shape. */
export function Badge(props: PropsOf<Badge>): Badge {
  return node('Badge', props)
}
