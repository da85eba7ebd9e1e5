import { isRecord } from './compile.ts'
import { nearest } from './nearest.ts'
import type { WidgetProblem } from './problem.ts'
import { error, missing, reportValue, unknownName } from './report.ts'
import { type Rule, rootTypes, rules, widgetTypes } from './rules.ts'
import { componentMeant, hintForReact, isOfReact } from './slips.ts'
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
  if (typeof type !== 'string') return [noType(node, at)]
  const rule = rules[type]
  if (isOfReact(node)) return [noType(node, at)]
  if (!rule) return [unknownType(type, at, takes)]
  return [
    ...(takes.has(type) ? [] : [wrongChild(type, at, takes, parent)]),
    ...inspectProperties(node, rule, at),
    ...inspectId(node.id, at, ids),
    ...inspectChildren(node.children, rule, at, ids),
  ]
}

/** Said of an object that names no component. */
function noType(node: Record<string, unknown>, at: string): WidgetProblem {
  if (isOfReact(node)) return error('not_a_node', at, 'an element of React stands where a node belongs', hintForReact)
  if (node instanceof Promise)
    return error('not_a_node', at, 'a Promise stands where a node belongs', 'Wait for it first: `await`.')
  if ('template' in node && 'version' in node) {
    const hint = 'Build it: `loadTemplate(file).build(data)` of parlor/templates.'
    return error('not_a_node', at, 'a .widget file stands where a node belongs', hint)
  }
  const { type } = node
  const hint = 'Name the component, e.g. "Text".'
  return type === undefined || type === null
    ? error('missing_prop', `${at}.type`, 'missing', hint)
    : error('wrong_value', `${at}.type`, `${show(type)} does not fit here`, hint)
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
  if (!rule.children) return [noChildren(children, rule, place)]
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
    return error('not_a_node', at, `the text ${show(value)} stands where a node belongs`, hintForText(value))
  if (value === 0)
    return error('not_a_node', at, '0 stands where a node belongs', 'Write `count > 0 && …` instead of `count && …`.')
  const hint = Array.isArray(value)
    ? 'Lay it flat: [...nodes]. A widget begins with one Card, ListView or Basic.'
    : 'Build one with a component function.'
  return error('not_a_node', at, `${show(value)} stands where a node belongs`, hint)
}

function hintForText(text: string): string {
  return /^\s*"?\s*\{/.test(text) ? 'Parse it first: JSON.parse(text).' : 'Write <Text value="…" /> or Text({ value }).'
}

/** Text between the tags of a component that takes it as a property. */
function noChildren(children: unknown, { type, properties }: Rule, at: string): WidgetProblem {
  const list: readonly unknown[] = Array.isArray(children) ? children : [children]
  const own = ['value', 'label'].find((name) => properties[name])
  const hint = own && list.every((child) => !isRecord(child)) ? `Write its text as \`${own}\`.` : 'Put them beside it.'
  return error('unknown_prop', at, `${type} takes no children`, hint)
}

function unknownType(type: string, at: string, takes: ReadonlySet<string>): WidgetProblem {
  const near = componentMeant(type) ?? nearest(type, widgetTypes)
  const hint =
    takes === rootTypes && !(near && takes.has(near))
      ? 'A widget begins with Card, ListView or Basic.'
      : near
        ? `Did you mean ${near}?`
        : `There are ${widgetTypes.join(', ')}.`
  return error('unknown_type', `${at}.type`, `no component is called ${show(type)}`, hint)
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
