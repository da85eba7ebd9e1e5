import { type Expression, isCall, isUndefined, type JsxChild } from './ast.ts'
import { isExactly } from './compare.ts'
import { valueFor } from './expression.ts'
import { mapCall } from './loop.ts'
import { resolved } from './names.ts'
import { where } from './narrow.ts'
import type { Scope } from './scope.ts'
import { canBe } from './shape.ts'
import { testOf, truthOf } from './truth.ts'

/** When the only child of a tag is `undefined`, which leaves a Box without a list; null where it never is. */
export function undefinedTest(child: JsxChild, scope: Scope): string | null {
  if (child.type !== 'JSXExpressionContainer' || child.expression.type === 'JSXEmptyExpression') return null
  return testIn(child.expression, scope)
}

function testIn(given: Expression, around: Scope): string | null {
  const { node, scope } = resolved(given, around)
  if (isUndefined(node)) return 'true'
  if (node.type === 'ConditionalExpression') {
    const [yes, no] = [
      testIn(node.consequent, where(node.test, true, scope)),
      testIn(node.alternate, where(node.test, false, scope)),
    ]
    return yes === null && no === null
      ? null
      : `(${yes ?? 'false'} if ${testOf(node.test, scope)} else ${no ?? 'false'})`
  }
  if (node.type === 'LogicalExpression' && node.operator === '&&') {
    const left = valueFor(node.left, scope)
    const [first, second] = [
      canBe(left.shape, 'missing') ? isExactly('missing', left) : null,
      testIn(node.right, scope),
    ]
    return first === null && second === null
      ? null
      : `(${second ?? 'false'} if ${truthOf(left)} else ${first ?? 'false'})`
  }
  const map = isCall(node) ? mapCall(node) : null
  if (!map?.isSafe) return null
  const list = valueFor(map.list, scope)
  return canBe(list.shape, 'missing', 'null') ? `(${list.code} is none)` : null
}
