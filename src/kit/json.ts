import { deepest, type Tally } from './limits.ts'
import { memberAt } from './words.ts'

/** Whether JSON can carry a value as it is; members that are `undefined` vanish and do no harm. */
export function isJson(value: unknown, tally: Tally, level: number): boolean {
  tally.values++
  switch (typeof value) {
    case 'string':
      tally.characters += value.length
      return true
    case 'boolean':
      return true
    case 'number':
      return Number.isFinite(value)
    case 'object':
      return value === null || isJsonContainer(value, tally, level + 1)
    default:
      return false
  }
}

function isJsonContainer(value: object, tally: Tally, level: number): boolean {
  if (level > tally.depth || tally.values > tally.bytes) return false
  if (Array.isArray(value)) return isJsonList(value, tally, level)
  if (!isPlain(value)) return false
  for (const [name, member] of Object.entries(value)) {
    tally.characters += name.length
    if (member !== undefined && !isJson(member, tally, level)) return false
  }
  return true
}

/** By index, since `every` passes over holes, which JSON turns into null. */
function isJsonList(list: readonly unknown[], tally: Tally, level: number): boolean {
  for (let index = 0; index < list.length; index++) {
    if (!isJson(list[index], tally, level)) return false
  }
  return true
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || prototype === Object.prototype || isForeignPlain(prototype)
}

/** The prototype of plain objects made in another realm (an iframe, a test's sandbox). */
function isForeignPlain(prototype: unknown): boolean {
  return (
    typeof prototype === 'object' &&
    prototype !== null &&
    Object.getPrototypeOf(prototype) === null &&
    'hasOwnProperty' in prototype
  )
}

/** A value JSON cannot carry, and where it is. */
interface NotJson {
  at: string
  found: string
}

/** Every place below `at` where JSON cannot carry a value; empty when it can carry all of it. */
export function findNotJson(value: unknown, at: string): NotJson[] {
  const found: NotJson[] = []
  collectNotJson(value, at, 0, found)
  return found
}

function collectNotJson(value: unknown, at: string, level: number, found: NotJson[]): void {
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)) return
  if (typeof value !== 'object') found.push({ at, found: wordFor(value) })
  else if (level > deepest) found.push({ at, found: 'an object inside itself' })
  else if (Array.isArray(value)) {
    // By index: holes are undefined.
    for (let index = 0; index < value.length; index++) collectNotJson(value[index], `${at}[${index}]`, level + 1, found)
  } else if (!isPlain(value)) found.push({ at, found: `a ${value.constructor?.name ?? 'class instance'}` })
  else {
    for (const [name, member] of Object.entries(value)) {
      if (member !== undefined) collectNotJson(member, memberAt(at, name), level + 1, found)
    }
  }
}

/** `undefined`, `NaN`, `a function` … */
function wordFor(value: unknown): string {
  return value === undefined || typeof value === 'number' ? String(value) : `a ${typeof value}`
}
