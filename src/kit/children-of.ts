import type { WidgetNode } from './nodes.ts'
import type { UnknownNode } from './read.ts'

/** The nodes inside a node: its list of children, its one child, or none. */
export function childrenOf(node: WidgetNode | UnknownNode): readonly (WidgetNode | UnknownNode)[] {
  if (!('children' in node) || node.children === undefined) return []
  return Array.isArray(node.children) ? node.children : [node.children]
}
