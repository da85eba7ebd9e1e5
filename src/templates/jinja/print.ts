import { ParlorError } from '../../errors.ts'
import type { Budget } from './budget.ts'
import { Fields, Float, kindOf, present, type Value } from './values.ts'

/** A value as `{{ value }}` prints it: Python's `str`. */
export function printed(given: Value, budget: Budget): string {
  const value = present(given)
  return typeof value === 'string' ? budget.write(value) : shown(value, budget)
}

/** A value as Python shows it inside of lists: `['a', None, 1.0]`. */
function shown(given: Value, budget: Budget): string {
  const value = present(given)
  if (value === null) return budget.write('None')
  if (value === true) return budget.write('True')
  if (value === false) return budget.write('False')
  if (typeof value === 'string') return budget.write(quoted(value))
  if (typeof value === 'number' || value instanceof Float) return budget.write(numeral(value))
  if (value instanceof Fields) throw notText(value, budget)
  return budget.within(() =>
    Array.isArray(value)
      ? budget.write(`[${value.map((entry) => shown(entry, budget)).join(', ')}]`)
      : budget.write(`{${[...value].map(([key, member]) => `${quoted(key)}: ${shown(member, budget)}`).join(', ')}}`),
  )
}

/** `tojson`: sorted keys, ASCII only, and nothing that means something in HTML. Throws at what is missing inside. */
export function toJson(given: Value, budget: Budget): string {
  const value = present(given)
  if (value === null || typeof value === 'boolean') return budget.write(String(value))
  if (typeof value === 'string') return budget.write(jsonText(value))
  if (typeof value === 'number' || value instanceof Float) return budget.write(numeral(value))
  if (value instanceof Fields) throw notText(value, budget)
  return budget.within(() => {
    if (Array.isArray(value)) return budget.write(`[${value.map((entry) => toJson(entry, budget)).join(', ')}]`)
    const members = [...value].sort(([a], [b]) => (a < b ? -1 : 1))
    return budget.write(`{${members.map(([key, member]) => `${jsonText(key)}: ${toJson(member, budget)}`).join(', ')}}`)
  })
}

function jsonText(text: string): string {
  return JSON.stringify(text).replace(/[<>&'\x7f-\uffff]/g, (character) => unicode(character, 4))
}

function unicode(character: string, digits: number): string {
  return `\\${digits === 4 ? 'u' : 'x'}${character.charCodeAt(0).toString(16).padStart(digits, '0')}`
}

/** Python's `repr` of a text. */
function quoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'"
  const names = new Map([
    ['\n', '\\n'],
    ['\r', '\\r'],
    ['\t', '\\t'],
    ['\\', '\\\\'],
    [quote, `\\${quote}`],
  ])
  const inside = text.replace(/[\p{Cc}\\'"\xa0\xad]/gu, (character) => {
    const isQuote = character === "'" || character === '"'
    return names.get(character) ?? (isQuote ? character : unicode(character, 2))
  })
  return quote + inside + quote
}

/** Python's `repr` of a number: small and large floats have an exponent of two digits. */
function numeral(value: number | Float): string {
  if (typeof value === 'number' && (Number.isInteger(value) || Math.abs(value) >= 1e-4)) return String(value)
  const number = typeof value === 'number' ? value : value.value
  if (Number.isInteger(number) && Math.abs(number) < 1e16) return `${Object.is(number, -0) ? '-0' : number}.0`
  return number.toExponential().replace(/e([+-])(\d)$/, 'e$10$2')
}

function notText(value: Fields, { at }: Budget): ParlorError {
  return new ParlorError('invalid_input', {
    at: `${at}.template`,
    problem: `${kindOf(value)} cannot be written`,
    hint: 'Write one of its fields.',
  })
}
