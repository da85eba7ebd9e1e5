import { isRecord } from './compile.ts'
import { fitsNode } from './fits.ts'
import { duplicateId } from './inspect.ts'
import { defaultLimits, newTally, type Tally } from './limits.ts'
import { nameOf } from './measure.ts'
import type { WidgetNode, WidgetRoot } from './nodes.ts'
import type { WidgetProblem } from './problem.ts'
import { emptyValue, repair } from './repair.ts'
import { error, missing, reportValue, unknownName } from './report.ts'
import { type Rule, rootTypes, rules } from './rules.ts'
import { isEndless, unreadable } from './unreadable.ts'
import { isThere, withoutNulls } from './without-nulls.ts'
import { memberAt, show } from './words.ts'

/** Stands where a component stood that nobody here knows; harmless, and keeps what was inside. */
export interface UnknownNode {
  type: 'Unknown'
  /** The `type` it came with. */
  name: string
  /** As it came. */
  key?: string
  /** As it came. */
  id?: string
  /** What was inside, read like the rest. */
  children: (WidgetNode | UnknownNode)[]
}

/** A widget as far as it could be read. */
export interface ReadResult {
  /** What can be drawn; null when it is no widget at all. */
  root: WidgetRoot | null
  /** What was left out or mended, at most 100. */
  problems: WidgetProblem[]
}

/** More problems than anybody reads. */
const mostProblems = 100

/**
 * Reads a widget from outside for drawing: what is wrong is left out and reported, the rest stays. Roots inside roots, rows outside
 * lists and unknown components are let in; `null` counts as absent. Never throws; a widget that is right comes back as it is.
 */
export function readWidget(json: unknown): ReadResult {
  try {
    return readRoot(json)
  } catch {
    return { root: null, problems: [unreadable(json)] }
  }
}

function readRoot(json: unknown): ReadResult {
  const tally = newTally(defaultLimits)
  if (fitsNode(json, rootTypes, tally))
    return { root: (tally.nulls ? withoutNulls(json) : json) as WidgetRoot, problems: [] } // just checked
  const reader = new Reader()
  const name = nameOf(json)
  if (isEndless(json)) {
    reader.report([error('too_large', name, 'inside itself, or without an end', 'Nothing of it can be drawn.')])
    return { root: null, problems: reader.problems }
  }
  const root =
    isRecord(json) && typeof json.type === 'string' && rootTypes.has(json.type) ? reader.node(json, name, 1) : null
  if (!root)
    reader.report([
      error('wrong_root', name, `${show(json)} is no widget`, 'A widget begins with Card, ListView or Basic.'),
    ])
  return { root: root as WidgetRoot | null, problems: reader.problems } // its type is one of the roots'
}

/** One reading: counts what was read, collects what was wrong. */
class Reader {
  readonly problems: WidgetProblem[] = []
  readonly #tally: Tally = newTally(defaultLimits)
  readonly #ofProperty: Tally = newTally(defaultLimits)
  readonly #ids = new Map<string, string>()

  report(problems: readonly WidgetProblem[]): void {
    if (this.problems.length < mostProblems)
      this.problems.push(...problems.slice(0, mostProblems - this.problems.length))
  }

  node(json: unknown, at: string, level: number): WidgetNode | UnknownNode | null {
    if (!isRecord(json) || typeof json.type !== 'string') {
      this.report([error('not_a_node', at, `${show(json)} stands where a node belongs`, 'It was left out.')])
      return null
    }
    if (level > this.#tally.depth || ++this.#tally.seenNodes > this.#tally.nodes) {
      const code = level > this.#tally.depth ? 'too_deep' : 'too_many_nodes'
      this.report([error(code, 'widget', 'more than can be drawn', 'The rest was left out.')])
      return null
    }
    const rule = rules[json.type]
    return rule ? this.#known(json, rule, at, level) : this.#unknown(json, json.type, at, level)
  }

  #known(json: Record<string, unknown>, rule: Rule, at: string, level: number): WidgetNode {
    const read: Record<string, unknown> = { type: rule.type }
    for (const [name, value] of Object.entries(json)) {
      if (name === 'type' || name === 'children' || value === null || value === undefined) continue
      const kept = this.#property(name, value, rule, at)
      if (kept !== undefined) read[name] = kept
    }
    if (typeof read.id === 'string' && !this.#isNew(read.id, at)) delete read.id
    for (const [name, { required, schema }] of Object.entries(rule.properties)) {
      if (!required || read[name] !== undefined) continue
      if (json[name] === undefined || json[name] === null) this.report([missing(`${at}.${name}`, schema)])
      read[name] = emptyValue(schema)
    }
    if (rule.children?.required && !isThere(json.children))
      this.report([error('missing_prop', `${at}.children`, 'missing', 'It was taken as empty.')])
    const children = this.#children(json.children, at, level)
    if (rule.children?.many && (children.length > 0 || rule.children.required || Array.isArray(json.children)))
      read.children = children
    if (rule.children && !rule.children.many && children[0]) read.children = children[0]
    return read as unknown as WidgetNode // every property was held against its schema
  }

  /** Whether no node before has this id; the first one keeps it. */
  #isNew(id: string, at: string): boolean {
    const first = this.#ids.get(id)
    if (first === undefined) this.#ids.set(id, at)
    else this.report([duplicateId(id, at, first)])
    return first === undefined
  }

  #property(name: string, value: unknown, rule: Rule, at: string): unknown {
    const property = rule.properties[name]
    if (!property) {
      this.report([unknownName(memberAt(at, name), name, Object.keys(rule.properties), rule.type)])
      return undefined
    }
    const tally = this.#ofProperty
    tally.nulls = false
    tally.ids.clear() // which ids were met, the reader knows
    if (property.fits(value, tally)) return tally.nulls ? withoutNulls(value) : value
    if (this.problems.length < mostProblems) this.report(reportValue(property.schema, value, `${at}.${name}`))
    return repair(property.schema, value, defaultLimits)
  }

  #unknown(json: Record<string, unknown>, name: string, at: string, level: number): UnknownNode {
    this.report([
      error('unknown_type', `${at}.type`, `no component is called ${show(name)}`, 'What is inside it was kept.'),
    ])
    const { key, id } = json
    return {
      type: 'Unknown',
      name,
      ...(typeof key === 'string' ? { key } : {}),
      ...(typeof id === 'string' ? { id } : {}),
      children: this.#children(json.children, at, level),
    }
  }

  #children(children: unknown, at: string, level: number): (WidgetNode | UnknownNode)[] {
    if (children === null || children === undefined) return []
    if (!Array.isArray(children)) return [this.node(children, `${at}.children`, level + 1) ?? []].flat()
    return children.flatMap((child, index) =>
      child === null || child === undefined ? [] : (this.node(child, `${at}.children[${index}]`, level + 2) ?? []),
    )
  }
}
