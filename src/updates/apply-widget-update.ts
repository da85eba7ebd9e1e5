import type { WidgetNode, WidgetRoot } from '../kit/index.ts'
import type { WidgetUpdate } from '../protocol/index.ts'
import { isNode } from './widget-nodes.ts'

/** Gives a node's replacement, or the node itself where it is not meant. */
type Change = (node: WidgetNode) => WidgetNode

/** The widget after one update, untouched nodes shared with the old one; the same object when no node of it is meant. */
export function applyWidgetUpdate(root: WidgetRoot, update: WidgetUpdate): WidgetRoot {
  switch (update.type) {
    case 'widget.root.updated':
      return update.widget
    case 'widget.streaming_text.value_delta':
      return changeBelow(root, (node) => (node.id === update.component_id ? appendText(node, update) : node))
    case 'widget.component.updated': {
      const { component, component_id } = update
      const changed = changeBelow(root, (node) => (node.id === component_id ? component : node))
      return changed === root && root.id === component_id && isRoot(component) ? component : changed
    }
    default:
      update satisfies never
      return root
  }
}

/** `done` ends the streaming look of a text that has it. */
function appendText(node: WidgetNode, { delta, done }: { delta: string; done: boolean }): WidgetNode {
  if (node.type !== 'Text' && node.type !== 'Markdown') return node
  const value = (node.value ?? '') + delta
  return done && node.streaming ? { ...node, value, streaming: false } : { ...node, value }
}

/** Changes the last node meant, in reading order: where an id is used twice, the later one wins. */
function changeBelow<Node extends WidgetNode>(node: Node, change: Change): Node {
  const children: unknown = 'children' in node ? node.children : undefined
  if (!Array.isArray(children)) {
    if (!isNode(children)) return node
    const changed = changeWithin(children, change)
    return changed === children ? node : { ...node, children: changed }
  }
  for (let index = children.length - 1; index >= 0; index--) {
    const child: unknown = children[index]
    if (!isNode(child)) continue
    const changed = changeWithin(child, change)
    if (changed !== child) return { ...node, children: children.with(index, changed) }
  }
  return node
}

function changeWithin(node: WidgetNode, change: Change): WidgetNode {
  const below = changeBelow(node, change)
  return below === node ? change(node) : below
}

function isRoot(node: WidgetNode): node is WidgetRoot {
  return node.type === 'Card' || node.type === 'ListView' || node.type === 'Basic'
}
