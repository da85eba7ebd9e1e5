/** A few words for a value that was found where another belongs. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'string') return `"${cut(value, 40)}"`
  if (typeof value === 'object') return showObject(value)
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return `a ${typeof value}`
}

/** `a Text`, `a Date` or `an object`. */
function showObject(value: object): string {
  if ('type' in value && typeof value.type === 'string' && value.type !== '') return `a ${cut(value.type, 40)}`
  const maker: unknown = Object.getPrototypeOf(value)?.constructor
  return typeof maker === 'function' && maker !== Object && maker.name !== '' && maker.name !== 'Object'
    ? `a ${cut(maker.name, 40)}`
    : 'an object'
}

/** The place of a member: `Card.size`; a name longer than anybody reads is cut. */
export function memberAt(at: string, name: string): string {
  return `${at}.${cut(name, 60)}`
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}…` : text
}

/** `a, b or c`. */
export function oneOf(words: readonly string[]): string {
  const unique = [...new Set(words)]
  const last = unique.pop()
  return unique.length === 0 ? (last ?? '') : `${unique.join(', ')} or ${last}`
}
