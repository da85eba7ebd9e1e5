import type { ReactNode } from 'react'
import type { Title } from '../../kit/index.ts'
import { useTextLine } from './text-line.ts'

/**
 * Draws a Title as a heading of the second level: widgets stand in a conversation whose own headings go no deeper, and its `size`
 * is about looks, not about outline.
 */
export function TitleView({ node }: { node: Title }): ReactNode {
  return (
    <h2 className="pk-title" data-size={node.size ?? 'md'} {...useTextLine(node)}>
      {node.value}
    </h2>
  )
}
