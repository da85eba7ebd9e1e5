import type { z } from 'zod'
import { definitionOf, isRecord } from './compile.ts'
import { findNotJson } from './json.ts'
import { nearest } from './nearest.ts'
import type { WidgetProblem } from './problem.ts'
import { insteadOf, propertyMeant, valueMeant } from './slips.ts'
import { memberAt, oneOf, show } from './words.ts'

type Schema = z.core.$ZodType

/** Everything that is wrong with a value, by its schema; empty when it fits. `null` members count as absent. */
export function reportValue(schema: Schema, value: unknown, at: string): WidgetProblem[] {
  const shapes = shapesFor(schema, value)
  if (shapes.length > 1 && isRecord(value)) {
    const types = shapes.flatMap((shape) => literalType(shape) ?? [])
    if (types.length === shapes.length) return reportEnum(types, value.type, `${at}.type`)
  }
  const [only, ...more] = shapes
  if (only && more.length === 0) return reportShape(only, value, at)
  const alike = shapes.filter((shape) => resembles(shape, value)).map((shape) => reportShape(shape, value, at))
  const [closest] = alike.toSorted((one, other) => strangeness(one) - strangeness(other))
  return closest?.map((problem) => ofOtherShape(problem, shapes, at)) ?? [wrongKind(at, value, shapes.map(inWords))]
}

/** A name that only another shape of a value has is no slip, but one too many. */
function ofOtherShape(problem: WidgetProblem, shapes: readonly Schema[], at: string): WidgetProblem {
  const lists = shapes.flatMap((shape) => {
    const def = definitionOf(shape)
    return def.type === 'object' ? [Object.keys(def.shape)] : []
  })
  const isOther = lists.some((names) => names.some((name) => problem.at === `${at}.${name}`))
  if (problem.code !== 'unknown_prop' || !isOther) return problem
  const either = oneOf(lists.map((names) => `{ ${names.join(', ')} }`))
  return { ...problem, problem: 'this does not go together with the rest', hint: `Give it ${either}.` }
}

function reportShape(shape: Schema, value: unknown, at: string): WidgetProblem[] {
  const def = definitionOf(shape)
  if (def.type === 'unknown') return reportJson(value, at)
  if (!resembles(shape, value)) return [wrongKind(at, value, [inWords(shape)])]
  if (def.type === 'enum') return reportEnum(Object.values(def.entries).map(String), value, at)
  if (def.type === 'object' && isRecord(value)) return reportObject(def.shape, value, at)
  if (def.type === 'array' && Array.isArray(value)) {
    return Array.from(value, (entry, index) => reportValue(def.element, entry, `${at}[${index}]`)).flat() // holes are undefined
  }
  if (def.type === 'record' && isRecord(value)) {
    return Object.entries(value).flatMap(([name, member]) =>
      member === undefined ? [] : reportValue(def.valueType, member, memberAt(at, name)),
    )
  }
  return []
}

function reportObject(
  shape: Readonly<Record<string, Schema>>,
  value: Record<string, unknown>,
  at: string,
): WidgetProblem[] {
  const known = Object.entries(shape).flatMap(([name, member]) => {
    const given = value[name]
    if (given === undefined || given === null) return isRequired(member) ? [missing(`${at}.${name}`, member)] : []
    return reportValue(member, given, `${at}.${name}`)
  })
  const unknown = Object.entries(value).flatMap(([name, member]) =>
    Object.hasOwn(shape, name) || member === undefined || member === null
      ? []
      : [unknownName(memberAt(at, name), name, Object.keys(shape))],
  )
  return [...known, ...unknown]
}

function reportEnum(allowed: readonly string[], value: unknown, at: string): WidgetProblem[] {
  if (typeof value === 'string' && allowed.includes(value)) return []
  if (value === undefined || value === null)
    return [error('missing_prop', at, 'missing', `Give it ${quoted(allowed)}.`)]
  const near = valueMeant(value, allowed) ?? (typeof value === 'string' ? nearest(value, allowed) : null)
  const list = `Allowed: ${allowed.join(', ')}.`
  return [
    error(
      'wrong_value',
      at,
      `${show(value)} is not among the allowed values`,
      near ? `Did you mean "${near}"? ${list}` : list,
    ),
  ]
}

function reportJson(value: unknown, at: string): WidgetProblem[] {
  return findNotJson(value, at).map((notJson) => notJsonHere(notJson.at, notJson.found))
}

/** What to write instead of a value that JSON does not have. */
const insteadOfValues: ReadonlyMap<string, string> = new Map([
  ['a Date', 'Write `date.toISOString()`.'],
  ['a Map', 'Write `Object.fromEntries(map)`.'],
  ['a Set', 'Write `[...set]`.'],
  ['a Promise', 'Wait for it first: `await`.'],
  ['a bigint', 'Write `String(value)`.'],
  ['a function', 'Only data reaches the client: name an action, and handle that.'],
  ['undefined', 'In a list write null, or leave the entry out.'],
  ['NaN', 'Write a number or null.'],
  ['Infinity', 'Write a number or null.'],
])

