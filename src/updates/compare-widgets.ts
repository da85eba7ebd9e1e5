import { sameJson } from './same-json.ts'
import { type AnyNode, childNodes, isNode, isStreamable } from './widget-nodes.ts'

/** What keeps a change from being told as text that grew. */
export type Obstacle =
  | 'component_changed' // another `type`
  | 'identity_changed' // another `id` or `key`
  | 'prop_changed' // any other property, `streaming` included
  | 'children_changed' // a child more or less
  | 'text_rewritten' // the new text does not begin with the old one
  | 'text_without_id' // it grew, but cannot be addressed
  | 'id_used_twice' // it grew, but a later text has its id

/** The first obstacle found; `path` continues the root's type: `.children[2].label`. */
interface Difference {
  why: Obstacle
  path: string
}

/** A `Text` or `Markdown` whose value became longer. */
export interface Growth {
  id: string
  delta: string
  node: AnyNode
}

interface Comparison {
  difference: Difference | null
  /** In tree order; of use only when there is no difference. */
  grown: readonly Growth[]
}

/** Walks two roots side by side, children by index, the way ChatKit's reference server does (reference/widget-streaming.md A.2). */
export function compareWidgets(before: unknown, after: unknown): Comparison {
  const grown: Growth[] = []
  const difference = compareChild(before, after, grown)
  if (difference !== null || !isNode(after)) return { difference, grown }
  const hidden = grown.find(({ id, node }) => lastTextWithId(after, id) !== node)
  return hidden === undefined
    ? { difference: null, grown }
    : { difference: { why: 'id_used_twice', path: `${pathTo(after, hidden.node) ?? ''}.id` }, grown }
}

function compareChild(before: unknown, after: unknown, grown: Growth[]): Difference | null {
  if (before === after) return null
  if (isNode(before) && isNode(after)) {
    return compareOwn(before, after, grown) ?? compareChildren(before.children, after.children, grown)
  }
  return sameJson(before, after) ? null : { why: 'component_changed', path: '' }
}

/** Compares two nodes without what is below them. */
export function compareOwn(before: AnyNode, after: AnyNode, grown: Growth[]): Difference | null {
  if (before.type !== after.type) return { why: 'component_changed', path: '.type' }
  if (before.id !== after.id) return { why: 'identity_changed', path: '.id' }
  if (before.key !== after.key) return { why: 'identity_changed', path: '.key' }
  const streamable = isStreamable(after)
  for (const name in after) {
    if (name === 'children' || before[name] === after[name]) continue
    const difference =
      streamable && name === 'value'
        ? compareTexts(before.value, after, grown)
        : sameJson(before[name], after[name])
          ? null
          : ({ why: 'prop_changed', path: `.${name}` } as const)
    if (difference !== null) return difference
  }
  for (const name in before) {
    if (name !== 'children' && before[name] !== undefined && !(name in after)) {
      return { why: 'prop_changed', path: `.${name}` }
    }
  }
  return null
}

function compareTexts(before: unknown, node: AnyNode, grown: Growth[]): Difference | null {
  const after: unknown = node.value
  // Not `startsWith`: on long texts that grow, it is about a hundred times slower than this in V8.
  if (typeof before !== 'string' || typeof after !== 'string' || after.slice(0, before.length) !== before) {
    return { why: 'text_rewritten', path: '.value' }
  }
  if (typeof node.id !== 'string' || node.id === '') return { why: 'text_without_id', path: '.value' }
  grown.push({ id: node.id, delta: after.slice(before.length), node })
  return null
}

function compareChildren(before: unknown, after: unknown, grown: Growth[]): Difference | null {
  if (before === after) return null
  if (!Array.isArray(before) || !Array.isArray(after)) {
    if (isNode(before) && isNode(after)) return below('.children', compareChild(before, after, grown))
    return sameJson(before, after) ? null : { why: 'children_changed', path: '.children' }
  }
  if (before.length !== after.length) return { why: 'children_changed', path: '.children' }
  for (let index = 0; index < after.length; index++) {
    const difference = compareChild(before[index], after[index], grown)
    if (difference !== null) return below(`.children[${index}]`, difference)
  }
  return null
}

function below(step: string, difference: Difference | null): Difference | null {
  return difference && { why: difference.why, path: step + difference.path }
}

/** The text a delta for this id reaches: of several with one id, the last in reading order. */
function lastTextWithId(node: AnyNode, id: string): AnyNode | null {
  const inside = childNodes(node).reduceRight<AnyNode | null>(
    (found, child) => found ?? lastTextWithId(child, id),
    null,
  )
  return inside ?? (node.id === id && isStreamable(node) ? node : null)
}

/** Where a node stands below a root, or null. */
export function pathTo(root: AnyNode, node: AnyNode): string | null {
  if (root === node) return ''
  const single = !Array.isArray(root.children)
  for (const [index, child] of childNodes(root).entries()) {
    const path = pathTo(child, node)
    if (path !== null) return `.children${single ? '' : `[${index}]`}${path}`
  }
  return null
}
