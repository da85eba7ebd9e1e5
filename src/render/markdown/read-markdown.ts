import type { Lexer, Token, Tokens } from 'marked'
import { closeMarks } from './close-marks.ts'
import { type Container, isContainer, joined, settledParts } from './container.ts'
import { lexerFor } from './math/math-syntax.ts'
import { createOutline } from './outline.ts'

/** One block of a document: a paragraph, a list, a table … It stays the same object while nothing about it changes. */
export interface Block {
  token: Token
  /** A heading's level in the outline of its document. */
  level: number
}

/** Blocks in groups of a fixed size; a full group never changes again, so that drawing skips it as a whole. */
export type Blocks = readonly (readonly Block[])[]

/** Reads a text that may grow; the same text gives the same blocks. */
export interface MarkdownReader {
  read(text: string, streaming: boolean): Blocks
}

const groupSize = 16

/**
 * Reads markdown. While the text streams, only its end is read again, from the last open block on (in a list or table: from the last
 * item or row); what lies before is settled. The finished text is read once more as a whole: a definition may stand behind its use.
 */
export function createMarkdownReader(): MarkdownReader {
  let last: { text: string; streaming: boolean; blocks: Blocks } | null = null
  let grow = createGrowingReader()

  return {
    read(given, streaming) {
      const text = given.includes('\r') ? given.replace(/\r\n?/g, '\n') : given
      if (last?.text === text && last.streaming === streaming) return last.blocks
      const grown = last?.streaming && text.slice(0, last.text.length) === last.text
      if (streaming && !grown) grow = createGrowingReader()
      const blocks = streaming ? grow(text) : group(keepSame(last?.blocks.flat() ?? [], readWhole(text)))
      last = { text, streaming, blocks }
      return blocks
    },
  }
}

function readWhole(text: string): Block[] {
  const outline = createOutline()
  return lexerFor(text).lex(text).filter(isShown).map(outline.add)
}

/** Equal source is an equal block, and the drawn one stays; not where references may mean something else, or parts were joined. */
function keepSame(before: readonly Block[], after: Block[]): Block[] {
  return after.map((block, index) => {
    const old = before[index]
    const { raw } = block.token
    const same = old?.token.raw === raw && old.level === block.level && !raw.includes('[') && !isContainer(block.token)
    return same ? old : block
  })
}

/** Reads a text again and again, each time longer than before. */
function createGrowingReader(): (text: string) => Blocks {
  const full: Block[][] = []
  const links: Lexer['tokens']['links'] = {}
  const outline = createOutline()
  let rest: Block[] = []
  let openFrom = 0
  let soFar: { token: Container; prefix: string } | null = null

  function settle(token: Token) {
    openFrom += token.raw.length - (soFar?.prefix.length ?? 0)
    if (isDefinition(token)) links[token.tag] ??= { href: token.href, title: token.title ?? null }
    if (isShown(token)) addBlock(joined(soFar?.token ?? null, token) ?? token)
  }

  function addBlock(token: Token) {
    soFar = null
    rest.push(outline.add(token))
    if (rest.length === groupSize) {
      full.push(rest)
      rest = []
    }
  }

  /** The parts of an open list or table before its last one cannot change any more either. */
  function settleParts(token: Container) {
    const parts = settledParts(token)
    if (!parts) return
    openFrom += parts.length - (soFar?.prefix.length ?? 0)
    soFar = { token: joined(soFar?.token ?? null, parts.token) ?? parts.token, prefix: parts.prefix }
  }

  function read(text: string): Token[] {
    const open = closeMarks((soFar?.prefix ?? '') + text.slice(openFrom))
    const lexer = lexerFor(open)
    Object.assign(lexer.tokens.links, links)
    return lexer.lex(open)
  }

  return (text) => {
    let tokens = read(text)
    if (soFar && !joined(soFar.token, tokens[0])) {
      addBlock(soFar.token) // what follows is something else
      tokens = read(text)
    }
    const open = tokens.splice(firstOpen(tokens)).filter(isShown)
    for (const token of tokens) settle(token)
    const [first, ...others] = open
    const shown = first ? [joined(soFar?.token ?? null, first) ?? first, ...others] : others
    const blocks = group([...rest, ...shown.map(outline.copy().add)])
    if (isContainer(first) && others.length === 0) settleParts(first)
    return [...full, ...blocks]
  }
}

/** Index of the first token that more text may still change: the last one, or a list before what may become its next item. */
function firstOpen(tokens: readonly Token[]): number {
  const last = tokens.findLastIndex((token) => token.type !== 'space')
  const before = tokens.findLastIndex((token, index) => index < last && token.type !== 'space')
  const mayBecomeItem = /^(?:[-*+]|\d{1,9}[.)]?)\s*$/.test(tokens[last]?.raw ?? '')
  return Math.max(mayBecomeItem && tokens[before]?.type === 'list' ? before : last, 0)
}

function group(blocks: Block[]): Block[][] {
  const groups: Block[][] = []
  for (let index = 0; index < blocks.length; index += groupSize) groups.push(blocks.slice(index, index + groupSize))
  return groups
}

function isShown(token: Token): boolean {
  return token.type !== 'space' && token.type !== 'def'
}

function isDefinition(token: Token): token is Tokens.Def {
  return token.type === 'def'
}
