import { isRecord } from './compile.ts'
import type { Tally } from './limits.ts'
import { type ChildRule, type Rule, rules } from './rules.ts'

/**
 * Whether a tree of nodes is right: one quick walk that tells yes or no and stops at the first doubt.
 * What is wrong, and where, `inspectNode` finds out.
 */
export function fitsNode(node: unknown, takes: ReadonlySet<string>, tally: Tally, level = 1): boolean {
  if (level > tally.depth || ++tally.seenNodes > tally.nodes || !isRecord(node)) return false
  const { type } = node
  if (typeof type !== 'string' || !takes.has(type)) return false
  const rule = rules[type]
  return rule !== undefined && fitsProperties(node, rule, tally, level)
}

function fitsProperties(node: Record<string, unknown>, rule: Rule, tally: Tally, level: number): boolean {
  let found = 0
  for (const name in node) {
    const value = node[name]
    tally.values++
    if (name === 'type') continue
    if (name === 'children') {
      if (!fitsChildren(value, rule.children, tally, level + 1)) return false
      continue
    }
    if (value === null || value === undefined) {
      tally.nulls = true
      continue
    }
    const property = rule.properties[name]
    if (!property?.fits(value, tally)) return false
    if (property.required) found++
  }
  return found === rule.needed && !(rule.children?.required && !Array.isArray(node.children))
}

function fitsChildren(children: unknown, rule: ChildRule | null, tally: Tally, level: number): boolean {
  if (children === null || children === undefined) {
    tally.nulls = true
    return !rule?.required
  }
  if (!rule || Array.isArray(children) !== rule.many) return false
  if (!Array.isArray(children)) return fitsNode(children, rule.takes, tally, level)
  if (children.length > tally.bytes) return false // be it of holes
  for (const child of children) {
    tally.values++
    if (child === null || child === undefined) tally.nulls = true
    else if (!fitsNode(child, rule.takes, tally, level + 1)) return false
  }
  return true
}
