import type { Call, Expression } from './ast.ts'
import { fieldOfLiteral } from './literal.ts'
import { resolved } from './names.ts'
import type { Scope } from './scope.ts'

/** What `defineAction` was given, as far as a template needs it. */
export interface ActionSource {
  type: string
  /** `handler`, `loadingBehavior` and `streaming`, where they are given. */
  how: readonly (readonly [name: string, value: string | boolean])[]
}

/** The action a call of it builds: `place({ id })`; null where something else is called. */
export function calledAction({ callee }: Call, scope: Scope): ActionSource | null {
  if (callee.type !== 'Identifier' || scope.find(callee.name)?.kind !== 'constant') return null
  const { node, scope: there } = resolved(callee, scope)
  return actionOf(node, there)
}

/** `.type` of an action; null for anything else. */
export function actionField(node: Expression, name: string | null, scope: Scope): string | null {
  return name === 'type' ? (actionOf(node, scope)?.type ?? null) : null
}

function actionOf(node: Expression, scope: Scope): ActionSource | null {
  if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') return null
  const callee = scope.find(node.callee.name)
  if (callee?.kind !== 'ours' || callee.name !== 'defineAction') return null
  const [type, options] = node.arguments
  const text =
    type && type.type !== 'SpreadElement' && type.type !== 'ArgumentPlaceholder' ? literalIn(type, scope) : null
  if (typeof text !== 'string')
    throw scope.source.refuse(node, 'is an action without a type in its source', 'Write the type as a text.')
  return { type: text, how: options ? howOf(options, scope) : [] }
}

function howOf(options: Call['arguments'][number], scope: Scope): ActionSource['how'] {
  const node =
    options.type === 'SpreadElement' || options.type === 'ArgumentPlaceholder' ? null : resolved(options, scope).node
  if (node?.type !== 'ObjectExpression')
    throw scope.source.refuse(options, 'is no list of options one can read', 'Write them out.')
  return node.properties.flatMap((property) => {
    const [name, value] = fieldOfLiteral(property, scope)
    if (name !== 'handler' && name !== 'loadingBehavior' && name !== 'streaming') return []
    const written = literalIn(value, scope)
    if (written === null)
      throw scope.source.refuse(value, `is no constant, and stands as \`${name}\` of an action`, 'Write it out.')
    return written === undefined ? [] : [[name, written] as const]
  })
}

/** A text or flag that stands in the source; null where something else stands there. */
function literalIn(given: Expression, scope: Scope): string | boolean | undefined | null {
  const { node } = resolved(given, scope)
  if (node.type === 'StringLiteral' || node.type === 'BooleanLiteral') return node.value
  return node.type === 'Identifier' && node.name === 'undefined' ? undefined : null
}
