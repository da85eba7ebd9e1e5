import type { ReactNode } from 'react'
import type { Caption } from '../../kit/index.ts'
import { useTextLine } from './text-line.ts'

/** Draws a Caption. */
export function CaptionView({ node }: { node: Caption }): ReactNode {
  return (
    <p className="pk-caption" data-size={node.size ?? 'md'} {...useTextLine(node)}>
      {node.value}
    </p>
  )
}
