import type { z } from 'zod'

/** Whether a value is a schema of zod 4. */
export function isSchema(value: unknown): value is z.core.$ZodType {
  return typeof value === 'object' && value !== null && '_zod' in value
}

/** Whether a value is what goes into `z.object`: fields with a schema each. */
export function isShape(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || isSchema(value)) return false
  const fields: unknown[] = Object.values(value)
  return fields.length > 0 && fields.every(isSchema)
}
