import { type ActionSource, calledAction } from './action.ts'
import { type Call, type Expression, type ExpressionOf, isCall } from './ast.ts'
import { valueFor } from './expression.ts'
import { choiceText, jsonText, listText, loopText, type Part, printed } from './jinja.ts'
import { fieldOfLiteral } from './literal.ts'
import { loopOver, mapCall } from './loop.ts'
import { resolved } from './names.ts'
import { where } from './narrow.ts'
import type { Scope } from './scope.ts'
import { canBe, isOnly } from './shape.ts'
import { isThere, testOf, truthOf } from './truth.ts'

/** The JSON a template writes for what a property is given: static parts as they are, the rest printed. */
export function propertyText(given: Expression, around: Scope): string {
  const { node, scope } = resolved(given, around)
  switch (node.type) {
    case 'StringLiteral':
    case 'BooleanLiteral':
      return jsonText(node.value)
    case 'NumericLiteral':
      if (Number.isFinite(node.value)) return jsonText(node.value)
      throw scope.source.refuse(node, 'is no number JSON has', 'Write a smaller one.')
    case 'ObjectExpression':
      return `{${node.properties.map((property) => memberText(property, scope)).join(',')}}`
    case 'ArrayExpression':
      return listText(node.elements.map((entry) => entryPart(entry, node, scope)))
    case 'ConditionalExpression':
      return choiceText(
        testOf(node.test, scope),
        propertyText(node.consequent, where(node.test, true, scope)),
        propertyText(node.alternate, where(node.test, false, scope)),
      )
    case 'LogicalExpression':
      return isBuilt(node.right, scope) ? logicalText(node, scope) : valueText(node, scope)
    case 'CallExpression':
    case 'OptionalCallExpression':
      return callText(node, scope)
    case 'JSXElement':
    case 'JSXFragment':
      throw scope.source.refuse(node, 'stands as a property', 'Write components between tags.')
    default:
      return valueText(node, scope)
  }
}

function valueText(node: Expression, scope: Scope): string {
  const { code, json } = valueFor(node, scope)
  return json ?? printed(code)
}

/** The JSON of a `key`, which is a text in the end: numbers become one. */
export function keyText(given: Expression, scope: Scope): string {
  const { node } = resolved(given, scope)
  if (node.type === 'NumericLiteral') return jsonText(String(node.value))
  if (node.type === 'StringLiteral') return jsonText(node.value)
  const { code, shape } = valueFor(given, scope)
  if (isOnly(shape, 'string', 'missing', 'null')) return printed(code)
  if (isOnly(shape, 'string', 'integer')) return printed(`"" ~ ${code}`)
  if (isOnly(shape, 'string', 'integer', 'missing', 'null'))
    return printed(`("" ~ ${code}) if ${isThere({ code })} else none`)
  throw scope.source.refuse(
    given,
    'is not surely a text or a whole number, as a key has to be',
    'Ask for z.string() or z.int() in the schema.',
  )
}

function logicalText({ operator, left, right }: ExpressionOf<'LogicalExpression'>, scope: Scope): string {
  const value = valueFor(left, scope)
  const first = propertyText(left, scope)
  const second = propertyText(right, operator === '??' ? scope : where(left, operator === '&&', scope))
  const test = operator === '??' ? isThere(value) : truthOf(value)
  const [yes, no] = operator === '&&' ? [second, first] : [first, second]
  return test === 'true' ? yes : choiceText(test, yes, no)
}

/** Whether an expression builds a list or an object, which is written out rather than printed. */
function isBuilt(given: Expression, around: Scope): boolean {
  const { node, scope } = resolved(given, around)
  switch (node.type) {
    case 'ObjectExpression':
    case 'ArrayExpression':
    case 'CallExpression':
      return true
    case 'ConditionalExpression':
      return isBuilt(node.consequent, scope) || isBuilt(node.alternate, scope)
    case 'LogicalExpression':
      return isBuilt(node.right, scope)
    default:
      return false
  }
}

function memberText(property: ExpressionOf<'ObjectExpression'>['properties'][number], scope: Scope): string {
  if (property.type === 'SpreadElement')
    throw scope.source.refuse(property, 'is spread into an object', 'Name each field.')
  const [name, value] = fieldOfLiteral(property, scope)
  const text = propertyText(value, scope)
  if (property.type === 'ObjectProperty' && property.shorthand) {
    const { source } = scope
    source.edit({ ...value, type: 'shorthand' }, shorthandOf(name, source.textOf(value)))
  }
  return `${jsonText(name)}:${text}`
}

/** `{ id }` stays as it is where Studio's view knows the value by that name. */
function shorthandOf(name: string, text: string): () => string {
  const isSame = text === name || text.startsWith(`${name}: `)
  return () => (isSame ? text : `${name}: ${text}`)
}

function entryPart(entry: ExpressionOf<'ArrayExpression'>['elements'][number], list: Expression, scope: Scope): Part {
  if (!entry) throw scope.source.refuse(list, 'has a hole', 'Write all entries.')
  if (entry.type !== 'SpreadElement') return { entry: propertyText(entry, scope) }
  return { block: entriesText(entry.argument, scope) }
}

/** The entries of a list, with a comma in front of each. */
function entriesText(given: Expression, around: Scope): string {
  const { node, scope } = resolved(given, around)
  const map = isCall(node) ? mapCall(node) : null
  if (map) return loopOver(map, scope, (body, inner) => `,${propertyText(body, inner)}`)
  const { code, shape } = valueFor(node, scope)
  if (!canBe(shape, 'list') || canBe(shape, 'string', 'dictionary'))
    throw scope.source.refuse(node, 'is not surely a list', 'Ask for z.array(…) in the schema.')
  const name = scope.fresh('entry')
  return loopText(name, code, `,${printed(name)}`)
}

function callText(node: Call, scope: Scope): string {
  const map = mapCall(node)
  if (map) {
    const list = listText([{ block: loopOver(map, scope, (body, inner) => `,${propertyText(body, inner)}`) }])
    return map.isSafe ? choiceText(isThere(valueFor(map.list, scope)), list, 'null') : list
  }
  const action = calledAction(node, scope)
  if (action === null) return valueText(node, scope)
  return actionText(action, node, scope)
}

/** An action as a property has it: type, payload, and how it is handled. */
function actionText({ type, how }: ActionSource, node: Call, scope: Scope): string {
  const [payload] = node.arguments
  if (payload && (payload.type === 'SpreadElement' || payload.type === 'ArgumentPlaceholder')) {
    throw scope.source.refuse(payload, 'is spread into an action', 'Write the payload as one object.')
  }
  const { source } = scope
  const members = how.map(([name, value]) => [name, JSON.stringify(value)] as const)
  source.edit(node, () => {
    const parts = [`type: ${JSON.stringify(type)}`, ...(payload ? [`payload: ${source.textOf(payload)}`] : [])]
    return `{ ${[...parts, ...members.map(([name, value]) => `${name}: ${value}`)].join(', ')} }`
  })
  const parts = [`"type":${jsonText(type)}`, ...(payload ? [`"payload":${propertyText(payload, scope)}`] : [])]
  return `{${[...parts, ...members.map(([name, value]) => `"${name}":${value}`)].join(',')}}`
}
