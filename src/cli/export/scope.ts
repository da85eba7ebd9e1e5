import { type Expression, namesIn, type Pattern, type Placed } from './ast.ts'
import { fieldCode, globals, isVariable, ofDictionaries } from './jinja.ts'
import { canBe, fieldOf, orMissing, present, type Shape } from './shape.ts'
import type { SourceText } from './source-text.ts'

/** What a template writes for an expression. */
export interface Value {
  /** Gives the value; `none` where it is missing. */
  code: string
  /** Gives the value, and complains where it is missing. */
  raw: string
  shape: Shape
  /** Its JSON, where it is a constant. */
  json?: string
}

/** What a name stands for. */
export type Binding =
  /** Something a template knows; `text` is how Studio's view writes it. */
  | { kind: 'value'; value: Value; text: string }
  /** The state as a whole. */
  | { kind: 'state'; shape: Shape }
  /** A `const` of the module or the view: what it is stands wherever it is used. */
  | { kind: 'constant'; node: Expression; scope: Scope }
  /** Something this package exports. */
  | { kind: 'ours'; name: string }
  /** Anything else; `why` goes on behind its name. */
  | { kind: 'other'; why: string; hint: string }

/** A condition around a place has ruled this out for what is written so. */
export interface Fact {
  raw: string
  kind: 'null' | 'missing'
}

/** The names one can see at a place of the source. */
export class Scope {
  readonly source: SourceText
  readonly #names = new Map<string, Binding>()
  readonly #around: Scope | null
  /** Names the template has in use. */
  readonly #taken = new Set<string>()
  readonly #facts: Fact[] = []

  constructor(source: SourceText, around: Scope | null = null) {
    this.source = source
    this.#around = around
  }

  inner(): Scope {
    return new Scope(this.source, this)
  }

  find(name: string): Binding | undefined {
    return this.#names.get(name) ?? this.#around?.find(name)
  }

  set(name: string, binding: Binding): void {
    this.#names.set(name, binding)
  }

  /** Keeps names of the state from being given to anything else. */
  take(names: readonly string[]): void {
    for (const name of names) this.#taken.add(name)
  }

  /** A name for a variable of the template; what is asked for, unless something else has it. */
  fresh(wanted: string): string {
    const base = isVariable(wanted) ? wanted : 'item'
    let name = base
    for (let number = 2; this.#isTaken(name); number++) name = `${base}${number}`
    this.#taken.add(name)
    return name
  }

  #isTaken(name: string): boolean {
    if (this.#taken.has(name)) return true
    return this.#around ? this.#around.#isTaken(name) : false
  }

  learn(fact: Fact): void {
    this.#facts.push(fact)
  }

  /** A value without what the conditions around have ruled out. */
  narrowed(value: Value): Value {
    const { raw, shape } = value
    const kinds = this.#ruledOut(raw)
    if (kinds.length === 0) return value
    const schemas = kinds.includes('null') ? present(shape).schemas : shape.schemas
    return maybeMissing(raw, { schemas, missing: shape.missing && !kinds.includes('missing') })
  }

  #ruledOut(raw: string): Fact['kind'][] {
    const own = this.#facts.filter((fact) => fact.raw === raw).map(({ kind }) => kind)
    return this.#around ? [...own, ...this.#around.#ruledOut(raw)] : own
  }

  /** Whether all names in a node mean the same here as there. */
  agrees(node: Placed, there: Scope): boolean {
    return namesIn(node).every((name) => this.find(name) === there.find(name) || there.find(name) === undefined)
  }
}

/** A field of the state: a variable of the template. */
export function stateField(name: string, state: Shape, node: Placed, { source }: Scope): Value {
  const shape = fieldOf(state, name)
  if (!isVariable(name)) throw source.refuse(node, 'is no name a template can have', 'Rename the field.')
  if (canBe(shape, 'missing') && globals.has(name)) {
    throw source.refuse(node, 'means something else to Jinja where the state lacks it', 'Rename the field.')
  }
  return maybeMissing(name, shape)
}

/** A field of a value; `safe` where the value may be missing. */
export function fieldOfValue(owner: Value, name: string, safe: boolean, node: Placed, { source }: Scope): Value {
  const found = fieldOf(owner.shape, name)
  const shape = safe && canBe(owner.shape, 'missing', 'null') ? orMissing(found) : found
  if (canBe(shape, 'missing') && (ofDictionaries.has(name) || name.startsWith('_'))) {
    throw source.refuse(
      node,
      'means something else to Python where the field is missing',
      'Rename the field, or have it always there.',
    )
  }
  return maybeMissing(fieldCode(safe ? owner.code : owner.raw, name), shape)
}

/** What an expression gives that may be missing. */
export function maybeMissing(raw: string, shape: Shape): Value {
  return { code: canBe(shape, 'missing') ? `(${raw} | default(none))` : raw, raw, shape }
}

/** Gives the names of a pattern what they stand for: `{ id, user: { name } }`. */
export function bindPattern(pattern: Pattern, value: Value, text: string, scope: Scope): void {
  bind(pattern, scope, {
    whole: () => ({ kind: 'value', value, text }),
    field: (name, node) => {
      const field = fieldOfValue(value, name, false, node, scope)
      return { value: field, text: `${text}.${name}` }
    },
  })
}

/** Gives the names of a view's parameter what they stand for. */
export function bindState(pattern: Pattern, state: Shape, scope: Scope): void {
  bind(pattern, scope, {
    whole: () => ({ kind: 'state', shape: state }),
    field: (name, node) => ({ value: stateField(name, state, node, scope), text: name }),
  })
}

interface Bound {
  whole(): Binding
  field(name: string, node: Placed): { value: Value; text: string }
}

function bind(pattern: Pattern, scope: Scope, { whole, field }: Bound): void {
  if (pattern.type === 'Identifier') {
    scope.set(pattern.name, whole())
    return
  }
  if (pattern.type !== 'ObjectPattern') {
    throw scope.source.refuse(pattern, 'is no parameter Studio knows', 'Take one object, or name its fields.')
  }
  for (const property of pattern.properties) {
    if (property.type !== 'ObjectProperty' || property.key.type !== 'Identifier' || property.computed) {
      throw scope.source.refuse(property, 'takes more than one field', 'Name each field.')
    }
    const { value: inner } = property
    const { value, text } = field(property.key.name, property)
    if (inner.type === 'AssignmentPattern') {
      throw scope.source.refuse(inner, 'gives a default', 'Write `.default(…)` into the schema of the state.')
    }
    if (inner.type !== 'Identifier' && inner.type !== 'ObjectPattern') {
      throw scope.source.refuse(inner, 'is no parameter Studio knows', 'Name each field.')
    }
    bindPattern(inner, value, text, scope)
  }
}
