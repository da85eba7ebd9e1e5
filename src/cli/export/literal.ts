import type { Expression, ExpressionOf } from './ast.ts'
import { made, valueFor } from './expression.ts'
import { jinjaText } from './jinja.ts'
import type { Scope, Value } from './scope.ts'
import { canBe } from './shape.ts'

/** A list or an object of constants and values, to be looked into. */
export function literalValue(
  node: ExpressionOf<'ArrayExpression'> | ExpressionOf<'ObjectExpression'>,
  scope: Scope,
): Value {
  const certain = (entry: Expression) => {
    const value = valueFor(entry, scope)
    if (!canBe(value.shape, 'missing')) return value
    throw scope.source.refuse(entry, 'may be missing inside of a table', 'Write `?? null` behind it.')
  }
  if (node.type === 'ArrayExpression') {
    const entries = node.elements.map((entry) => {
      if (entry && entry.type !== 'SpreadElement') return certain(entry)
      throw scope.source.refuse(entry ?? node, 'is spread into a table', 'Write its entries out.')
    })
    const items = { anyOf: entries.flatMap(({ shape }) => shape.schemas) }
    return made(`[${entries.map(({ code }) => code).join(', ')}]`, {
      schemas: [{ type: 'array', items }],
      missing: false,
    })
  }
  const fields = node.properties.map((property) => {
    const [name, value] = fieldOfLiteral(property, scope)
    return [name, certain(value)] as const
  })
  const properties = Object.fromEntries(fields.map(([name, { shape }]) => [name, { anyOf: shape.schemas }]))
  const schema = { type: 'object', properties, required: Object.keys(properties), additionalProperties: false }
  const code = fields.map(([name, value]) => `${jinjaText(name)}: ${value.code}`).join(', ')
  return made(`{${code}}`, { schemas: [schema], missing: false })
}

/** A property of an object literal by its name. */
export function fieldOfLiteral(
  property: ExpressionOf<'ObjectExpression'>['properties'][number],
  scope: Scope,
): readonly [name: string, value: Expression] {
  if (property.type !== 'ObjectProperty')
    throw scope.source.refuse(property, 'is no plain property', 'Write name and value out.')
  const { key, value, computed } = property
  const name =
    key.type === 'Identifier' && !computed
      ? key.name
      : key.type === 'StringLiteral' || key.type === 'NumericLiteral'
        ? String(key.value)
        : null
  if (name === null || name === '__proto__')
    throw scope.source.refuse(property, 'has a name that is only known later', 'Write the name out.')
  return [name, value as Expression] // patterns stand there only in front of `=`
}

/** A field of an object that stands in the source; null where that has none of this name. */
export function writtenField(object: ExpressionOf<'ObjectExpression'>, name: string, scope: Scope): Expression | null {
  const fields = object.properties.map((property) => fieldOfLiteral(property, scope))
  return fields.findLast(([own]) => own === name)?.[1] ?? null
}
