import { type Expression, isUndefined } from './ast.ts'
import { valueFor } from './expression.ts'
import { resolved } from './names.ts'
import type { Fact, Scope } from './scope.ts'
import { canBe } from './shape.ts'

/** The scope behind a condition: what it has ruled out is known there. */
export function where(test: Expression, outcome: boolean, scope: Scope): Scope {
  const inner = scope.inner()
  for (const fact of factsOf(test, outcome, scope)) inner.learn(fact)
  return inner
}

/** What a condition rules out, when it comes out true or false. */
function factsOf(given: Expression, outcome: boolean, around: Scope): Fact[] {
  const { node, scope } = resolved(given, around)
  switch (node.type) {
    case 'UnaryExpression':
      return node.operator === '!' ? factsOf(node.argument, !outcome, scope) : []
    case 'LogicalExpression':
      return node.operator === (outcome ? '&&' : '||')
        ? [...factsOf(node.left, outcome, scope), ...factsOf(node.right, outcome, scope)]
        : []
    case 'BinaryExpression': {
      const { operator, left, right } = node
      const isEqual = operator === '===' || operator === '=='
      const isUnequal = operator === '!==' || operator === '!='
      const isNull = right.type === 'NullLiteral'
      if (left.type === 'PrivateName' || (!isEqual && !isUnequal) || !(isNull || isUndefined(right))) return []
      if (isEqual === outcome) return []
      const { raw } = valueFor(left, scope)
      return operator.length === 2
        ? [
            { raw, kind: 'null' },
            { raw, kind: 'missing' },
          ]
        : [{ raw, kind: isNull ? 'null' : 'missing' }]
    }
    case 'Identifier':
    case 'MemberExpression':
    case 'OptionalMemberExpression': {
      if (!outcome || isUndefined(node)) return []
      const { raw, shape } = valueFor(given, around)
      return canBe(shape, 'null', 'missing')
        ? [
            { raw, kind: 'null' },
            { raw, kind: 'missing' },
          ]
        : []
    }
    default:
      return []
  }
}
