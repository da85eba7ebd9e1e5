const encoder = new TextEncoder()

/** How many bytes a value takes as JSON in UTF-8. */
export function jsonBytes(value: unknown): number {
  return encoder.encode(JSON.stringify(value)).length
}

/**
 * What is at most left of so many bytes after a value, without writing it: each character takes one byte or more. Parts that
 * are not to count are stepped over, and the walk ends where nothing is left.
 */
export function leftOf(bytes: number, value: unknown, apart: readonly unknown[]): number {
  if (typeof value === 'string') return bytes - value.length - 2
  if (!isObject(value)) return bytes - 1
  if (apart.includes(value)) return bytes
  let left = bytes - 2
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length && left >= 0; index++) left = leftOf(left, value[index], apart)
    return left
  }
  for (const name in value) {
    if (value[name] === undefined) continue
    left = leftOf(left - name.length - 3, value[name], apart)
    if (left < 0) return left
  }
  return left
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
