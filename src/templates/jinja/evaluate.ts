import { ParlorError } from '../../errors.ts'
import type { Budget } from './budget.ts'
import { isEqual } from './equal.ts'
import { printed, toJson } from './print.ts'
import type { Scope } from './scope.ts'
import { sliceOf } from './slice.ts'
import type { Expression } from './syntax.ts'
import { charactersOf, Fields, isTrue, kindOf, Missing, present, type Value } from './values.ts'

/** What one rendering knows besides its variables. */
export interface Rendering {
  /** The template's name, in front of every place. */
  name: string
  /** Where each list and dictionary of the data came from: `items[0]`. */
  places: WeakMap<object, string>
  budget: Budget
}

/** The value of an expression. What is missing comes out as `Missing` and throws where it is used, as strict Jinja does. */
export function evaluate(expression: Expression, scope: Scope, rendering: Rendering): Value {
  return rendering.budget.within(() => compute(expression, scope, rendering))
}

function compute(expression: Expression, scope: Scope, rendering: Rendering): Value {
  const { budget } = rendering
  const value = (part: Expression) => evaluate(part, scope, rendering)
  switch (expression.kind) {
    case 'constant':
      return expression.value
    case 'name':
      return variable(expression.name, scope, rendering)
    case 'list':
      return expression.entries.map(value)
    case 'dictionary':
      return new Map(expression.members.map(([key, member]) => [textOf(value(key), rendering), value(member)]))
    case 'member':
      return memberOf(expression, scope, rendering)
    case 'slice': {
      const bounds = expression.bounds.map((bound) => (bound ? present(value(bound)) : null))
      const sliced = sliceOf(present(value(expression.of)), bounds, rendering.name)
      return typeof sliced === 'string' ? budget.write(sliced) : sliced
    }
    case 'equal':
      return isEqual(value(expression.left), value(expression.right), budget) !== expression.negated
    case 'and': {
      const left = value(expression.left)
      return isTrue(left) ? value(expression.right) : left
    }
    case 'or': {
      const left = value(expression.left)
      return isTrue(left) ? left : value(expression.right)
    }
    case 'join':
      return printed(value(expression.left), budget) + printed(value(expression.right), budget)
    case 'not':
      return !isTrue(value(expression.of))
    case 'choice':
      return value(isTrue(value(expression.test)) ? expression.yes : expression.no)
    case 'isNone':
      return (value(expression.of) === null) !== expression.negated
    case 'tojson':
      return toJson(value(expression.of), budget)
    case 'default': {
      const of = value(expression.of)
      const [fallback, alsoFalse] = [
        value(expression.fallback),
        expression.alsoFalse ? isTrue(value(expression.alsoFalse)) : false,
      ]
      return of instanceof Missing || (alsoFalse && !isTrue(of)) ? fallback : of
    }
    case 'namespace':
      return new Fields(expression.fields.map(([name, field]) => [name, value(field)] as const))
    case 'append': {
      const list = present(value(expression.list))
      if (!Array.isArray(list))
        throw wrong(`${placeOf(expression.list, scope, rendering)}`, `${kindOf(list)} has no \`append\``, rendering)
      list.push(value(expression.entry))
      return null
    }
    default:
      expression satisfies never
      return null
  }
}

/** Texts only: whatever else Python takes as a key is of no use in JSON. */
function textOf(key: Value, rendering: Rendering): string {
  const text = present(key)
  if (typeof text === 'string') return text
  throw wrong('template', `${kindOf(text)} stands as the key of a dictionary`, rendering)
}

function memberOf({ of, key }: { of: Expression; key: Expression }, scope: Scope, rendering: Rendering): Value {
  const owner = present(evaluate(of, scope, rendering))
  const name = present(evaluate(key, scope, rendering))
  const found =
    typeof name === 'string' ? named(owner, name) : typeof name === 'number' ? entryOf(owner, name) : undefined
  if (found !== undefined) return found
  const base = placeOf(of, scope, rendering)
  const step = typeof name === 'number' ? `[${name}]` : `.${typeof name === 'string' ? name : kindOf(name)}`
  const around =
    owner instanceof Map && owner.size > 0
      ? `; \`${base}\` has ${namesOf(owner)}`
      : owner instanceof Map
        ? ''
        : `; \`${base}\` is ${kindOf(owner)}`
  return missing(base + step, rendering, around)
}

function named(owner: Value, name: string): Value | undefined {
  if (owner instanceof Map) return owner.get(name)
  return owner instanceof Fields ? owner.members.get(name) : undefined
}

function entryOf(owner: Value, index: number): Value | undefined {
  if (typeof owner !== 'string' && !Array.isArray(owner)) return undefined
  const entries: ArrayLike<Value> = typeof owner === 'string' ? charactersOf(owner) : owner
  return Number.isInteger(index) ? entries[index < 0 ? entries.length + index : index] : undefined
}

function variable(name: string, scope: Scope, rendering: Rendering): Value {
  const value = scope.get(name)
  return value === undefined ? missing(name, rendering) : value
}

/** What an expression is called in the data, as far as it comes from there: `items[0].label`. */
function placeOf(expression: Expression, scope: Scope, rendering: Rendering): string {
  const value = evaluate(expression, scope, rendering)
  const known = typeof value === 'object' && value !== null ? rendering.places.get(value) : undefined
  if (known !== undefined) return known
  if (expression.kind === 'name') return expression.name
  if (expression.kind !== 'member') return '(…)'
  const key = evaluate(expression.key, scope, rendering)
  return placeOf(expression.of, scope, rendering) + (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)
}

function namesOf(owner: Map<string, Value>): string {
  const names = [...owner.keys()]
  return names.length > 8 ? `${names.slice(0, 8).join(', ')}, …` : names.join(', ')
}

function missing(place: string, { name }: Rendering, around = ''): Missing {
  return new Missing(
    `${name}.${place}`,
    `missing${around}`,
    `Give it in the data, or write \`| default(…)\` behind it in the template.`,
  )
}

function wrong(place: string, problem: string, { name }: Rendering): ParlorError {
  return new ParlorError('invalid_input', {
    at: `${name}.${place}`,
    problem,
    hint: 'Look at this place of the template.',
  })
}
