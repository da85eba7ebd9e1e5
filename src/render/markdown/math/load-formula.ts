import type { MathElement } from './mathml.ts'

const kept = 200
const drawn = new Map<string, MathElement | null>()
let read: typeof import('./mathml.ts').toMathML | null = null

/** A formula as MathML; null when it is no TeX, undefined while what reads it is not loaded. */
export function formulaNow(tex: string, display: boolean): MathElement | null | undefined {
  if (!read) return undefined
  const key = `${display}${tex}`
  const before = drawn.get(key)
  if (before !== undefined) return before
  const formula = attempt(read, tex, display)
  drawn.set(key, formula)
  const [oldest] = drawn.keys()
  if (drawn.size > kept && oldest !== undefined) drawn.delete(oldest)
  return formula
}

/** Loads what reads TeX, once. */
export async function loadFormula(): Promise<void> {
  read = (await import('./mathml.ts')).toMathML
}

function attempt(toMathML: NonNullable<typeof read>, tex: string, display: boolean): MathElement | null {
  try {
    return toMathML(tex, display)
  } catch {
    return null // shown as it was written
  }
}
