/** Wider values are written on several lines. */
export const width = 120

/** JSON as TypeScript writes it: single quotes, bare names, trailing commas. `before` stands in front on the same line. */
export function literal(value: unknown, indent = '', before = indent): string {
  if (typeof value === 'string') return quoted(value)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined'
  const short = oneLine(value)
  return before.length + short.length <= width ? short : manyLines(value, indent)
}

/** A text in single quotes, or in double ones where that saves escapes. */
export function quoted(text: string): string {
  const json = JSON.stringify(text)
  if (text.includes("'") && !text.includes('"')) return json
  return `'${json.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
}

/** A text in backticks, on as many lines as it has. */
export function backticked(text: string): string {
  return `\`${text.replace(/[\\`]|\$(?=\{)/g, '\\$&').replaceAll('\r', '\\r')}\``
}

function oneLine(value: object): string {
  if (Array.isArray(value)) return `[${value.map((entry) => inner(entry)).join(', ')}]`
  const members = Object.entries(value).map(([key, member]) => `${nameOf(key)}: ${inner(member)}`)
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`
}

function inner(value: unknown): string {
  return typeof value === 'object' && value !== null ? oneLine(value) : literal(value)
}

function manyLines(value: object, indent: string): string {
  const deeper = `${indent}  `
  const lines = Array.isArray(value)
    ? value.map((entry) => literal(entry, deeper))
    : Object.entries(value).map(([key, member]) => `${nameOf(key)}: ${literal(member, deeper, `${deeper}${key}: `)}`)
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}']
  return `${open}\n${lines.map((line) => `${deeper}${line},\n`).join('')}${indent}${close}`
}

function nameOf(key: string): string {
  if (key === '__proto__') return "['__proto__']" // else it would set the prototype
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : quoted(key)
}
