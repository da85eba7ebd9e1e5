import { ParlorError } from '../errors.ts'

/** Deeper than this no walk over a widget goes. */
const deepest = 500

/** A copy without anything that is `null`, also in payloads and lists: the reference server sends none. ParlorError `too_large`. */
export function withoutNulls(value: unknown, at: string, level = 1): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (level > deepest) {
    throw new ParlorError('too_large', { at, problem: `deeper than ${deepest} levels`, hint: 'Nest less.' })
  }
  if (Array.isArray(value)) return value.filter(isThere).map((entry) => withoutNulls(entry, at, level + 1))
  const members = Object.entries(value).filter(([, member]) => isThere(member))
  return Object.fromEntries(members.map(([key, member]) => [key, withoutNulls(member, at, level + 1)]))
}

function isThere(value: unknown): boolean {
  return value !== null && value !== undefined
}
