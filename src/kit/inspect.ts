import { isRecord } from './compile.ts'
import { nearest } from './nearest.ts'
import type { WidgetProblem } from './problem.ts'
import { error, missing, reportValue, unknownName } from './report.ts'
import { type ChildRule, type Rule, rootTypes, rules, widgetTypes } from './rules.ts'
import { show } from './words.ts'

/** Everything that is wrong with a root and what is below it, in the order it is written. */
export function inspectRoot(root: unknown, name: string): WidgetProblem[] {
  if (!isRecord(root)) return [notANode(root, name)]
  if (typeof root.type === 'string' && rules[root.type] && !rootTypes.has(root.type)) {
    return [
      error('wrong_root', name, `a widget cannot begin with ${root.type}`, 'Put it into a Card, ListView or Basic.'),
    ]
  }
  return inspectNode(root, name, { takes: rootTypes, many: false, required: true }, 'a widget')
}

function inspectNode(node: unknown, at: string, place: ChildRule, parent: string): WidgetProblem[] {
  if (!isRecord(node)) return [notANode(node, at)]
  const { type } = node
  if (typeof type !== 'string')
    return [error('missing_prop', `${at}.type`, 'missing', 'Name the component, e.g. "Text".')]
  const rule = rules[type]
  if (!rule) return [unknownType(type, at)]
  const problems = place.takes.has(type) ? [] : [wrongChild(type, at, place, parent)]
  return [...problems, ...inspectProperties(node, rule, at), ...inspectChildren(node.children, rule, at)]
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

function inspectChildren(children: unknown, rule: Rule, at: string): WidgetProblem[] {
  const place = `${at}.children`
  if (children === null || children === undefined) {
    return rule.children?.required
      ? [error('missing_prop', place, 'missing', 'Give it a list of nodes; [] for none.')]
      : []
  }
  if (!rule.children) return [error('unknown_prop', place, `${rule.type} takes no children`, 'Put them beside it.')]
  const takes = rule.children
  if (!takes.many) {
    return Array.isArray(children)
      ? [
          error(
            'wrong_child',
            place,
            children.length === 1 ? '1 child in a list' : `${children.length} children in a list`,
            `${rule.type} takes one component: put them into a Box.`,
          ),
        ]
      : inspectNode(children, place, takes, `a ${rule.type}`)
  }
  if (!Array.isArray(children))
    return [error('wrong_value', place, `${show(children)} stands where a list belongs`, 'Give it a list of nodes.')]
  return children.flatMap((child, index) =>
    child === null || child === undefined ? [] : inspectNode(child, `${place}[${index}]`, takes, `a ${rule.type}`),
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

function wrongChild(type: string, at: string, place: ChildRule, parent: string): WidgetProblem {
  return error('wrong_child', at, `${parent} takes no ${type}`, whereInstead(type, place))
}

function whereInstead(type: string, { takes }: ChildRule): string {
  if (takes.size <= 3) return `It takes ${[...takes].join(', ')}.`
  if (type === 'ListViewItem') return 'A ListViewItem stands in a ListView only; use a Row here.'
  return `A ${type} is a widget of its own; use a Box here.`
}

function unknownProperty(name: string, rule: Rule, at: string): WidgetProblem {
  return unknownName(
    `${at}.${name}`,
    name,
    [...Object.keys(rule.properties), ...(rule.children ? ['children'] : [])],
    rule.type,
  )
}
