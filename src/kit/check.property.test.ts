import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { compile, definitionOf } from './compile.ts'
import { fitsNode } from './fits.ts'
import { inspectWidget, readWidget, widgetSummary, widgetText } from './index.ts'
import { inspectRoot } from './inspect.ts'
import { defaultLimits, newTally } from './limits.ts'
import { rootTypes, rules, widgetTypes } from './rules.ts'
import { withoutNulls } from './without-nulls.ts'

type Json = Record<string, unknown>

/** Random values that fit a schema. */
function fitting(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  const def = definitionOf(schema)
  switch (def.type) {
    case 'optional':
    case 'nullable':
      return fitting(def.innerType)
    case 'string':
      return fc.string({ maxLength: 8 })
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true })
    case 'boolean':
      return fc.boolean()
    case 'literal':
      return fc.constantFrom(...def.values)
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries))
    case 'union':
      return fc.oneof(...def.options.map(fitting))
    case 'array':
      return fc.array(fitting(def.element), { maxLength: 3 })
    case 'record':
      return fc.dictionary(
        fc.string({ maxLength: 5 }).filter((key) => key !== '__proto__'),
        fitting(def.valueType),
        { maxKeys: 3 },
      )
    case 'object': {
      const entries = Object.entries(def.shape)
      const requiredKeys = entries.flatMap(([name, member]) => (member._zod.optin === undefined ? [name] : []))
      return fc.record(Object.fromEntries(entries.map(([name, member]) => [name, fitting(member)])), { requiredKeys })
    }
    default:
      return fc.jsonValue({ maxDepth: 2 })
  }
}

const nodes = new Map<string, fc.Arbitrary<Json>>()

/** Random nodes of a type, with at most so many levels of children below. */
function nodeOf(type: string, levels: number): fc.Arbitrary<Json> {
  const name = `${type} ${levels}`
  const made = nodes.get(name) ?? makeNode(type, levels)
  nodes.set(name, made)
  return made
}

function makeNode(type: string, levels: number): fc.Arbitrary<Json> {
  const rule = rules[type]
  if (!rule) throw new Error(`no rule for ${type}`)
  const properties = Object.fromEntries(
    Object.entries(rule.properties).map(([name, { schema }]) => [name, fitting(schema)]),
  )
  const requiredKeys = Object.entries(rule.properties).flatMap(([name, { required }]) => (required ? [name] : []))
  const own = fc.record(properties, { requiredKeys }).map((props) => ({ type, ...props }))
  if (!rule.children) return own
  if (levels === 0) return rule.children.required ? own.map((node) => ({ ...node, children: [] })) : own
  const child = fc.oneof(...[...rule.children.takes].map((inner) => nodeOf(inner, levels - 1)))
  const children = rule.children.many ? fc.array(child, { maxLength: 3 }) : child
  return fc.tuple(own, children).map(([node, inside]) => ({ ...node, children: inside }))
}

const root = fc.oneof(...[...rootTypes].map((type) => nodeOf(type, 3))).map((json) => withOwnIds(json, new Set()))

/** Ids that were there before gone. */
function withOwnIds(json: Json, ids: Set<unknown>): Json {
  const { id, children, ...rest } = json
  const own = id === undefined || ids.has(id) ? {} : { id }
  ids.add(id)
  if (children === undefined) return { ...rest, ...own }
  const inside = Array.isArray(children)
    ? children.map((child) => withOwnIds(child, ids))
    : withOwnIds(children as Json, ids)
  return { ...rest, ...own, children: inside }
}

/** Random JSON that often looks like a widget. */
const almost: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.jsonValue({ maxDepth: 2 }),
    tie('node'),
    fc.constantFrom(undefined, Number.NaN, 'full', -1),
  ),
  node: fc
    .dictionary(
      fc.oneof(
        fc.constantFrom(
          'children',
          'value',
          'size',
          'options',
          'onClickAction',
          'payload',
          'status',
          '__proto__',
          'constructor',
          'key',
        ),
        fc.string({ maxLength: 4 }),
      ),
      tie('value'),
      { maxKeys: 4 },
    )
    .chain((members) => fc.constantFrom(...widgetTypes, 'Nope', '__proto__').map((type) => ({ ...members, type }))),
})).node

/** A right widget with one value, somewhere, replaced or added. */
const spoilt = fc
  .tuple(
    root,
    fc.array(fc.nat(), { maxLength: 8 }),
    fc.constantFrom('value', 'size', 'children', 'x', '__proto__'),
    fc.jsonValue(),
  )
  .map(([widget, steps, name, value]) => spoil(widget, steps, name, value))

function spoil(json: unknown, [step, ...steps]: number[], name: string, value: unknown): unknown {
  if (step === undefined || typeof json !== 'object' || json === null) return value
  if (Array.isArray(json)) {
    const index = step % (json.length + 1)
    return [...json.slice(0, index), spoil(json[index], steps, name, value), ...json.slice(index + 1)]
  }
  const entries = Object.entries(json)
  const [key, member] = entries[step % (entries.length + 1)] ?? [name, undefined]
  return Object.fromEntries([...entries, [key, spoil(member, steps, name, value)]])
}

function errorsIn(json: unknown) {
  return inspectWidget(json).filter(({ level }) => level === 'error')
}

test('every widget made of fitting values passes, and is read as it is', () => {
  fc.assert(
    fc.property(root, (widget) => {
      expect(errorsIn(widget)).toEqual([])
      expect(readWidget(widget)).toEqual({ root: widget, problems: [] })
    }),
    { numRuns: 300 },
  )
})

test('whatever comes in: no crash, nothing polluted, and what is read from it can be checked, read again and put into words', () => {
  fc.assert(
    fc.property(fc.oneof(almost, spoilt), (json) => {
      const problems = errorsIn(json)
      const read = readWidget(json)
      expect(fitsNode(json, rootTypes, newTally(defaultLimits))).toBe(inspectRoot(json, 'root').length === 0)
      if (problems.length === 0) expect(read).toEqual({ root: withoutNulls(json), problems: [] })
      if (!read.root) return
      const left = errorsIn(read.root).filter(({ code, at }) => {
        const isLetIn = code === 'unknown_type' || code === 'wrong_child' || at.endsWith('.payload') // payloads may be any JSON
        return !isLetIn
      })
      expect(left).toEqual([])
      expect(typeof widgetText(read.root)).toBe('string')
      expect(typeof widgetSummary(read.root)).toBe('string')
    }),
    { numRuns: 2000 },
  )
  expect(Object.keys(Object.prototype)).toEqual([])
}, 30_000)

test('the compiled check says yes exactly where zod does', () => {
  const schemas = Object.values(rules).flatMap(({ properties }) =>
    Object.values(properties).map(({ schema }) => schema),
  )
  const schema = fc.constantFrom(...new Set(schemas))
  const withoutNull = fc.jsonValue({ maxDepth: 2 }).filter((value) => !JSON.stringify(value).includes('null'))
  fc.assert(
    fc.property(
      schema.chain((one) => fc.tuple(fc.constant(one), fc.oneof(fitting(one), withoutNull, fc.string()))),
      ([one, value]) => {
        expect(compile(one)(value, newTally(defaultLimits))).toBe(z.safeParse(one, value).success)
      },
    ),
    { numRuns: 3000 },
  )
})
