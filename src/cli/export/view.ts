import { type Expression, type ExpressionOf, nameOf } from './ast.ts'
import { bodyOf } from './body.ts'
import { elementText } from './element.ts'
import { resolved } from './names.ts'
import { bindState, type Scope } from './scope.ts'
import type { Shape } from './shape.ts'

/** A view as a `.widget` file has it. */
export interface StudioView {
  /** The Jinja text that gives the JSON. */
  template: string
  /** JSX whose free variables are the fields of the state. */
  view: string
}

/** Compiles the view of a widget as Studio does; ParlorError with all expressions that are outside its dialect. */
export function compileView(options: ExpressionOf<'ObjectExpression'>, state: Shape, around: Scope): StudioView {
  const { source } = around
  const { node: given, scope: there } = viewIn(options, around)
  const scope = there.inner()
  scope.take(state.schemas.flatMap(({ properties }) => Object.keys(properties ?? {})))
  const [parameter, second] = given.params
  if (second) throw source.refuse(second, 'is a second parameter', 'A view takes the state alone.')
  if (parameter) bindState(parameter, state, scope)
  const { node: root, scope: inner } = resolved(bodyOf(given, scope), scope)
  if (root.type !== 'JSXElement') {
    throw source.refuse(root, 'is no tag', 'A view of Studio is one Card, ListView or Basic, with conditions inside.')
  }
  const template = elementText(root, inner)
  source.settle()
  return { template, view: source.dedented(root) }
}

function viewIn(options: ExpressionOf<'ObjectExpression'>, scope: Scope) {
  const property = options.properties.find((found) => found.type !== 'SpreadElement' && nameOf(found.key) === 'view')
  if (property?.type === 'ObjectMethod') return { node: property, scope }
  const written = property?.type === 'ObjectProperty' ? (property.value as Expression) : null // no pattern in a call
  const found = written && resolved(written, scope)
  if (found?.node.type === 'ArrowFunctionExpression' || found?.node.type === 'FunctionExpression') {
    return { node: found.node, scope: found.scope }
  }
  throw scope.source.refuse(
    written ?? options,
    'has no view that can be read',
    'Write it here: view: ({ title }) => <Card>…</Card>.',
  )
}
