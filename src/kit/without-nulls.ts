import { isRecord } from './compile.ts'

/** A copy of a tree without properties and children that are `null` or `undefined`; payloads stay as they are. */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => {
      if (!isThere(member)) return []
      if (name === 'payload') return [[name, member]]
      const entries = name === 'children' && Array.isArray(member) ? member.filter(isThere) : member
      return [[name, withoutNulls(entries)]]
    }),
  )
}

/** Whether a value is neither `null` nor `undefined`. */
export function isThere(value: unknown): boolean {
  return value !== null && value !== undefined
}
