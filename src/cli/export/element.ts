import { type Attribute, type Element, type Expression, isUndefined, type JsxChild } from './ast.ts'
import { type Component, componentOf } from './component.ts'
import { refusedCall, valueFor } from './expression.ts'
import { blockText, choiceBlock, choiceText, jsonText, listText, type Part } from './jinja.ts'
import { isIdentity, loopOver, mapCall } from './loop.ts'
import { resolved } from './names.ts'
import { where } from './narrow.ts'
import { keyText, propertyText } from './property.ts'
import type { Scope } from './scope.ts'
import { canBe, isUnknown } from './shape.ts'
import { filledTest, testOf } from './truth.ts'
import { undefinedTest } from './undefined-test.ts'

/** The JSON a template writes for a tag and all inside. */
export function elementText(element: Element, scope: Scope): string {
  const component = componentOf(element, scope)
  const members = element.openingElement.attributes.map((attribute) =>
    scope.source.attempt(() => attributeText(attribute, scope), ''),
  )
  const children = childrenText(element, component, scope)
  return `{${[`"type":${jsonText(component.type)}`, ...members, ...children].join(',')}}`
}

function attributeText(attribute: Attribute, scope: Scope): string {
  const { source } = scope
  if (attribute.type !== 'JSXAttribute' || attribute.name.type !== 'JSXIdentifier') {
    throw source.refuse(attribute, 'is spread into a tag', 'Write each property out.')
  }
  const { name, value } = { name: attribute.name.name, value: attribute.value }
  if (name === 'children') throw source.refuse(attribute, 'stands as a property', 'Write children between the tags.')
  const text = (expression: Expression) =>
    name === 'key' ? keyText(expression, scope) : propertyText(expression, scope)
  const member = `${jsonText(name)}:`
  if (!value) return `${member}true`
  if (value.type === 'StringLiteral' && /[\r\n]/.test(value.value)) {
    throw source.refuse(
      attribute,
      'goes over several lines, which compilers read differently',
      'Write {`…`} around the text.',
    )
  }
  if (value.type === 'StringLiteral') return member + text(value)
  if (value.type !== 'JSXExpressionContainer' || value.expression.type === 'JSXEmptyExpression') {
    throw source.refuse(attribute, 'is no value', 'Write components between tags.')
  }
  return member + text(value.expression)
}

function childrenText(element: Element, component: Component, scope: Scope): string[] {
  const { source } = scope
  const written = element.children.filter(isWritten)
  if (component.holds === 'nothing' && written.length > 0) {
    throw source.refuse(
      written[0] ?? element,
      `stands inside a ${component.type}, which takes no children`,
      'Put it beside.',
    )
  }
  if (component.holds === 'nothing' || (written.length === 0 && !component.isAlwaysList)) return []
  if (component.holds === 'one') return [`"children":${onlyChild(written, element, scope)}`]
  const list = listText(childParts(written, scope))
  const [only, ...more] = written
  const isLost = only && more.length === 0 && !component.isAlwaysList ? undefinedTest(only, scope) : null
  return [`"children":${isLost === null ? list : choiceText(isLost, 'null', list)}`]
}

/** The one node inside a Transition, or null. */
function onlyChild(written: readonly JsxChild[], element: Element, scope: Scope): string {
  const [child, ...more] = written
  if (more.length > 0)
    throw scope.source.refuse(element, 'has several children, and takes one', 'Put a Col around them.')
  if (child?.type === 'JSXElement') return elementText(child, scope)
  if (child?.type !== 'JSXExpressionContainer' || child.expression.type === 'JSXEmptyExpression') {
    throw scope.source.refuse(child ?? element, 'is not one component', 'Write one tag, or a condition.')
  }
  return nodeText(child.expression, scope)
}

function nodeText(given: Expression, around: Scope): string {
  const { node, scope } = resolved(given, around)
  if (node.type === 'JSXElement') return elementText(node, scope)
  if (node.type === 'NullLiteral' || node.type === 'BooleanLiteral' || isUndefined(node)) return 'null'
  if (node.type === 'ConditionalExpression') {
    return choiceText(
      testOf(node.test, scope),
      nodeText(node.consequent, where(node.test, true, scope)),
      nodeText(node.alternate, where(node.test, false, scope)),
    )
  }
  if (node.type === 'LogicalExpression' && node.operator === '&&') {
    return choiceText(testOf(node.left, scope), nodeText(node.right, where(node.left, true, scope)), 'null')
  }
  throw scope.source.refuse(node, 'is not one component', 'Write one tag, or a condition.')
}

function childParts(children: readonly JsxChild[], scope: Scope): Part[] {
  return children.flatMap((child) => scope.source.attempt(() => partsOfChild(child, scope), []))
}

function partsOfChild(child: JsxChild, scope: Scope): Part[] {
  switch (child.type) {
    case 'JSXElement':
      return [{ entry: elementText(child, scope) }]
    case 'JSXFragment':
      return childParts(child.children.filter(isWritten), scope)
    case 'JSXExpressionContainer':
      return child.expression.type === 'JSXEmptyExpression' ? [] : parts(child.expression, scope)
    case 'JSXText':
      throw scope.source.refuse(child, 'stands between tags', 'Write <Text value="…" />.')
    default:
      throw scope.source.refuse(child, 'is spread between tags', 'Write {list.map(…)}.')
  }
}

/** What an expression between tags adds to the list of children. */
function parts(given: Expression, around: Scope): Part[] {
  const { node, scope } = resolved(given, around)
  if (isUndefined(node)) return []
  switch (node.type) {
    case 'JSXElement':
    case 'JSXFragment':
      return partsOfChild(node, scope)
    case 'NullLiteral':
    case 'BooleanLiteral':
      return []
    case 'ConditionalExpression':
      return [
        choiceBlock(
          testOf(node.test, scope),
          parts(node.consequent, where(node.test, true, scope)),
          parts(node.alternate, where(node.test, false, scope)),
        ),
      ]
    case 'LogicalExpression':
      if (node.operator === '&&') {
        noZero(node.left, scope)
        return [choiceBlock(testOf(node.left, scope), parts(node.right, where(node.left, true, scope)), [])]
      }
      throw scope.source.refuse(
        node,
        `has \`${node.operator}\` around components`,
        'Write `condition ? <A /> : <B />`.',
      )
    case 'ArrayExpression':
      return node.elements.flatMap((entry) =>
        entry ? parts(entry.type === 'SpreadElement' ? entry.argument : entry, scope) : [],
      )
    case 'CallExpression':
    case 'OptionalCallExpression': {
      const map = mapCall(node)
      if (!map) throw refusedCall(node, scope)
      if (isIdentity(map)) return parts(map.list, scope)
      return [{ block: loopOver(map, scope, (body, inner) => blockText(parts(body, inner))) }]
    }
    default:
      throw scope.source.refuse(node, 'is no component', 'Write components here, and texts as <Text value={…} />.')
  }
}

/** `count && <A />` would leave a 0 between the tags. */
function noZero(left: Expression, scope: Scope): void {
  if (filledTest(resolved(left, scope).node, scope) !== null) return
  const { shape } = valueFor(left, scope)
  if (isUnknown(shape) || !canBe(shape, 'integer', 'number')) return
  throw scope.source.refuse(left, 'may be 0, which would stand between the tags', 'Write `!== 0` behind it.')
}

function isWritten(child: JsxChild): boolean {
  if (child.type === 'JSXText') return /\S/.test(child.value) || !/\n/.test(child.value)
  return child.type !== 'JSXExpressionContainer' || child.expression.type !== 'JSXEmptyExpression'
}
