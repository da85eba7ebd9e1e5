import { Lexer, type Token, type Tokens } from 'marked'
import { closeMarks } from './close-marks.ts'
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
 * Reads markdown. While the text streams, only its end is read again, from the last open block (in a list: the last open item) on;
 * what lies before is settled. The finished text is read once more as a whole: a definition may stand behind its use.
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
  return new Lexer().lex(text).filter(isShown).map(outline.add)
}

/** Where nothing is defined by reference, equal source is an equal block: the drawn one stays. */
function keepSame(before: readonly Block[], after: Block[]): Block[] {
  return after.map((block, index) => {
    const old = before[index]
    const same = old?.token.raw === block.token.raw && old.level === block.level && !block.token.raw.includes('[')
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
  let listSoFar: Tokens.List | null = null

  function settle(token: Token) {
    openFrom += token.raw.length
    if (isDefinition(token)) links[token.tag] ??= { href: token.href, title: token.title ?? null }
    if (isShown(token)) addBlock(listSoFar ? joined(listSoFar, token) : token)
  }

  function addBlock(token: Token) {
    listSoFar = null
    rest.push(outline.add(token))
    if (rest.length === groupSize) {
      full.push(rest)
      rest = []
    }
  }

  /** The items of an open list before its last one cannot change any more either. */
  function settleItems(list: Tokens.List) {
    const items = list.items.slice(0, -1)
    for (const item of items) openFrom += item.raw.length
    if (items.length > 0) listSoFar = joined(listSoFar, { ...list, items })
  }

  return (text) => {
    const lexer = new Lexer()
    Object.assign(lexer.tokens.links, links)
    const tokens: Token[] = lexer.lex(closeMarks(text.slice(openFrom)))
    if (listSoFar && !isList(tokens[0])) addBlock(listSoFar)
    const open = tokens.splice(firstOpen(tokens)).filter(isShown)
    for (const token of tokens) settle(token)
    const [first, ...others] = open
    const shown = first && listSoFar ? [joined(listSoFar, first), ...others] : open
    const blocks = group([...rest, ...shown.map(outline.copy().add)])
    if (isList(first) && others.length === 0) settleItems(first)
    return [...full, ...blocks]
  }
}

/** Index of the first token that more text may still change: the last one, or a list before what may become its next item. */
function firstOpen(tokens: readonly Token[]): number {
  const last = tokens.findLastIndex((token) => token.type !== 'space')
  const before = tokens.findLastIndex((token, index) => index < last && token.type !== 'space')
  const mayBecomeItem = /^(?:[-*+]|\d{1,9}[.)]?)\s*$/.test(tokens[last]?.raw ?? '')
  return Math.max(mayBecomeItem && isList(tokens[before]) ? before : last, 0)
}

function joined(before: Tokens.List | null, token: Token): Tokens.List {
  if (!isList(token)) throw new TypeError('only a list continues a list')
  if (!before) return token
  return { ...before, loose: before.loose || token.loose, items: [...before.items, ...token.items] }
}

function group(blocks: Block[]): Block[][] {
  const groups: Block[][] = []
  for (let index = 0; index < blocks.length; index += groupSize) groups.push(blocks.slice(index, index + groupSize))
  return groups
}

function isShown(token: Token): boolean {
  return token.type !== 'space' && token.type !== 'def'
}

function isList(token: Token | undefined): token is Tokens.List {
  return token?.type === 'list'
}

function isDefinition(token: Token): token is Tokens.Def {
  return token.type === 'def'
}
