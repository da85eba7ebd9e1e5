import { withoutNulls } from './without-nulls.ts'

/** The first place where two widgets differ, `at` being what they are called; null when they are equal but for nulls. */
export function differenceOf(one: unknown, other: unknown, at: string): string | null {
  return difference(withoutNulls(one, at), withoutNulls(other, at), at)
}

function difference(one: unknown, other: unknown, at: string): string | null {
  if (one === other) return null
  if (Array.isArray(one) && Array.isArray(other)) {
    const longer = one.length > other.length ? one : other
    return firstOf(longer.map((_, index) => difference(one[index], other[index], `${at}[${index}]`)))
  }
  if (!isRecord(one) || !isRecord(other)) return at
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])]
  return firstOf(names.map((name) => difference(one[name], other[name], `${at}.${name}`)))
}

function firstOf(places: readonly (string | null)[]): string | null {
  return places.find((place) => place !== null) ?? null
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
