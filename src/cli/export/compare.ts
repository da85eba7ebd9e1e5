import type { Expression, ExpressionOf } from './ast.ts'
import { valueFor } from './expression.ts'
import { resolved } from './names.ts'
import type { Scope, Value } from './scope.ts'
import { canBe, isOnly, type Kind, kindsOf } from './shape.ts'

/** `===` and its like as a condition; null for other operators. ParlorError where Python would find something else equal. */
export function comparison(node: ExpressionOf<'BinaryExpression'>, left: Expression, scope: Scope): string | null {
  const { operator, right } = node
  if (operator !== '===' && operator !== '!==' && operator !== '==' && operator !== '!=') return null
  const negated = operator.startsWith('!')
  const nothing = nothingIn(left, scope) ?? nothingIn(right, scope)
  if (nothing !== null) {
    const value = valueFor(nothingIn(left, scope) === null ? left : right, scope)
    if (operator.length === 2) return `(${value.code} is ${negated ? 'not ' : ''}none)`
    const test = isExactly(nothing, value)
    return negated ? negatedTest(test) : test
  }
  const [one, other] = [valueFor(left, scope), valueFor(right, scope)]
  const hint = hintAgainst(one, other, operator.length === 2)
  if (hint !== null) throw scope.source.refuse(node, 'may come out otherwise in Python', hint)
  return `(${one.code} ${negated ? '!=' : '=='} ${other.code})`
}

function negatedTest(test: string): string {
  return /^\([\w.]+ is none\)$/.test(test) ? test.replace(' is none)', ' is not none)') : `(not ${test})`
}

/** Whether a side is written as `null` or `undefined`. */
function nothingIn(given: Expression, scope: Scope): 'null' | 'missing' | null {
  const { node } = resolved(given, scope)
  if (node.type === 'NullLiteral') return 'null'
  return node.type === 'Identifier' && node.name === 'undefined' ? 'missing' : null
}

/** Tells `null` from what is missing, where a value can be both. */
export function isExactly(nothing: 'null' | 'missing', { code, raw, shape }: Value): string {
  if (!canBe(shape, nothing)) return 'false'
  const other = nothing === 'null' ? 'missing' : 'null'
  if (!canBe(shape, other)) return `(${code} is none)`
  const isNull = `((${raw} | default(false)) is none)`
  return nothing === 'null' ? isNull : `((${code} is none) and not ${isNull})`
}

/** Why two values may be equal in one language and not in the other: what to do about it; null where they cannot. */
function hintAgainst(one: Value, other: Value, isLoose: boolean): string | null {
  const crossed = (some: readonly Kind[], others: readonly Kind[]) =>
    (canBe(one.shape, ...some) && canBe(other.shape, ...others)) ||
    (canBe(other.shape, ...some) && canBe(one.shape, ...others))
  if (crossed(['list', 'dictionary'], ['list', 'dictionary']))
    return 'Compare texts or numbers: lists and objects are never equal in JavaScript.'
  if (crossed(['boolean'], ['number', 'integer']))
    return 'Have the schema of the state say which is compared, a number or a boolean.'
  if (crossed(['missing'], ['null'])) return 'Compare with `?? null` behind the one that may be missing.'
  if (isLoose && !isSameKind(one, other)) return 'Write `===`.'
  return null
}

function isSameKind(one: Value, other: Value): boolean {
  const kinds = kindsOf(one.shape)
  return (
    kinds.size <= 2 && [...kinds].every((kind) => isOnly(other.shape, kind, 'integer')) && isOnly(other.shape, ...kinds)
  )
}
