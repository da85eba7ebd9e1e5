import { z } from 'zod'

type Shape = Readonly<Record<string, z.core.$ZodType>>
type Values = Readonly<Record<string, unknown>>

/** A payload and form values that travelled as one object, apart again. */
export interface SplitPayload {
  payload: Record<string, unknown>
  form: Record<string, unknown>
}

/**
 * Takes a merged payload apart by the names each schema knows; a nested object both know is split as well. Names neither knows go
 * to the payload's schema, which refuses, drops or keeps them, as it was written. A schema without names of its own takes what
 * the other leaves.
 */
export function splitPayload(
  values: Values,
  payloadSchema: z.core.$ZodType,
  formSchema: z.core.$ZodType,
): SplitPayload {
  const payloadShape = shapeOf(payloadSchema)
  const formShape = shapeOf(formSchema)
  const payload: [string, unknown][] = []
  const form: [string, unknown][] = []
  for (const [name, value] of Object.entries(values)) {
    const [inPayload, inForm] = [memberOf(payloadShape, name), memberOf(formShape, name)]
    if (inPayload && inForm && isValues(value) && shapeOf(inPayload) && shapeOf(inForm)) {
      const inner = splitPayload(value, inPayload, inForm)
      payload.push([name, inner.payload])
      form.push([name, inner.form])
      continue
    }
    if (inPayload || (!inForm && (payloadShape === null || formShape !== null))) payload.push([name, value])
    if (inForm || (!inPayload && formShape === null)) form.push([name, value])
  }
  return { payload: Object.fromEntries(payload), form: Object.fromEntries(form) }
}

/** Both halves in one object again; where both have an object, its members are put together. */
export function joinParts(payload: unknown, form: unknown): unknown {
  if (!isValues(payload)) return form ?? payload
  if (!isValues(form)) return payload
  const joined: [string, unknown][] = Object.entries(payload)
  for (const [name, value] of Object.entries(form)) {
    joined.push([name, Object.hasOwn(payload, name) ? joinParts(payload[name], value) : value])
  }
  return Object.fromEntries(joined)
}

/** The names an object schema knows, through what was wrapped around it; null for schemas of other kinds. */
function shapeOf(schema: z.core.$ZodType): Shape | null {
  if (schema instanceof z.ZodObject) return schema.shape
  const { def } = (schema as z.core.$ZodTypes)._zod // zod's own way to tell its schemas apart
  if (def.type === 'pipe') return shapeOf(def.in)
  if (def.type === 'optional' || def.type === 'nullable' || def.type === 'default' || def.type === 'readonly') {
    return shapeOf(def.innerType)
  }
  return null
}

function memberOf(shape: Shape | null, name: string): z.core.$ZodType | undefined {
  return shape && Object.hasOwn(shape, name) ? shape[name] : undefined
}

/** Whether a value is an object with members, as JSON knows it. */
export function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
