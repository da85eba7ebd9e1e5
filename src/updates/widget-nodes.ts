import type { WidgetNode } from '../kit/index.ts'

/** A node whose properties can be read by name. */
export type AnyNode = WidgetNode & Record<string, unknown>

/** Whether a child is a node; what else may stand in a tree from elsewhere is compared as plain JSON. */
export function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

/** The two components whose `value` may be streamed. */
export function isStreamable(node: { type: string }): boolean {
  return node.type === 'Text' || node.type === 'Markdown'
}

/** The nodes right below: of a list, or the one child of a `Transition`. */
export function childNodes(node: AnyNode): readonly AnyNode[] {
  const children: unknown = node.children
  if (Array.isArray(children)) return children.filter(isNode)
  return isNode(children) ? [children] : []
}
