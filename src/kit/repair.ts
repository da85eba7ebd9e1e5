import type { z } from 'zod'
import { compile, definitionOf, isRecord, propertiesOf } from './compile.ts'
import { newTally, type WidgetLimits } from './limits.ts'
import { isThere } from './without-nulls.ts'

type Schema = z.core.$ZodType

/** What can be kept of a value that does not fit its schema; undefined when nothing can. */
export function repair(schema: Schema, value: unknown, limits: WidgetLimits): unknown {
  const def = definitionOf(schema)
  switch (def.type) {
    case 'optional':
    case 'nullable':
      return repair(def.innerType, value, limits)
    case 'string':
      return typeof value === 'string' ? value : Number.isFinite(value) ? String(value) : undefined
    case 'boolean':
      return value === 'true' ? true : value === 'false' ? false : typeof value === 'boolean' ? value : undefined
    case 'enum': {
      const allowed = Object.values(def.entries)
      const meant = value === 'column' ? 'col' : value // the platform's docs write `column`
      return allowed.find((one) => one === meant)
    }
    case 'union':
      return repairUnion(def.options, value, limits)
    case 'array':
      return Array.isArray(value) ? value.map((entry) => repair(def.element, entry, limits)).filter(isThere) : undefined
    case 'record':
      return repairRecord(def.valueType, value, limits)
    case 'object':
      return repairObject(def.shape, value, limits)
    default:
      return compile(schema)(value, newTally(limits)) ? value : undefined
  }
}

function repairUnion(options: readonly Schema[], value: unknown, limits: WidgetLimits): unknown {
  const fitting = options.find((option) => compile(option)(value, newTally(limits)))
  if (fitting) return value
  return options.map((option) => repair(option, value, limits)).find(isThere)
}

function repairRecord(member: Schema, value: unknown, limits: WidgetLimits): unknown {
  if (definitionOf(member).type === 'unknown') return repair(member, value, limits) // a payload: any JSON there is
  if (!isRecord(value)) return undefined
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => {
      const kept = repair(member, inner, limits)
      return kept === undefined ? [] : [[name, kept]]
    }),
  )
}

function repairObject(shape: Readonly<Record<string, Schema>>, value: unknown, limits: WidgetLimits): unknown {
  if (!isRecord(value)) return undefined
  const kept: Record<string, unknown> = {}
  for (const [name, property] of Object.entries(propertiesOf(shape))) {
    const inner = Object.hasOwn(value, name) ? repair(property.schema, value[name], limits) : undefined
    if (inner !== undefined) kept[name] = inner
    else if (property.required) return undefined
  }
  return kept
}

/** What stands in for a required property that is not there: an empty text or list. */
export function emptyValue(schema: Schema): unknown {
  return definitionOf(schema).type === 'array' ? [] : ''
}
