import { isRecord } from './compile.ts'
import { nearest } from './nearest.ts'
import type { WidgetProblem } from './problem.ts'
import { error, missing, reportValue, unknownName } from './report.ts'
import { type Rule, rootTypes, rules, widgetTypes } from './rules.ts'
import { withSource } from './sources.ts'
import { memberAt, show } from './words.ts'

/** Where a node stands. */
interface Stand {
  takes: ReadonlySet<string>
  /** What takes it, in words. */
  parent: string
  /** The ids met so far, and where. */
  ids: Map<string, string>
}

/** Everything that is wrong with a root and what is below it, in the order it is written. */
export function inspectRoot(root: unknown, name: string): WidgetProblem[] {
  if (!isRecord(root)) return [notANode(root, name)]
  if (typeof root.type === 'string' && rules[root.type] && !rootTypes.has(root.type)) {
    const hint = 'Put it into a Card, ListView or Basic.'
    return withSource(root, [error('wrong_root', name, `a widget cannot begin with ${root.type}`, hint)])
  }
  return inspectNode(root, name, { takes: rootTypes, parent: 'a widget', ids: new Map() })
}

function inspectNode(node: unknown, at: string, stand: Stand): WidgetProblem[] {
  return isRecord(node) ? withSource(node, inspectRecord(node, at, stand)) : [notANode(node, at)]
}

function inspectRecord(node: Record<string, unknown>, at: string, { takes, parent, ids }: Stand): WidgetProblem[] {
  const { type } = node
  if (typeof type !== 'string')
    return [error('missing_prop', `${at}.type`, 'missing', 'Name the component, e.g. "Text".')]
  const rule = rules[type]
  if (!rule) return [unknownType(type, at)]
  return [
    ...(takes.has(type) ? [] : [wrongChild(type, at, takes, parent)]),
    ...inspectProperties(node, rule, at),
    ...inspectId(node.id, at, ids),
    ...inspectChildren(node.children, rule, at, ids),
  ]
}

function inspectId(id: unknown, at: string, ids: Map<string, string>): WidgetProblem[] {
  if (typeof id !== 'string') return []
  const first = ids.get(id)
  if (first !== undefined) return [duplicateId(id, at, first)]
  ids.set(id, at)
  return []
}

/** An id that some node before has already. */
export function duplicateId(id: string, at: string, first: string): WidgetProblem {
  const hint = 'Give each node an id of its own: streamed text and updates find it by that.'
  return error('duplicate_id', `${at}.id`, `${show(id)} is the id of ${first} too`, hint)
}

function inspectProperties(node: Record<string, unknown>, rule: Rule, at: string): WidgetProblem[] {
  const absent = Object.entries(rule.properties).flatMap(([name, { required, schema }]) =>
    required && (node[name] === undefined || node[name] === null) ? [missing(`${at}.${name}`, schema)] : [],
  )
  const wrong = Object.entries(node).flatMap(([name, value]) => {
    if (name === 'type' || name === 'children' || value === null || value === undefined) return []
    const property = rule.properties[name]
    if (!property) return [unknownProperty(name, rule, at)]
    return reportValue(property.schema, value, `${at}.${name}`)
  })
  return [...absent, ...wrong]
}

function inspectChildren(children: unknown, rule: Rule, at: string, ids: Map<string, string>): WidgetProblem[] {
  const place = `${at}.children`
  if (children === null || children === undefined) {
    return rule.children?.required
      ? [error('missing_prop', place, 'missing', 'Give it a list of nodes; [] for none.')]
      : []
  }
  if (!rule.children) return [error('unknown_prop', place, `${rule.type} takes no children`, 'Put them beside it.')]
  const stand = { takes: rule.children.takes, parent: `a ${rule.type}`, ids }
  if (!rule.children.many) {
    return Array.isArray(children)
      ? [
          error(
            'wrong_child',
            place,
            children.length === 1 ? '1 child in a list' : `${children.length} children in a list`,
            `${rule.type} takes one component: put them into a Box.`,
          ),
        ]
      : inspectNode(children, place, stand)
  }
  if (!Array.isArray(children))
    return [error('wrong_value', place, `${show(children)} stands where a list belongs`, 'Give it a list of nodes.')]
  return children.flatMap((child, index) =>
    child === null || child === undefined ? [] : inspectNode(child, `${place}[${index}]`, stand),
  )
}

function notANode(value: unknown, at: string): WidgetProblem {
  if (typeof value === 'string')
    return error('not_a_node', at, `the text ${show(value)} stands where a node belongs`, 'Write Text({ value }).')
  if (value === 0)
    return error('not_a_node', at, '0 stands where a node belongs', 'Write `count > 0 && …` instead of `count && …`.')
  return error('not_a_node', at, `${show(value)} stands where a node belongs`, 'Build one with a component function.')
}

function unknownType(type: string, at: string): WidgetProblem {
  const near = nearest(type, widgetTypes)
  return error(
    'unknown_type',
    `${at}.type`,
    `no component is called ${show(type)}`,
    near ? `Did you mean ${near}?` : `There are ${widgetTypes.join(', ')}.`,
  )
}

function wrongChild(type: string, at: string, takes: ReadonlySet<string>, parent: string): WidgetProblem {
  return error('wrong_child', at, `${parent} takes no ${type}`, whereInstead(type, takes))
}

function whereInstead(type: string, takes: ReadonlySet<string>): string {
  if (takes.size <= 3) return `It takes ${[...takes].join(', ')}.`
  if (type === 'ListViewItem') return 'A ListViewItem stands in a ListView only; use a Row here.'
  return `A ${type} is a widget of its own; use a Box here.`
}

function unknownProperty(name: string, rule: Rule, at: string): WidgetProblem {
  return unknownName(
    memberAt(at, name),
    name,
    [...Object.keys(rule.properties), ...(rule.children ? ['children'] : [])],
    rule.type,
  )
}
