import { renderLimits } from './budget.ts'
import { arrayOf, literally, type Parsed, parsedOf, parsedsOf, type Refuse } from './parsed.ts'
import type { Expression } from './syntax.ts'
import { Float, type Value } from './values.ts'

/** Names that are values, in both spellings; nothing can take them away. */
const constants = new Map<string, Value>([
  ['none', null],
  ['None', null],
  ['true', true],
  ['True', true],
  ['false', false],
  ['False', false],
])

/** Turns the parser's expressions into ours; throws what `refuse` makes at everything else. */
export class ExpressionReader {
  readonly #refuse: Refuse
  #depth = 0

  constructor(refuse: Refuse) {
    this.#refuse = refuse
  }

  read(parsed: Parsed): Expression {
    if (++this.#depth > renderLimits.depth / 2) throw new RangeError('nested too deep')
    const expression = this.#read(parsed)
    this.#depth--
    return expression
  }

  #part(value: unknown): Expression {
    return this.read(parsedOf(value))
  }

  #read(parsed: Parsed): Expression {
    switch (parsed.type) {
      case 'IntegerLiteral':
      case 'StringLiteral':
        return { kind: 'constant', value: typeof parsed.value === 'number' ? parsed.value : String(parsed.value) }
      case 'FloatLiteral': {
        const value = Number(parsed.value)
        return { kind: 'constant', value: Number.isInteger(value) ? new Float(value) : value }
      }
      case 'Identifier': {
        const name = String(parsed.value)
        const value = constants.get(name)
        return value === undefined ? { kind: 'name', name } : { kind: 'constant', value }
      }
      case 'ArrayLiteral':
        return { kind: 'list', entries: parsedsOf(parsed.value).map((entry) => this.read(entry)) }
      case 'ObjectLiteral': {
        const members = parsed.value instanceof Map ? [...parsed.value] : []
        return {
          kind: 'dictionary',
          members: members.map(([key, value]) => [this.#part(key), this.#part(value)] as const),
        }
      }
      case 'MemberExpression':
        return this.#member(parsed)
      case 'BinaryExpression':
        return this.#binary(parsed)
      case 'UnaryExpression':
        return this.#unary(parsed)
      case 'Ternary': {
        const [test, yes, no] = [
          this.#part(parsed.condition),
          this.#part(parsed.trueExpr),
          this.#part(parsed.falseExpr),
        ]
        return { kind: 'choice', test, yes, no }
      }
      case 'SelectExpression':
        throw this.#refuse('`if` without `else` in an expression', /\bif\b/)
      case 'TestExpression':
        return this.#test(parsed)
      case 'FilterExpression':
        return this.#filter(parsed)
      case 'CallExpression':
        return this.#call(parsed)
      case 'TupleLiteral':
        throw this.#refuse('tuple', /,/)
      default:
        throw this.#refuse(`\`${parsed.type}\``, /\{[{%]/)
    }
  }

  #member(parsed: Parsed): Expression {
    const of = this.#part(parsed.object)
    const property = parsedOf(parsed.property)
    if (property.type === 'SliceExpression') {
      const bounds = [property.start, property.stop, property.step]
      return { kind: 'slice', of, bounds: bounds.map((bound) => (bound === undefined ? null : this.#part(bound))) }
    }
    const name = property.type === 'Identifier' && !parsed.computed ? String(property.value) : null
    return { kind: 'member', of, key: name === null ? this.read(property) : { kind: 'constant', value: name } }
  }

  #binary(parsed: Parsed): Expression {
    const operator = operatorOf(parsed)
    const [left, right] = [this.#part(parsed.left), this.#part(parsed.right)]
    switch (operator) {
      case 'and':
      case 'or':
        return { kind: operator, left, right }
      case '~':
        return { kind: 'join', left, right }
      case '==':
      case '!=':
        if (left.kind !== 'equal') return { kind: 'equal', left, right, negated: operator === '!=' }
        throw this.#refuse(`chain of \`${operator}\``, new RegExp(literally(operator)))
      default:
        throw this.#refuse(`operator \`${operator}\``, new RegExp(`[\\s\\w)\\]"']${literally(operator)}`))
    }
  }

  #unary(parsed: Parsed): Expression {
    const operator = operatorOf(parsed)
    const of = this.#part(parsed.argument)
    if (operator === 'not') return { kind: 'not', of }
    if (operator === '-' && of.kind === 'constant' && typeof of.value === 'number')
      return { kind: 'constant', value: -of.value }
    throw this.#refuse(`sign \`${operator}\``, new RegExp(literally(operator)))
  }

  #test(parsed: Parsed): Expression {
    const name = String(parsedOf(parsed.test).value)
    if (name !== 'none')
      throw this.#refuse(`test \`${name}\``, new RegExp(`\\bis\\s+(?:not\\s+)?${literally(name)}\\b`))
    return { kind: 'isNone', of: this.#part(parsed.operand), negated: parsed.negate === true }
  }

  #filter(parsed: Parsed): Expression {
    const filter = parsedOf(parsed.filter)
    const name = String(parsedOf(filter.type === 'CallExpression' ? filter.callee : filter).value)
    const of = this.#part(parsed.operand)
    const given = filter.type === 'CallExpression' ? this.#arguments(filter, name) : []
    if (name === 'tojson' && given.length === 0) return { kind: 'tojson', of }
    if (name === 'default' && given.length <= 2) {
      const [fallback = { kind: 'constant', value: '' } as const, alsoFalse = null] = given
      return { kind: 'default', of, fallback, alsoFalse }
    }
    const problem =
      name === 'tojson' || name === 'default' ? `\`${name}\` with so many arguments` : `filter \`${name}\``
    throw this.#refuse(problem, new RegExp(`\\|\\s*${literally(name)}\\b`))
  }

  #call(parsed: Parsed): Expression {
    const callee = parsedOf(parsed.callee)
    if (callee.type === 'MemberExpression' && callee.computed === false) {
      const method = String(parsedOf(callee.property).value)
      const [entry, ...more] = method === 'append' ? this.#arguments(parsed, method) : []
      if (entry && more.length === 0) return { kind: 'append', list: this.#part(callee.object), entry }
      throw this.#refuse(
        `method \`${method}\`${method === 'append' ? ' without exactly one entry' : ''}`,
        new RegExp(`\\.\\s*${literally(method)}\\s*\\(`),
      )
    }
    const name = callee.type === 'Identifier' ? String(callee.value) : 'call'
    if (name !== 'namespace') throw this.#refuse(`function \`${name}\``, new RegExp(`\\b${literally(name)}\\s*\\(`))
    const fields = parsedsOf(parsed.args).map((argument) => {
      if (argument.type !== 'KeywordArgumentExpression')
        throw this.#refuse('`namespace` without names', /\bnamespace\s*\(/)
      return [String(parsedOf(argument.key).value), this.#part(argument.value)] as const
    })
    return { kind: 'namespace', fields }
  }

  #arguments(call: Parsed, name: string): Expression[] {
    const named = arrayOf(call.args)
      .map(parsedOf)
      .find(({ type }) => /^Keyword|^Spread/.test(type))
    if (named) throw this.#refuse(`named argument of \`${name}\``, new RegExp(`\\b${literally(name)}\\s*\\(`))
    return parsedsOf(call.args).map((argument) => this.read(argument))
  }
}

function operatorOf({ operator }: Parsed): string {
  return typeof operator === 'object' && operator !== null && 'value' in operator ? String(operator.value) : ''
}
