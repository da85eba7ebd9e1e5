import { isRecord } from './shape.ts'

/** A copy of a JSON Schema where each `$ref` is the schema it names, also where that leads in a circle. */
export function resolveRefs(schema: unknown): unknown {
  const copies = new Map<unknown, unknown>()
  return resolve(schema)

  function resolve(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value
    if (copies.has(value)) return copies.get(value)
    if (Array.isArray(value)) return value.map(resolve)
    if (isRecord(value) && typeof value.$ref === 'string') return resolve(find(value.$ref))
    const copy: Record<string, unknown> = {}
    copies.set(value, copy)
    for (const [name, member] of Object.entries(value)) copy[name] = resolve(member)
    return copy
  }

  /** What stands at `#/$defs/Item`. */
  function find(ref: string): unknown {
    const steps = ref.split('/').slice(1)
    return steps.reduce((at: unknown, step) => (isRecord(at) ? at[step] : undefined), schema) ?? {}
  }
}
