import { Lexer, Marked, type Token, type TokenizerAndRendererExtension, type Tokens } from 'marked'
import { formulaAt, replaceFormulas } from './find-formula.ts'

/** A formula among the tokens of a text. */
export interface MathToken {
  type: 'math'
  raw: string
  /** TeX. */
  text: string
  display: boolean
}

/** Whether a token is a formula. */
export function isMathToken(token: Token): token is MathToken {
  return token.type === 'math'
}

/**
 * A formula on lines of its own. What begins like one and has no end yet (or never) is text up to the next empty line, whatever its
 * lines would mean in markdown.
 */
const block: TokenizerAndRendererExtension = {
  name: 'math',
  level: 'block',
  /** A paragraph ends where a line begins such a formula; looked for no further than it could go. */
  start(text) {
    const end = text.indexOf('\n\n')
    const index = (end === -1 ? text : text.slice(0, end)).search(/\n {0,3}(?:\$\$|\\\[)/)
    return index === -1 ? undefined : index + 1
  },
  tokenizer(text) {
    const [indent] = /^ {0,3}(?=\$\$|\\\[)/.exec(text) ?? []
    if (indent === undefined) return undefined
    const formula = formulaAt(text.slice(indent.length))
    if (formula) {
      const [rest] = /^[ \t]*(?:\n+|$)/.exec(text.slice(indent.length + formula.raw.length)) ?? []
      if (rest === undefined) return undefined // words follow: a paragraph
      return { type: 'math', raw: indent + formula.raw + rest, text: formula.tex, display: true }
    }
    const [raw] = /^ {0,3}(?:\$\$|\\\[)[ \t]*\n(?:[^\n]*\S[^\n]*(?:\n|$))*/.exec(text) ?? []
    if (raw === undefined) return undefined
    return {
      type: 'paragraph',
      raw,
      text: raw,
      tokens: [{ type: 'text', raw, text: raw, escaped: false } satisfies Tokens.Text],
    }
  },
}

const inline: TokenizerAndRendererExtension = {
  name: 'mathInText',
  level: 'inline',
  start(text) {
    const index = text.indexOf('$')
    return index === -1 ? undefined : index
  },
  tokenizer(text, tokens) {
    const formula = formulaAt(text, tokens.at(-1)?.raw.at(-1))
    return formula ? { type: 'math', raw: formula.raw, text: formula.tex, display: formula.display } : undefined
  },
}

/** `*` and `_` inside formulas are no emphasis. */
const { defaults } = new Marked({
  extensions: [block, inline],
  hooks: { emStrongMask: (text) => replaceFormulas(text, ({ raw }) => 'x'.repeat(raw.length)) },
})

/** A lexer for a text; only one in which a formula may stand pays for looking. */
export function lexerFor(text: string): Lexer {
  return new Lexer(/\$|\\[([]/.test(text) ? defaults : undefined)
}
