import { expect, test } from 'vitest'
import { checkWidget, inspectWidget, readWidget, rootTypes, widgetSummary, widgetText, widgetTypes } from './index.ts'

/** Seeded random numbers, so that a value that fails once fails again (mulberry32). */
function randomNumbers(seed: number) {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return { below, oneOf: <Value>(values: readonly Value[]) => values[below(values.length)] as Value } // the index is below the length
}

const huge = ['x'.repeat(2_000_000), 'children'.repeat(100_000)]
const names = [
  ...[
    'type',
    'children',
    'value',
    'label',
    'name',
    'size',
    'key',
    'id',
    'options',
    'data',
    'series',
    'xAxis',
    'payload',
  ],
  ...['onClickAction', 'confirm', 'status', 'padding', 'border', 'background', 'editable', 'streaming', 'asForm'],
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'toJSON', 'length', '', '0', 'lable'],
]
const types = [...widgetTypes, ...widgetTypes, 'Nope', 'text', '__proto__', 'constructor', 'hasOwnProperty', '']
const words = ['', 'a', 'md', 'full', 'auto', 'row', 'column', 'false', 'bar', 'gray-500', '#fff', '\u0000', '\ud800']
const plain = [null, true, false, 0, -0, 1, -1, 1.5, 1e308, Number.MAX_SAFE_INTEGER]
const notJson = [
  undefined,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  10n,
  Symbol('s'),
  () => 0,
  new Date(0),
  new Map([[1, 2]]),
  /x/,
]

/** Random values that look like widgets to different degrees; JSON only, or with what JSON cannot carry among it. */
function malformed(seed: number, { jsonOnly }: { jsonOnly: boolean }): unknown {
  const { below, oneOf } = randomNumbers(seed)
  const around: object[] = []

  function value(levels: number): unknown {
    const kind = below(levels <= 0 ? 4 : 14)
    if (kind < 2) return oneOf(below(2_000) > 0 ? words : huge)
    if (kind < 4) return jsonOnly || below(3) > 0 ? oneOf(plain) : oneOf(notJson)
    if (kind < 10) return node(levels)
    if (kind < 12) return object(levels)
    if (kind < 13 || below(100) > 0) return list(levels)
    return bomb()
  }

  function node(levels: number): unknown {
    const made: Record<string, unknown> = {}
    if (below(10) > 0) made.type = oneOf(types)
    if (below(3) > 0) made.children = below(5) > 0 ? list(levels - 1) : value(levels - 1)
    return object(levels - 1, made)
  }

  function object(levels: number, made: Record<string, unknown> = {}): Record<string, unknown> {
    around.push(made)
    for (let left = below(4); left > 0; left--) add(made, oneOf(below(2_000) > 0 ? names : huge), levels)
    around.pop()
    return made
  }

  function add(made: object, name: string, levels: number): void {
    const odd = jsonOnly ? 2 : below(60)
    const inside = odd === 1 ? oneOf(around) : value(levels - 1) // a value inside itself
    const got = oneOf([...notJson, thrown])
    const member = odd === 0 ? { get: () => (got === thrown ? thrown() : got) } : { value: inside, writable: true }
    Object.defineProperty(made, name, { ...member, enumerable: true, configurable: true }) // `__proto__` as JSON.parse makes it
  }

  function list(levels: number): unknown[] {
    const made: unknown[] = []
    around.push(made)
    for (let left = below(4); left > 0; left--) made.push(value(levels - 1))
    if (!jsonOnly && below(30) === 0) made.length = below(50) > 0 ? 5 : oneOf([100_000, 2 ** 32 - 1])
    around.pop()
    return made
  }

  function bomb(): unknown {
    const name = oneOf(['children', 'payload', '__proto__', null])
    let inner: unknown = 0
    for (let left = oneOf([150, 250, 1_500]); left > 0; left--)
      inner =
        name === null ? [inner] : JSON.parse(`{"type":"Box","${name}":0}`, (key, old) => (key === name ? inner : old))
    return inner
  }

  if (below(8) === 0) return value(5)
  const root = { type: oneOf([...rootTypes]), children: list(5) }
  return below(2) > 0 ? object(3, root) : root
}

function thrown(): never {
  throw new TypeError('a getter threw')
}

const prototypes = [Object.prototype, Array.prototype, Function.prototype, String.prototype, Map.prototype]
const ownOfPrototypes = () => prototypes.map((prototype) => Object.getOwnPropertyNames(prototype))

test.each([
  ['JSON', true],
  ['values, JSON or not', false],
])(
  '50,000 malformed %s: nothing is thrown, hung or polluted, and what is read can be put into words',
  (_, jsonOnly) => {
    const before = ownOfPrototypes()
    let right = 0
    for (let seed = 0; seed < 50_000; seed++) {
      const json = malformed(seed, { jsonOnly })
      const problems = inspectWidget(json)
      const { root, problems: whileReading } = readWidget(json)
      const isRight = problems.every(({ level }) => level === 'warning')
      if (isRight) right++
      if (!problems.every(isProblem) || !whileReading.every(isProblem))
        throw new Error(`seed ${seed}: no problem as promised`)
      if (seed % 10 === 0 && isRight !== passes(json))
        throw new Error(`seed ${seed}: checkWidget and inspectWidget disagree`)
      if (root && !rootTypes.has(root.type)) throw new Error(`seed ${seed}: ${root.type} is no root`)
      if (root && Object.getPrototypeOf(root) !== Object.prototype) throw new Error(`seed ${seed}: another prototype`)
      if (root && typeof (widgetText(root) + widgetSummary(root)) !== 'string')
        throw new Error(`seed ${seed}: no words`)
    }
    expect(right).toBeGreaterThan(100) // some are right, most are not
    expect(right).toBeLessThan(25_000)
    expect(ownOfPrototypes()).toEqual(before)
  },
  180_000,
)

function isProblem({ at, problem, hint }: { at: string; problem: string; hint: string }): boolean {
  return at !== '' && problem !== '' && hint !== '' && problem.length < 500
}

/** Errors of ours count as an answer, all else is thrown. */
function passes(json: unknown): boolean {
  try {
    checkWidget(json)
    return true
  } catch (error) {
    if (error instanceof Error && error.name === 'ParlorError') return false
    throw error
  }
}
