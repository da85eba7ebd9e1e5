import { bare, type Expression, type Member, nameOf, type Placed } from './ast.ts'
import type { Binding, Scope, Value } from './scope.ts'

/** An expression and where its names are looked up. */
export interface Located {
  node: Expression
  scope: Scope
}

/** What a name stands for; it has to stand for something. */
export function bindingOf(node: Placed & { name: string }, scope: Scope): Binding {
  const binding = scope.find(node.name)
  if (!binding) throw scope.source.refuse(node, 'is not known in this file', 'Take it from the state.')
  if (binding.kind === 'other') throw scope.source.refuse(node, binding.why, binding.hint)
  return binding
}

/** An expression without what only TypeScript sees; where it names a constant, what that is. Studio gets the same. */
export function resolved(given: Expression, scope: Scope): Located {
  const { source } = scope
  const node = bare(given)
  if (node !== given) source.edit(given, () => source.textOf(node))
  if (node.type !== 'Identifier' || node.name === 'undefined') return { node, scope }
  const binding = bindingOf(node, scope)
  if (binding.kind !== 'constant') return { node, scope }
  if (!scope.agrees(binding.node, binding.scope)) {
    throw source.refuse(node, 'is made of names that mean something else here', 'Rename the inner ones.')
  }
  source.edit(node, () => inlined(binding.node, source.textOf(binding.node)))
  return resolved(binding.node, binding.scope)
}

/** The value a name stands for; Studio's view gets its own name for it. */
export function namedValue(node: Expression & { type: 'Identifier' }, scope: Scope): Value {
  const binding = bindingOf(node, scope)
  if (binding.kind === 'value') {
    replace(node, binding.text, binding.value, scope)
    return binding.value
  }
  const why = binding.kind === 'state' ? 'is the state as a whole' : 'is no value a template can print'
  throw scope.source.refuse(node, why, 'Name the fields that are meant.')
}

/** Has Studio's view write a value by the name it has there. */
export function replace(node: Placed, text: string, { raw }: Value, scope: Scope): void {
  if (nameOf(node) === text) return
  const [root = text] = text.split('.')
  const hiding = scope.find(root)
  if (root === text && hiding?.kind === 'value' && hiding.value.raw !== raw) {
    throw scope.source.refuse(
      node,
      `would be called \`${text}\` in Studio, and something else has that name here`,
      'Rename the inner one.',
    )
  }
  scope.source.edit(node, () => text)
}

/** The name behind the dot, or between brackets as a text; null where it is computed. */
export function fieldName({ property, computed }: Member): string | null {
  if (!computed) return nameOf(property)
  return property.type === 'StringLiteral' ? property.value : null
}

/** Source to stand in place of a name: with brackets where it is more than a word. */
function inlined(node: Expression, text: string): string {
  return /^(\w*Literal|Identifier|ArrayExpression|MemberExpression)$/.test(bare(node).type) ? text : `(${text})`
}
