import { type ComponentType, createContext, type ReactNode, useContext } from 'react'
import { childrenOf, type UnknownNode, type WidgetNode } from '../kit/index.ts'

/** Whatever can stand in a widget that was read leniently. */
export type DrawnNode = WidgetNode | UnknownNode

const NodeViewContext = createContext<ComponentType<{ node: DrawnNode }>>(() => null)

/** Says what draws a node, so that components draw their children without knowing all components. */
export const NodeViewProvider = NodeViewContext.Provider

/** The children of a node, each with an identity that survives updates: its `key`, else its place, and its type and field name. */
export function Children({ of: node }: { of: DrawnNode }): ReactNode {
  return <Nodes nodes={childrenOf(node)} />
}

/** Some nodes, side by side. */
export function Nodes({ nodes }: { nodes: readonly DrawnNode[] }): ReactNode {
  const NodeView = useContext(NodeViewContext)
  const identities = new Set<string>()
  return nodes.map((node, index) => {
    const wanted = nodeIdentity(node, index)
    const identity = identities.has(wanted) ? `${wanted} at ${index}` : wanted
    identities.add(identity)
    return <NodeView key={identity} node={node} />
  })
}

/** What makes two nodes of two versions of a widget the same one. */
export function nodeIdentity(node: DrawnNode, index: number): string {
  const field = 'name' in node && node.type !== 'Icon' ? node.name : ''
  return `${node.key === undefined ? index : `=${node.key}`} ${node.type} ${field}`
}
