import type { WidgetRoot } from '../kit/index.ts'
import type { WidgetUpdate } from '../protocol/index.ts'
import { compareOwn, type Growth } from './compare-widgets.ts'
import { diffWidget, rootUpdated, valueDelta } from './diff-widget.ts'
import { sameJson } from './same-json.ts'
import { type AnyNode, childNodes, isNode } from './widget-nodes.ts'

export interface SmallestUpdatesOptions {
  /** Also replace single components by their `id`; off by default, because the reference server never does. */
  component?: boolean
}

/** The updates that turn `before` into `after` in the fewest bytes of JSON: text deltas, components (when allowed), or the root. */
export function smallestUpdates(
  before: WidgetRoot,
  after: WidgetRoot,
  { component = false }: SmallestUpdatesOptions = {},
): WidgetUpdate[] {
  const plain = diffWidget(before, after)
  if (plain.length === 0) return plain
  const candidates = [plain, [rootUpdated(after)]]
  if (component && isNode(before) && isNode(after)) {
    const once = onlyOnce(before)
    const addressable = new Set([...onlyOnce(after)].filter((id) => once.has(id)))
    const targeted = changesBelow(before, after, addressable)
    if (targeted !== null) candidates.push(targeted)
  }
  return candidates.reduce((least, updates) => (bytesOf(updates) < bytesOf(least) ? updates : least))
}

/** The cheapest updates for a node that stays, told without replacing it as a whole; null when that cannot be. */
function changesBelow(before: AnyNode, after: AnyNode, addressable: ReadonlySet<string>): WidgetUpdate[] | null {
  const grown: Growth[] = []
  if (compareOwn(before, after, grown) !== null || grown.some(({ id }) => !addressable.has(id))) return null
  const pairs = pairUp(before.children, after.children)
  if (pairs === null) return null
  const updates = grown.map(valueDelta)
  for (const [was, is] of pairs) {
    const changes = changesOf(was, is, addressable)
    if (changes === null) return null
    updates.push(...changes)
  }
  return updates
}

/** Children by index; null when they are not as many. */
function pairUp(before: unknown, after: unknown): [unknown, unknown][] | null {
  if (!Array.isArray(before) || !Array.isArray(after)) {
    return Array.isArray(before) || Array.isArray(after) ? null : [[before, after]]
  }
  return before.length === after.length ? after.map((child, index) => [before[index], child]) : null
}

/** The cheaper of telling what changed below a node, and replacing the node. */
function changesOf(before: unknown, after: unknown, addressable: ReadonlySet<string>): WidgetUpdate[] | null {
  if (!isNode(before) || !isNode(after)) return sameJson(before, after) ? [] : null
  const below = changesBelow(before, after, addressable)
  if (below?.length === 0 || after.id === undefined || before.id !== after.id || !addressable.has(after.id))
    return below
  const whole: WidgetUpdate[] = [{ type: 'widget.component.updated', component_id: after.id, component: after }]
  return below !== null && bytesOf(below) <= bytesOf(whole) ? below : whole
}

/** The ids that name exactly one node of a tree. */
function onlyOnce(root: AnyNode): Set<string> {
  const seen = new Set<string>()
  const once = new Set<string>()
  const visit = (node: AnyNode) => {
    if (typeof node.id === 'string' && node.id !== '') {
      if (seen.has(node.id)) once.delete(node.id)
      else once.add(node.id)
      seen.add(node.id)
    }
    childNodes(node).forEach(visit)
  }
  visit(root)
  return once
}

const encoder = new TextEncoder()

function bytesOf(updates: readonly WidgetUpdate[]): number {
  return encoder.encode(JSON.stringify(updates)).length
}
