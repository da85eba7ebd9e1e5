/** A few words for a value that was found where another belongs. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'string') return value.length > 40 ? `"${value.slice(0, 40)}…"` : `"${value}"`
  if (typeof value === 'object')
    return 'type' in value && typeof value.type === 'string' ? `a ${value.type}` : 'an object'
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return `a ${typeof value}`
}

/** `a, b or c`. */
export function oneOf(words: readonly string[]): string {
  const unique = [...new Set(words)]
  const last = unique.pop()
  return unique.length === 0 ? (last ?? '') : `${unique.join(', ')} or ${last}`
}
