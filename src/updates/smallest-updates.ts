import type { WidgetRoot } from '../kit/index.ts'
import type { WidgetUpdate } from '../protocol/index.ts'
import { compareOwn, type Growth } from './compare-widgets.ts'
import { diffWidget, rootUpdated, valueDelta } from './diff-widget.ts'
import { jsonBytes, leftOf } from './json-bytes.ts'
import { sameJson } from './same-json.ts'
import { type AnyNode, childNodes, isNode } from './widget-nodes.ts'

/** Which updates may be used. */
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
  if (!component || !isNode(before) || !isNode(after)) return orRoot(told(diffWidget(before, after)), after)
  // Ids are hardly ever used twice: that is looked into only for those that the updates came to name.
  const hoped = changesBelow(before, after, isId)
  if (hoped !== null && areClear(hoped.updates, before, after)) return orRoot(hoped, after)
  const once = onlyOnce(before)
  const addressable = new Set([...onlyOnce(after)].filter((id) => once.has(id)))
  const careful = changesBelow(before, after, (id): id is string => isId(id) && addressable.has(id))
  const plain = told(diffWidget(before, after))
  return orRoot(careful !== null && sizeOf(careful) < sizeOf(plain) ? careful : plain, after)
}

/** Updates, and what they take as JSON: the nodes they put in place, and the bytes of all else. */
interface Told {
  updates: WidgetUpdate[]
  nodes: unknown[]
  bytes: number
}

/** Says of an id whether it may be addressed. */
type MayAddress = (id: unknown) => id is string

const nothing: Told = { updates: [], nodes: [], bytes: 0 }

function told(updates: WidgetUpdate[]): Told {
  const [first] = updates
  if (first?.type === 'widget.root.updated') return { updates, nodes: [first.widget], bytes: aroundRoot }
  return { updates, nodes: [], bytes: updates.reduce((sum, update) => sum + jsonBytes(update) + 1, 0) }
}

function both(one: Told, other: Told | null): Told | null {
  if (other === null || one === nothing) return other
  if (other === nothing) return one
  return {
    updates: [...one.updates, ...other.updates],
    nodes: [...one.nodes, ...other.nodes],
    bytes: one.bytes + other.bytes,
  }
}

/** The bytes of what stands around a root or, apart from its id, a component; a comma included. */
const aroundRoot = jsonBytes({ type: 'widget.root.updated', widget: 0 })
const aroundComponent = jsonBytes({ type: 'widget.component.updated', component_id: 0, component: 0 }) - 1

function orRoot(all: Told, after: WidgetRoot): WidgetUpdate[] {
  const { updates } = all
  if (updates.length === 0 || updates[0]?.type === 'widget.root.updated') return updates
  return isAtMost(all, aroundRoot, after) ? updates : [rootUpdated(after)]
}

/**
 * Whether updates below a node take no more bytes than the node in one. The nodes they put in place are part of it, so
 * that mostly a few bytes beside those tell, and nothing has to be written to be measured.
 */
function isAtMost(all: Told, around: number, whole: unknown): boolean {
  return leftOf(all.bytes - around, whole, all.nodes) < 0 || sizeOf(all) <= around + jsonBytes(whole)
}

function sizeOf({ nodes, bytes }: Told): number {
  return nodes.reduce<number>((sum, node) => sum + jsonBytes(node), bytes)
}

/** The cheapest updates for a node that stays, told without replacing it as a whole; null when that cannot be. */
function changesBelow(before: AnyNode, after: AnyNode, mayAddress: MayAddress): Told | null {
  const grown: Growth[] = []
  if (compareOwn(before, after, grown) !== null || grown.some(({ id }) => !mayAddress(id))) return null
  const all = grown.length === 0 ? nothing : told(grown.map(valueDelta))
  const was: unknown = before.children
  const is: unknown = after.children
  if (!Array.isArray(was) || !Array.isArray(is)) {
    return Array.isArray(was) || Array.isArray(is) ? null : both(all, changesOf(was, is, mayAddress))
  }
  if (was.length !== is.length) return null
  let sum: Told | null = all
  for (let index = 0; index < is.length && sum !== null; index++) {
    sum = both(sum, changesOf(was[index], is[index], mayAddress))
  }
  return sum
}

/** The cheaper of telling what changed below a node, and replacing the node. */
function changesOf(before: unknown, after: unknown, mayAddress: MayAddress): Told | null {
  if (before === after) return nothing
  if (!isNode(before) || !isNode(after)) return sameJson(before, after) ? nothing : null
  const below = changesBelow(before, after, mayAddress)
  const { id } = after
  if (below === nothing || before.id !== id || !mayAddress(id)) return below
  const around = aroundComponent + jsonBytes(id)
  if (below !== null && isAtMost(below, around, after)) return below
  const update: WidgetUpdate = { type: 'widget.component.updated', component_id: id, component: after }
  return { updates: [update], nodes: [after], bytes: around }
}

function isId(id: unknown): id is string {
  return typeof id === 'string' && id !== ''
}

/** Whether each update names exactly one node of both trees. */
function areClear(updates: readonly WidgetUpdate[], before: AnyNode, after: AnyNode): boolean {
  const ids = new Set(updates.map((update) => ('component_id' in update ? update.component_id : '')))
  return ids.size === updates.length && countNamed(before, ids) === ids.size && countNamed(after, ids) === ids.size
}

function countNamed(node: AnyNode, ids: ReadonlySet<string>): number {
  if (ids.size === 0) return 0
  let count = node.id !== undefined && ids.has(node.id) ? 1 : 0
  const children: unknown = node.children
  if (children === undefined) return count
  if (!Array.isArray(children)) return isNode(children) ? count + countNamed(children, ids) : count
  for (let index = 0; index < children.length; index++) {
    const child: unknown = children[index]
    if (isNode(child)) count += countNamed(child, ids)
  }
  return count
}

/** The ids that name exactly one node of a tree. */
function onlyOnce(root: AnyNode): Set<string> {
  const seen = new Set<string>()
  const once = new Set<string>()
  const visit = (node: AnyNode) => {
    if (isId(node.id)) {
      if (seen.has(node.id)) once.delete(node.id)
      else once.add(node.id)
      seen.add(node.id)
    }
    childNodes(node).forEach(visit)
  }
  visit(root)
  return once
}
