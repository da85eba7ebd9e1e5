/** A formula in a text. */
export interface Formula {
  /** The source with its marks. */
  raw: string
  /** TeX. */
  tex: string
  /** On a line of its own, as written between `$$` or `\[`. */
  display: boolean
}

/** What stands between the marks at most, in characters; a formula never contains an empty line. */
const longest = 4000

const marks = [
  { open: '$$', close: '$$', display: true },
  { open: '\\[', close: '\\]', display: true },
  { open: '\\(', close: '\\)', display: false },
] as const

/** The formula that a text begins with, if it does. `before` is the character in front: `a$b$` is none. */
export function formulaAt(text: string, before = ''): Formula | null {
  const mark = marks.find(({ open }) => text.startsWith(open))
  if (!mark) return text.startsWith('$') ? inDollars(text, before) : null
  const end = text.slice(0, longest).indexOf(mark.close, 2)
  if (end === -1) return null
  const tex = text.slice(2, end)
  if (tex.trim() === '' || hasEmptyLine(tex)) return null
  return { raw: text.slice(0, end + 2), tex: tex.trim(), display: mark.display }
}

/**
 * Single dollars are most often prices. No space stands inside them, no letter or digit around them, and what begins like a price and
 * goes on in words is one: `$5 and $10`, `$5/month, not 6$`, `US$5-$6` are no formulas.
 */
function inDollars(text: string, before: string): Formula | null {
  if (/[\p{L}\p{N}$]/u.test(before)) return null
  const [raw, tex = ''] = /^\$(?![\s$])((?:\\[\s\S]|[^$\\`]){1,1000})(?<!\s)\$(?![\p{L}\p{N}$])/u.exec(text) ?? []
  if (raw === undefined || hasEmptyLine(tex) || isPrice(tex)) return null
  return { raw, tex, display: false }
}

function isPrice(tex: string): boolean {
  return /^\d[\d.,]*\S*\s+[('"]?\p{L}{2,}/u.test(tex)
}

function hasEmptyLine(tex: string): boolean {
  return /\n[ \t]*\n/.test(tex)
}

/** All formulas of a text, replaced by something else. */
export function replaceFormulas(text: string, replacement: (formula: Formula) => string): string {
  if (!/[$\\]/.test(text)) return text
  let result = ''
  let from = 0
  for (const { index } of text.matchAll(/[$\\]/g)) {
    if (index < from) continue
    const formula = formulaAt(text.slice(index, index + longest), text[index - 1])
    if (formula) {
      result += text.slice(from, index) + replacement(formula)
      from = index + formula.raw.length
    } else if (text[index] === '\\' && text[index + 1] !== undefined) {
      result += text.slice(from, index + 2)
      from = index + 2 // what is escaped begins nothing
    }
  }
  return result + text.slice(from)
}
