/** What a value can be. `missing` is JavaScript's `undefined`. */
export type Kind = 'missing' | 'null' | 'boolean' | 'integer' | 'number' | 'string' | 'list' | 'dictionary'

export type Schema = Readonly<Record<string, unknown>>

/** What is known of a value before any state is: schemas it can fit, none of which is a union. */
export interface Shape {
  readonly schemas: readonly Schema[]
  readonly missing: boolean
}

const kindsByType: Readonly<Record<string, readonly Kind[]>> = {
  null: ['null'],
  boolean: ['boolean'],
  integer: ['integer'],
  number: ['number', 'integer'],
  string: ['string'],
  array: ['list'],
  object: ['dictionary'],
}
const anything: readonly Kind[] = ['missing', 'null', 'boolean', 'integer', 'number', 'string', 'list', 'dictionary']

export const missing: Shape = { schemas: [], missing: true }
const unknown: Shape = { schemas: [{}], missing: true }
export const flag: Shape = { schemas: [{ type: 'boolean' }], missing: false }
export const words: Shape = { schemas: [{ type: 'string' }], missing: false }
/** A whole number from 0. */
export const count: Shape = { schemas: [{ type: 'integer', minimum: 0 }], missing: false }

/** What fits a JSON Schema; its references have been resolved. */
export function shapeOf(schema: unknown): Shape {
  return isRecord(schema) ? { schemas: alternatives(schema), missing: false } : unknown
}

/** What a constant is. */
export function shapeOfConstant(value: string | number | boolean | null): Shape {
  const type = value === null ? 'null' : typeof value === 'number' && Number.isInteger(value) ? 'integer' : typeof value
  return { schemas: [{ type, enum: [value] }], missing: false }
}

/** What is one or the other. */
export function either(...shapes: readonly Shape[]): Shape {
  return { schemas: shapes.flatMap(({ schemas }) => schemas), missing: shapes.some((shape) => shape.missing) }
}

export function orMissing(shape: Shape): Shape {
  return { ...shape, missing: true }
}

/** What is left where `null` and `undefined` have been ruled out. */
export function present(shape: Shape): Shape {
  return { schemas: shape.schemas.filter((schema) => schema.type !== 'null'), missing: false }
}

/** What is left of a value JavaScript finds false: no list, no object. */
export function falseOf(shape: Shape): Shape {
  return { ...shape, schemas: shape.schemas.filter(({ type }) => type !== 'array' && type !== 'object') }
}

export function kindsOf({ schemas, missing }: Shape): ReadonlySet<Kind> {
  return new Set([...(missing ? (['missing'] as const) : []), ...schemas.flatMap(kindsOfSchema)])
}

/** Whether a value can only be of these kinds. */
export function isOnly(shape: Shape, ...kinds: readonly Kind[]): boolean {
  return [...kindsOf(shape)].every((kind) => kinds.includes(kind))
}

/** Whether a value can be of one of these kinds. */
export function canBe(shape: Shape, ...kinds: readonly Kind[]): boolean {
  return kinds.some((kind) => kindsOf(shape).has(kind))
}

/** The texts a value can be, where these are a closed set. */
export function textsOf({ schemas, missing }: Shape): readonly string[] | null {
  const texts = schemas.flatMap((schema) => (Array.isArray(schema.enum) ? schema.enum : [undefined]))
  return !missing && texts.every((text) => typeof text === 'string') ? texts : null
}

/** Whether nothing is known of a value. */
export function isUnknown({ schemas }: Shape): boolean {
  return schemas.some(({ type }) => type === undefined)
}

/** Whether a value is a whole number from 0. */
export function isCount({ schemas, missing }: Shape): boolean {
  return !missing && schemas.every(({ type, minimum }) => type === 'integer' && Number(minimum ?? -1) >= 0)
}

/** What a field of a dictionary is. */
export function fieldOf(shape: Shape, name: string): Shape {
  const found = shape.schemas.filter((schema) => kindsOfSchema(schema).includes('dictionary'))
  return found.length === 0 ? missing : either(...found.map((schema) => fieldOfSchema(schema, name)))
}

/** What an entry of a list is. */
export function entryOf(shape: Shape): Shape {
  const found = shape.schemas.filter((schema) => kindsOfSchema(schema).includes('list'))
  return either(
    ...found.flatMap(({ items, prefixItems }) => [
      ...(Array.isArray(prefixItems) ? prefixItems.map(shapeOf) : []),
      ...(items === false ? [] : [shapeOf(items)]),
    ]),
  )
}

function fieldOfSchema({ type, properties, required, additionalProperties: others }: Schema, name: string): Shape {
  if (type === undefined) return unknown
  const isRequired = Array.isArray(required) && required.includes(name)
  if (isRecord(properties) && Object.hasOwn(properties, name)) {
    const field = shapeOf(properties[name])
    return isRequired ? field : orMissing(field)
  }
  return others === false ? missing : orMissing(shapeOf(others))
}

function kindsOfSchema({ type }: Schema): readonly Kind[] {
  return typeof type === 'string' ? (kindsByType[type] ?? anything) : anything
}

/** A schema as several without unions in them. */
function alternatives(schema: Schema): Schema[] {
  const union = schema.anyOf ?? schema.oneOf
  if (Array.isArray(union)) return union.filter(isRecord).flatMap(alternatives)
  if (Array.isArray(schema.type)) return schema.type.flatMap((type) => alternatives({ ...schema, type }))
  const constants = 'const' in schema ? [schema.const] : schema.enum
  if (schema.type !== undefined || !Array.isArray(constants)) return [schema]
  return constants.flatMap((value) => shapeOfConstant(isConstant(value) ? value : null).schemas)
}

function isConstant(value: unknown): value is string | number | boolean | null {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}

/** Whether a value is an object, and no list. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
