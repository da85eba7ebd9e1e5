import { type Expression, isMember } from './ast.ts'
import { valueFor } from './expression.ts'
import { fieldName, resolved } from './names.ts'
import { where } from './narrow.ts'
import type { Scope, Value } from './scope.ts'
import { canBe, isOnly, kindsOf, present } from './shape.ts'

/** A condition as a template writes it: true where JavaScript finds the expression true. */
export function testOf(given: Expression, around: Scope): string {
  const { node, scope } = resolved(given, around)
  if (node.type === 'UnaryExpression' && node.operator === '!') return `(not ${testOf(node.argument, scope)})`
  if (node.type === 'LogicalExpression' && node.operator !== '??') {
    const word = node.operator === '&&' ? 'and' : 'or'
    const right = testOf(node.right, where(node.left, word === 'and', scope))
    return `(${testOf(node.left, scope)} ${word} ${right})`
  }
  return filledTest(node, scope) ?? truthOf(valueFor(given, around))
}

/** Whether JavaScript finds a value true: unlike Python, any list and any object. */
export function truthOf({ code, shape }: Value): string {
  const kinds = [...kindsOf(shape)]
  const holders = kinds.filter((kind) => kind === 'list' || kind === 'dictionary')
  if (holders.length === 0) return code
  if (holders.length === kinds.length) return 'true'
  if (isOnly(present(shape), 'list', 'dictionary')) return isThere({ code })
  const empty = holders.map((kind) => `${code} == ${kind === 'list' ? '[]' : '{}'}`)
  return `(${[code, ...empty].join(' or ')})`
}

/** Whether a value is neither `null` nor `undefined`. */
export function isThere({ code }: Pick<Value, 'code'>): string {
  return `(${code} is not none)`
}

/** `list.length`, `list.length > 0` and `list.length === 0` as a condition; null where it is none of them. */
export function filledTest(node: Expression, scope: Scope): string | null {
  if (node.type !== 'BinaryExpression') return lengthOf(node, scope)
  const { operator, left, right } = node
  if (left.type === 'PrivateName' || right.type !== 'NumericLiteral') return null
  const asked = `${operator} ${right.value}`
  const isFilled = ['> 0', '>= 1'].includes(asked)
  const isEmpty = ['=== 0', '== 0', '< 1'].includes(asked)
  if (!isFilled && !isEmpty && asked !== '!== 0' && asked !== '!= 0') return null
  const filled = lengthOf(left, scope, isFilled)
  return filled === null || !isEmpty ? filled : `(not ${filled})`
}

/** Whether a list or text has something in it, for `list.length`. */
function lengthOf(given: Expression, around: Scope, mayBeMissing = true): string | null {
  const { node, scope } = resolved(given, around)
  if (!isMember(node) || fieldName(node) !== 'length' || node.object.type === 'Super') return null
  const { code, shape } = valueFor(node.object, scope)
  if (!isOnly(present(shape), 'list', 'string') || kindsOf(present(shape)).size === 0) return null
  if (mayBeMissing || !canBe(shape, 'missing', 'null')) return code
  return null
}