/** A value that does not survive the way to the client. */
export function notJsonHere(at: string, found: string): WidgetProblem {
  return error('not_json', at, `${found} cannot travel as JSON`, insteadOfValues.get(found) ?? 'Put plain data here.')
}

/** The shapes a value may have: of a union all, or the one whose literal `type` the value names. */
function shapesFor(schema: Schema, value: unknown): Schema[] {
  const def = definitionOf(schema)
  if (def.type === 'optional' || def.type === 'nullable') return shapesFor(def.innerType, value)
  if (def.type !== 'union') return [schema]
  const named = def.options.filter((option) => isRecord(value) && literalType(option) === value.type)
  return (named.length > 0 ? named : def.options).flatMap((option) => shapesFor(option, value))
}

function literalType(schema: Schema): string | null {
  const def = definitionOf(schema)
  const type = def.type === 'object' && def.shape.type ? definitionOf(def.shape.type) : null
  return type?.type === 'literal' ? String(type.values[0]) : null
}

/** Whether a value is of the kind a shape asks for, be its content right or not. */
function resembles(shape: Schema, value: unknown): boolean {
  const def = definitionOf(shape)
  switch (def.type) {
    case 'object':
    case 'record':
      return isRecord(value)
    case 'array':
      return Array.isArray(value)
    case 'literal':
      return def.values.some((literal) => literal === value)
    case 'number':
      return Number.isFinite(value)
    case 'enum':
      return typeof value === 'string'
    default:
      return typeof value === def.type
  }
}

/** How far a value is from a shape; a name the shape does not have tells more than a value it does not take. */
function strangeness(problems: readonly WidgetProblem[]): number {
  return problems.reduce(
    (sum, { code, hint }) => sum + (code !== 'unknown_prop' ? 1 : hint.startsWith('Did') ? 5 : 10),
    0,
  )
}

function inWords(shape: Schema): string {
  const def = definitionOf(shape)
  switch (def.type) {
    case 'string':
    case 'number':
      return `a ${def.type}`
    case 'boolean':
      return 'true or false'
    case 'array':
      return 'a list'
    case 'literal':
      return oneOf(def.values.map((value) => JSON.stringify(value)))
    case 'enum':
      return quoted(Object.values(def.entries).map(String))
    case 'object':
      return `an object { ${Object.keys(def.shape).join(', ')} }`
    default:
      return 'an object'
  }
}

function isRequired(schema: Schema): boolean {
  return schema._zod.optin === undefined
}

/** A property that has to be there and is not. */
export function missing(at: string, schema: Schema): WidgetProblem {
  return error('missing_prop', at, 'missing', `Give it ${oneOf(shapesFor(schema, undefined).map(inWords))}.`)
}

function wrongKind(at: string, found: unknown, wanted: readonly string[]): WidgetProblem {
  return error('wrong_value', at, `${show(found)} does not fit here`, hintForKind(found, oneOf(wanted)))
}

/** What to give instead, and for what is often mistaken, why. */
function hintForKind(found: unknown, wanted: string): string {
  if (typeof found === 'function') {
    const call =
      'type' in found ? 'Call the action: `place({ … })` instead of `place`.' : 'A widget is data and has no functions.'
    return `${call} Give it ${wanted}.`
  }
  if (found instanceof Date) return `Write \`date.toISOString()\`. Give it ${wanted}.`
  const isQuoted = typeof found === 'string' && quotedKind(found, wanted)
  if (isQuoted) return `Write it without quotes, in JSX as {${found}}. Give it ${wanted}.`
  const meant = wanted.startsWith('"') ? valueMeant(found, wanted.match(/[^", ]+/g) ?? []) : null
  return meant ? `Did you mean "${meant}"? Give it ${wanted}.` : `Give it ${wanted}.`
}

/** Whether a text is a number or a truth value in quotes, where one without is wanted. */
function quotedKind(text: string, wanted: string): boolean {
  if (text === 'true' || text === 'false') return wanted.includes('true or false')
  return /^-?\d{1,9}(\.\d{1,9})?$/.test(text) && wanted.includes('a number')
}

function quoted(words: readonly string[]): string {
  return oneOf(words.map((word) => JSON.stringify(word)))
}

/** A name nobody knows, with the one that was probably meant. */
export function unknownName(at: string, name: string, known: readonly string[], owner = 'It'): WidgetProblem {
  const near = propertyMeant(name, known) ?? nearest(name, known)
  const all = `${owner} takes ${known.join(', ')}.`
  const instead = insteadOf(name, known)
  const hint = near ? `Did you mean \`${near}\`?` : instead ? `${instead} ${all}` : all
  return error('unknown_prop', at, `no property has the name ${show(name)}`, hint)
}

/** A problem that makes a widget wrong. */
export function error(code: WidgetProblem['code'], at: string, problem: string, hint: string): WidgetProblem {
  return { level: 'error', code, at, problem, hint }
}
