import { Badge as BadgeControl } from '@openai/apps-sdk-ui/components/Badge'
import type { ReactNode } from 'react'
import type { Badge } from '../../kit/index.ts'

/** Draws a Badge: soft, quiet, small and round unless told otherwise. */
export function BadgeView({ node }: { node: Badge }): ReactNode {
  const { color = 'secondary', variant = 'soft', size = 'sm', pill = true } = node
  return (
    <BadgeControl className="pk-badge" color={color} variant={variant} size={size} pill={pill}>
      {node.label}
    </BadgeControl>
  )
}
