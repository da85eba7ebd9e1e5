import type { Arrow, Expression, ExpressionOf, Statement } from './ast.ts'
import { isMember } from './ast.ts'
import { valueFor } from './expression.ts'
import { resolved } from './names.ts'
import { bindPattern, bindState, type Scope } from './scope.ts'

/** Something with parameters that returns. */
export type AnyFunction =
  | Arrow
  | ExpressionOf<'FunctionExpression'>
  | Extract<ExpressionOf<'ObjectExpression'>['properties'][number], { type: 'ObjectMethod' }>

/** What a function returns; the constants in front of it become known to `scope`. Studio gets the returned expression alone. */
export function bodyOf(given: AnyFunction, scope: Scope): Expression {
  const { source } = scope
  if (given.async || given.generator) throw source.refuse(given, 'does not return at once', 'Make it a plain function.')
  for (const part of [given.returnType, given.typeParameters]) if (part) source.edit(part, () => '')
  const { body } = given
  if (body.type !== 'BlockStatement') return body
  const last = body.body.at(-1)
  if (last?.type !== 'ReturnStatement' || !last.argument) {
    throw source.refuse(
      last ?? body,
      'does not return a component',
      'End with `return`, and compute all else into the state.',
    )
  }
  for (const statement of body.body.slice(0, -1)) bindConstants(statement, scope)
  const returned = last.argument
  source.edit(body, () => `(${source.textOf(returned)})`)
  return returned
}

function bindConstants(statement: Statement, scope: Scope): void {
  const { source } = scope
  if (statement.type !== 'VariableDeclaration' || statement.kind !== 'const') {
    throw source.refuse(statement, 'is a step Studio does not know', 'Compute it into the state.')
  }
  for (const { id, init } of statement.declarations) {
    if (!init) continue
    if (id.type === 'Identifier') {
      scope.set(id.name, { kind: 'constant', node: init, scope })
      continue
    }
    const { node, scope: there } = resolved(init, scope)
    const binding = node.type === 'Identifier' ? there.find(node.name) : undefined
    if (id.type === 'VoidPattern') continue
    if (binding?.kind === 'state') bindState(id, binding.shape, scope)
    else if (node.type === 'Identifier' || isMember(node))
      bindPattern(id, valueFor(init, scope), source.textOf(init), scope)
    else throw source.refuse(init, 'is taken apart', 'Give it a name, and read its fields where they are used.')
  }
}
