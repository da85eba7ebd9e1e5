import { ParlorError } from '../../errors.ts'

/** What an expression of a template can be. Dictionaries are maps, so that nothing is ever looked up on a prototype. */
export type Value = null | boolean | number | string | Float | Value[] | Map<string, Value> | Fields | Missing

/** A float without a fraction, which prints as `1.0`; other floats and all integers are plain numbers. */
export class Float {
  readonly value: number
  constructor(value: number) {
    this.value = value
  }
}

/** What `namespace()` and `loop` are: names with values, but no JSON. */
export class Fields {
  readonly members: Map<string, Value>
  constructor(members: Iterable<readonly [string, Value]>) {
    this.members = new Map(members)
  }
}

/** What stands for a variable or attribute that is not there: may be handed on, and complains once it is used. */
export class Missing {
  readonly at: string
  readonly problem: string
  readonly hint: string
  constructor(at: string, problem: string, hint: string) {
    this.at = at
    this.problem = problem
    this.hint = hint
  }
}

/** The value, unless it is missing; then ParlorError `invalid_input` at the variable. */
export function present(value: Value): Exclude<Value, Missing> {
  if (value instanceof Missing) throw new ParlorError('invalid_input', { ...value })
  return value
}

/** Python's truth: `''`, `0`, `[]`, `{}` and `none` are false. */
export function isTrue(given: Value): boolean {
  const value = present(given)
  if (value instanceof Map) return value.size > 0
  if (value instanceof Float) return value.value !== 0
  return Array.isArray(value) ? value.length > 0 : Boolean(value)
}

/** What a value is called in Python's own messages. */
export function kindOf(value: Value): string {
  if (value === null) return 'none'
  if (value instanceof Map) return 'a dictionary'
  if (value instanceof Float) return 'a number'
  if (value instanceof Fields) return 'a namespace'
  if (value instanceof Missing) return 'nothing'
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`
}

/** The characters of a text as Python counts them: by code point. */
export function charactersOf(text: string): readonly string[] | string {
  return /[\ud800-\udfff]/.test(text) ? Array.from(text) : text
}
