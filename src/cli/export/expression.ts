import { actionField } from './action.ts'
import type { Call, Expression, ExpressionOf, Member } from './ast.ts'
import { comparison } from './compare.ts'
import { jinjaText, jsonText, unwrapped } from './jinja.ts'
import { literalValue, writtenField } from './literal.ts'
import { bindingOf, fieldName, namedValue, replace, resolved } from './names.ts'
import { where } from './narrow.ts'
import { fieldOfValue, maybeMissing, type Scope, stateField, type Value } from './scope.ts'
import {
  canBe,
  either,
  entryOf,
  falseOf,
  flag,
  isCount,
  isOnly,
  missing,
  orMissing,
  present,
  type Shape,
  shapeOfConstant,
  textsOf,
  words,
} from './shape.ts'
import { filledTest, isThere, testOf, truthOf } from './truth.ts'

/** What a template writes for an expression; ParlorError `invalid_input` for one that Studio's templates cannot have. */
export function valueFor(given: Expression, scope: Scope): Value {
  return scope.narrowed(valueOfAny(given, scope))
}

function valueOfAny(given: Expression, around: Scope): Value {
  const { node, scope } = resolved(given, around)
  switch (node.type) {
    case 'StringLiteral':
      return constant(jinjaText(node.value), node.value)
    case 'NumericLiteral':
      return constant(String(node.value), node.value)
    case 'BooleanLiteral':
      return constant(String(node.value), node.value)
    case 'NullLiteral':
      return constant('none', null)
    case 'TemplateLiteral':
      return template(node, scope)
    case 'Identifier':
      return node.name === 'undefined' ? { code: 'none', raw: 'none', shape: missing } : namedValue(node, scope)
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return member(node, scope)
    case 'UnaryExpression':
      return unary(node, scope)
    case 'LogicalExpression':
      return logical(node, scope)
    case 'ConditionalExpression': {
      const yes = valueFor(node.consequent, where(node.test, true, scope))
      const no = valueFor(node.alternate, where(node.test, false, scope))
      return made(
        `(${yes.code} if ${unwrapped(testOf(node.test, scope))} else ${no.code})`,
        either(yes.shape, no.shape),
      )
    }
    case 'BinaryExpression':
      return binary(node, scope)
    case 'CallExpression':
      return call(node, scope)
    case 'ArrayExpression':
    case 'ObjectExpression':
      return literalValue(node, scope)
    default:
      throw scope.source.refuse(node, 'is nothing a template can compute', 'Compute it into the state.')
  }
}

/** A value as JavaScript puts it into a text; only where Python writes the same. */
function textOf(given: Expression, scope: Scope): string {
  const { code, shape } = valueFor(given, scope)
  if (isOnly(shape, 'string', 'integer')) return code
  if (isOnly(shape, 'boolean')) return `("true" if ${code} else "false")`
  if (canBe(shape, 'missing', 'null')) {
    throw scope.source.refuse(
      given,
      'may be null or missing inside a text',
      "Write `?? ''` behind it, or have the schema ask for it.",
    )
  }
  const hint = canBe(shape, 'number')
    ? 'Ask for z.int() in the schema, or write the text into the state.'
    : 'Have the schema of the state ask for z.string(), or write the text into the state.'
  throw scope.source.refuse(given, 'is not written in a text by Python as by JavaScript', hint)
}

function constant(code: string, value: string | number | boolean | null): Value {
  return { code, raw: code, shape: shapeOfConstant(value), json: jsonText(value) }
}

export function made(code: string, shape: Shape): Value {
  return { code, raw: code, shape }
}

function template({ quasis, expressions }: ExpressionOf<'TemplateLiteral'>, scope: Scope): Value {
  const parts = quasis.flatMap(({ value }, index) => {
    const text = value.cooked ?? ''
    const expression = expressions[index]
    return [
      ...(text === '' ? [] : [jinjaText(text)]),
      ...(expression ? [textOf(expression as Expression, scope)] : []), // types stand there only in type position
    ]
  })
  const [only = '""', ...more] = parts
  if (expressions.length === 0) return constant(only, quasis[0]?.value.cooked ?? '')
  return made(more.length === 0 ? `("" ~ ${only})` : `(${parts.join(' ~ ')})`, words)
}

function member(node: Member, scope: Scope): Value {
  if (node.object.type === 'Super') throw scope.source.refuse(node, 'is no value', 'Take it from the state.')
  const name = fieldName(node)
  const { node: object, scope: there } = resolved(node.object, scope)
  if (object.type === 'Identifier' && object.name !== 'undefined') {
    const binding = bindingOf(object, there)
    if (binding.kind === 'state') {
      if (name === null) throw scope.source.refuse(node, 'asks for a field that is only known later', 'Name the field.')
      const value = stateField(name, binding.shape, node, scope)
      replace(node, name, value, scope)
      return value
    }
  }
  const ofAction = actionField(object, name, there)
  if (ofAction !== null) {
    scope.source.edit(node, () => JSON.stringify(ofAction))
    return constant(jinjaText(ofAction), ofAction)
  }
  const written = name !== null && object.type === 'ObjectExpression' ? writtenField(object, name, there) : null
  if (written) {
    scope.source.edit(node, () => scope.source.textOf(written))
    return valueFor(written, there)
  }
  const owner = valueFor(node.object, scope)
  const safe = node.type === 'OptionalMemberExpression'
  if (name === null) return indexed(owner, node, scope)
  if (name === 'length' && !isOnly(owner.shape, 'dictionary')) {
    throw scope.source.refuse(node, 'counts', 'Compute it into the state; a template can only ask `> 0` and `=== 0`.')
  }
  return fieldOfValue(owner, name, safe, node, scope)
}

