import { isRecord } from './compile.ts'
import type { WidgetLimits } from './limits.ts'
import type { WidgetProblem } from './problem.ts'
import { notJsonHere } from './report.ts'
import { memberAt } from './words.ts'

/** What is too deep, too many, too large or inside itself; null when the value is within the limits. Reads no further than they allow. */
export function measure(value: unknown, limits: WidgetLimits, name: string): WidgetProblem | null {
  let nodes = 0
  let bytes = 0
  const around = new Set<object>()

  function visit(inner: unknown, at: string, level: number, isNode: boolean): WidgetProblem | null {
    bytes += sizeOf(inner, limits.bytes)
    if (bytes > limits.bytes)
      return tooMuch('too_large', name, `more than ${count(limits.bytes)} bytes as JSON`, 'bytes')
    if (typeof inner !== 'object' || inner === null) return null
    if (level > limits.depth) {
      return tooMuch('too_deep', shorten(at), `deeper than ${count(limits.depth)} levels of JSON`, 'depth')
    }
    if (around.has(inner)) return notJsonHere(shorten(at), 'an object inside itself')
    if (ArrayBuffer.isView(inner)) return notJsonHere(shorten(at), `a ${inner.constructor.name}`)
    around.add(inner)
    const problem = visitInside(inner, at, level + 1, isNode)
    around.delete(inner)
    return problem
  }

  function visitInside(inner: object, at: string, level: number, isNode: boolean): WidgetProblem | null {
    if (Array.isArray(inner)) return firstOf(inner, (entry, index) => visit(entry, `${at}[${index}]`, level, isNode))
    if (isNode && ++nodes > limits.nodes) {
      return tooMuch('too_many_nodes', name, `more than ${count(limits.nodes)} nodes`, 'nodes')
    }
    return firstOf(Object.entries(inner), ([key, member]) => {
      bytes += sizeOf(key, limits.bytes)
      return visit(member, memberAt(at, key), level, key === 'children')
    })
  }

  return visit(value, name, 1, true)
}

/** What a widget is called in front of every `at`: its root's type. */
export function nameOf(value: unknown): string {
  if (!isRecord(value) || typeof value.type !== 'string') return 'widget'
  return value.type !== '' && value.type.length < 40 ? value.type : 'widget'
}

function firstOf<Entry>(
  entries: readonly Entry[],
  problemOf: (entry: Entry, index: number) => WidgetProblem | null,
): WidgetProblem | null {
  for (const [index, entry] of entries.entries()) {
    const problem = problemOf(entry, index)
    if (problem) return problem
  }
  return null
}

/** Bytes of one value as JSON with the sign behind it, without what is inside it. */
function sizeOf(value: unknown, most: number): number {
  if (typeof value === 'string') return value.length > most ? most + 1 : textSize(value) + 1
  if (typeof value === 'object' && value !== null) return 2
  return typeof value === 'number' || typeof value === 'boolean' ? String(value).length + 1 : 5 // null, and what JSON has no word for
}

/** Bytes of a text as JSON; most are letters that stand for themselves. */
function textSize(text: string): number {
  return /^[ !#-[\]-~]*$/.test(text) ? text.length + 2 : utf8Size(JSON.stringify(text))
}

/** Counted, because not every place that runs the kit has a `TextEncoder`; JSON has surrogates in pairs only, of 4 bytes. */
function utf8Size(json: string): number {
  let bytes = json.length
  for (let index = 0; index < json.length; index++) {
    const unit = json.charCodeAt(index)
    if (unit >= 0x80) bytes += unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 1 : 2
  }
  return bytes
}

function count(number: number): string {
  return number.toLocaleString('en')
}

/** A place too long to read, without its middle. */
function shorten(at: string): string {
  return at.length > 120 ? `${at.slice(0, 60)} … ${at.slice(-40)}` : at
}

function tooMuch(code: WidgetProblem['code'], at: string, problem: string, limit: string): WidgetProblem {
  return { level: 'error', code, at, problem, hint: `Send less, or hand in a higher limit: { ${limit} }.` }
}
