/**
 * An id or a user as both databases can keep it: as it is, but for the characters that JSON escapes. Postgres refuses U+0000,
 * and a lone surrogate has no UTF-8: both may come in a request. Different texts stay different.
 */
export function keyText(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}

/** The text that `keyText` was given. */
export function fromKeyText(key: string): string {
  return JSON.parse(`"${key}"`)
}