/** `list[0]`, and a table of constants by a key that is among its own. */
function indexed(owner: Value, { property, type }: Member, scope: Scope): Value {
  if (property.type === 'PrivateName') throw scope.source.refuse(property, 'is private', 'Take it from the state.')
  const key = valueFor(property, scope)
  const raw = `${type === 'OptionalMemberExpression' ? owner.code : owner.raw}[${key.code}]`
  if (isCount(key.shape) && isOnly(present(owner.shape), 'list'))
    return maybeMissing(raw, orMissing(entryOf(owner.shape)))
  const names = textsOf(key.shape)
  if (names && isOnly(owner.shape, 'dictionary')) {
    const fields = names.map((name) => fieldOfValue(owner, name, false, property, scope).shape)
    return maybeMissing(raw, either(...fields))
  }
  throw scope.source.refuse(
    property,
    'may be any key',
    'Look up by z.enum() or by a whole number from 0, or compute it into the state.',
  )
}

function unary(node: ExpressionOf<'UnaryExpression'>, scope: Scope): Value {
  if (node.operator === '!') return made(`(not ${testOf(node.argument, scope)})`, flag)
  const { node: number } = resolved(node.argument, scope)
  if (node.operator === '-' && number.type === 'NumericLiteral') return constant(String(-number.value), -number.value)
  throw scope.source.refuse(node, 'is nothing a template can compute', 'Compute it into the state.')
}

function logical({ operator, left, right }: ExpressionOf<'LogicalExpression'>, scope: Scope): Value {
  const first = valueFor(left, scope)
  const second = valueFor(right, operator === '??' ? scope : where(left, operator === '&&', scope))
  if (operator === '??') {
    return made(`(${first.code} if ${isThere(first)} else ${second.code})`, either(present(first.shape), second.shape))
  }
  const [word, kept] = operator === '&&' ? ['and', falseOf(first.shape)] : ['or', present(first.shape)]
  const [truth, shape] = [truthOf(first), either(kept, second.shape)]
  if (truth === first.code) return made(`(${first.code} ${word} ${second.code})`, shape)
  const [yes, no] = operator === '&&' ? [second, first] : [first, second]
  return truth === 'true' ? { ...yes, shape } : made(`(${yes.code} if ${truth} else ${no.code})`, shape)
}

function binary(node: ExpressionOf<'BinaryExpression'>, scope: Scope): Value {
  const { operator, left, right } = node
  if (left.type === 'PrivateName') throw scope.source.refuse(left, 'is private', 'Take it from the state.')
  const filled = filledTest(node, scope)
  if (filled !== null) return made(filled.startsWith('(not ') ? filled : `(not (not ${filled}))`, flag)
  const compared = comparison(node, left, scope)
  if (compared !== null) return made(compared, flag)
  const isText = (side: Expression) => isOnly(valueFor(side, scope).shape, 'string')
  if (operator === '+' && (isText(left) || isText(right))) {
    return made(`(${textOf(left, scope)} ~ ${textOf(right, scope)})`, words)
  }
  throw scope.source.refuse(
    node,
    `has the operator \`${operator}\`, which templates lack`,
    'Compute it into the state.',
  )
}

function call(node: Call, scope: Scope): Value {
  const { callee, arguments: given } = node
  const [argument, ...more] = given
  if (argument && more.length === 0 && argument.type !== 'SpreadElement' && argument.type !== 'ArgumentPlaceholder') {
    const name = callee.type === 'Identifier' && !scope.find(callee.name) ? callee.name : ''
    if (name === 'String') return made(`("" ~ ${textOf(argument, scope)})`, words)
    if (name === 'Boolean') return made(`(not (not ${testOf(argument, scope)}))`, flag)
    if (callee.type === 'MemberExpression' && fieldName(callee) === 'field' && argument.type === 'StringLiteral') {
      const { node: object, scope: there } = resolved(callee.object, scope)
      if (actionField(object, 'type', there) !== null) {
        scope.source.edit(node, () => JSON.stringify(argument.value))
        return constant(jinjaText(argument.value), argument.value)
      }
    }
  }
  throw refusedCall(node, scope)
}

/** The error for a call, by what is called. */
export function refusedCall({ callee, ...node }: Call, scope: Scope) {
  const name =
    callee.type === 'MemberExpression' || callee.type === 'OptionalMemberExpression' ? fieldName(callee) : null
  if (name === 'map')
    return scope.source.refuse(
      node,
      'makes a list where one value belongs',
      'Write it between tags, or as a list of its own.',
    )
  const called = name ?? (callee.type === 'Identifier' ? callee.name : 'a function')
  return scope.source.refuse(node, `calls \`${called}\`, which templates cannot`, 'Compute it into the state.')
}
