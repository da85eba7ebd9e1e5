import type { ParlorError } from '../../errors.ts'

/** A node as the parser gives it; its classes are not exported, so it is read by name. */
export interface Parsed {
  type: string
  [field: string]: unknown
}

/** Makes the error for what is not let in; `pattern` finds its line. */
export type Refuse = (what: string, pattern: RegExp) => ParlorError

export function parsedOf(value: unknown): Parsed {
  if (isParsed(value)) return value
  throw new TypeError('the parser gave something that is no node')
}

export function arrayOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

export function parsedsOf(value: unknown): readonly Parsed[] {
  return arrayOf(value).map(parsedOf)
}

function isParsed(value: unknown): value is Parsed {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

/** Text to be found as it is. */
export function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
}
