/** Longer lines are broken. */
export const width = 120

/** A JSON value as TypeScript: on one line where it fits behind `before`, else one member per line. */
export function printValue(value: unknown, indent: string, before = indent): string {
  const line = onLine(value)
  if (typeof value !== 'object' || value === null || before.length + line.length < width) return line
  const deeper = `${indent}  `
  const members = Array.isArray(value)
    ? value.map((entry) => printValue(entry, deeper))
    : Object.entries(value).map(([name, member]) => {
        const key = `${keyOf(name)}: `
        return key + printValue(member, deeper, deeper + key)
      })
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  return `${open}\n${members.map((member) => `${deeper}${member},\n`).join('')}${indent}${close}`
}

function onLine(value: unknown): string {
  if (typeof value === 'string') return quoted(value)
  if (Array.isArray(value)) return `[${value.map(onLine).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).map(([name, member]) => `${keyOf(name)}: ${onLine(member)}`)
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`
}

function quoted(text: string): string {
  const json = JSON.stringify(text)
  if (text.includes("'") && !text.includes('"')) return json
  return `'${json.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
}

function keyOf(name: string): string {
  if (name === '__proto__') return `['${name}']` // bare, it would set the prototype
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name)
}
