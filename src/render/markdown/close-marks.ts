import { replaceFormulas } from './math/find-formula.ts'

/**
 * Text whose end is still being written, with its open marks closed: `**bo` reads as bold at once, and a link shows its label until
 * its address is complete. Code blocks are left alone.
 */
export function closeMarks(text: string): string {
  if (insideFence(text)) return text
  const start = text.lastIndexOf('\n\n') + 1
  const formulas: string[] = []
  const words = replaceFormulas(text.slice(start), ({ raw }) => standIn(formulas.push(raw) - 1))
  if (/(?:^|\n) {0,3}(?:\$\$|\\\[)/.test(words)) return text // inside a formula
  const closed = closeWords(words)
  return (
    text.slice(0, start) +
    (formulas.length > 0
      ? closed.replace(/[\ue000-\uf8ff]/g, (mark) => formulas[mark.charCodeAt(0) - 0xe000] ?? mark)
      : closed)
  )
}

/** A letter of nobody's in place of a formula, in which nothing is to be closed. */
function standIn(index: number): string {
  return String.fromCharCode(0xe000 + Math.min(index, 0x18ff))
}

function closeWords(text: string): string {
  const shown = text
    .replace(/!\[[^\]\n]*(?:\]\([^)\s]*)?$/, '')
    .replace(/\[([^\]\n]*)\]\([^)\s]*$/, '$1')
    .replace(/(^|[^!\]])\[([^\]\n]+)$/, '$1$2')
  return closeCode(shown)
}

function insideFence(text: string): boolean {
  let fence = ''
  for (const [, mark = ''] of text.matchAll(/^ {0,3}(`{3,}|~{3,})/gm)) {
    if (fence === '') fence = mark
    else if (mark.startsWith(fence)) fence = ''
  }
  return fence !== ''
}

function closeCode(text: string): string {
  const withoutCode = text.replace(/`[^`\n]+`/g, '')
  if (withoutCode.endsWith('`')) return text.slice(0, -1)
  return withoutCode.includes('`') && !withoutCode.includes('``') ? `${text}\`` : closeEmphasis(text, withoutCode)
}

const pairs = ['**', '__', '~~'] as const

function closeEmphasis(text: string, withoutCode: string): string {
  for (const pair of pairs) {
    if (withoutCode.split(pair).length % 2 === 1) continue
    if (withoutCode.endsWith(pair)) return text.slice(0, -pair.length)
    const half = pair.charAt(0)
    return text.trimEnd() + (withoutCode.endsWith(half) ? half : pair)
  }
  const [, mark] = /(?:^|\s)([*_])(?=[^\s*_])[^*_\n]*$/.exec(withoutCode) ?? []
  return mark === undefined ? text : text.trimEnd() + mark
}
