import type { MarkedToken, Token, Tokens } from 'marked'
import { memo, type ReactNode } from 'react'
import { useLabels } from '../labels.ts'
import { CodeBlock } from './code-block.tsx'
import { Inline } from './inline.tsx'
import { FormulaView } from './math/formula-view.tsx'
import { isMathToken, type MathToken } from './math/math-syntax.ts'
import type { Block } from './read-markdown.ts'
import { TableView } from './table-view.tsx'
import { isOwnToken } from './token.ts'

const headings = ['h2', 'h3', 'h4', 'h5', 'h6'] as const

/** One block of a document, drawn again only when it is another object. */
export const BlockView = memo(function BlockView({ block: { token, level } }: { block: Block }) {
  if (isMathToken(token)) return <Formula formula={token} />
  return isOwnToken(token) ? <TokenView token={token} level={level} /> : null
})

/** Blocks inside another one: of a quote, of a list item. In a tight list, paragraphs are bare text. */
function BlockTokens({ tokens, tight = false }: { tokens: readonly Token[]; tight?: boolean }): ReactNode {
  return tokens.map((token, index) =>
    isMathToken(token) ? (
      <Formula key={index} formula={token} />
    ) : (
      isOwnToken(token) && <TokenView key={index} token={token} tight={tight} />
    ),
  )
}

function Formula({ formula: { text, raw } }: { formula: MathToken }): ReactNode {
  return (
    <p>
      <FormulaView tex={text} source={raw} display />
    </p>
  )
}

function TokenView({
  token,
  level = 6,
  tight = false,
}: {
  token: MarkedToken
  level?: number
  tight?: boolean
}): ReactNode {
  switch (token.type) {
    case 'heading': {
      const Heading = headings[level - 2] ?? 'h6'
      return (
        <Heading data-depth={token.depth}>
          <Inline tokens={token.tokens} />
        </Heading>
      )
    }
    case 'paragraph':
      return tight ? (
        <Inline tokens={token.tokens} />
      ) : (
        <p>
          <Inline tokens={token.tokens} />
        </p>
      )
    case 'text':
      return tight ? (
        <Inline tokens={token.tokens ?? [token]} />
      ) : (
        <p>
          <Inline tokens={token.tokens ?? [token]} />
        </p>
      )
    case 'code':
      return <CodeBlock code={token.text} language={token.lang?.split(/\s/, 1)[0] ?? ''} closed={isClosed(token.raw)} />
    case 'blockquote':
      return (
        <blockquote dir="auto">
          <BlockTokens tokens={token.tokens} />
        </blockquote>
      )
    case 'list':
      return <List list={token} />
    case 'table':
      return <TableView table={token} />
    case 'hr':
      return <hr />
    case 'html':
      return <p>{token.text.trimEnd()}</p>
    case 'space':
    case 'def':
    case 'list_item':
      return null
    default:
      return <Inline tokens={[token]} />
  }
}

/** Whether the last line of a code block is a fence like its first. */
function isClosed(raw: string): boolean {
  const [, fence] = /^ {0,3}(`{3,}|~{3,})/.exec(raw) ?? []
  const last = raw.slice(raw.trimEnd().lastIndexOf('\n') + 1).trim()
  return fence !== undefined && raw.includes('\n') && last.startsWith(fence) && /^(`+|~+)$/.test(last)
}

/** A list; while it grows, items that stay the same object are not drawn again. */
function List({ list }: { list: Tokens.List }): ReactNode {
  const items = inParts(list.items).map((part, index) => <Items key={index} items={part} loose={list.loose} />)
  if (!list.ordered)
    return (
      <ul dir="auto" data-loose={list.loose || undefined}>
        {items}
      </ul>
    )
  return (
    <ol dir="auto" start={Number(list.start) || 1} data-loose={list.loose || undefined}>
      {items}
    </ol>
  )
}

const itemsPerPart = 16

function inParts<Value>(all: readonly Value[]): Value[][] {
  return Array.from({ length: Math.ceil(all.length / itemsPerPart) }, (_, index) =>
    all.slice(index * itemsPerPart, (index + 1) * itemsPerPart),
  )
}

/** Some items that are passed over together while none of them changes. */
const Items = memo(
  function Items({ items, loose }: { items: readonly Tokens.ListItem[]; loose: boolean }) {
    return items.map((item, index) => <Item key={index} item={item} loose={loose} />)
  },
  (before, after) =>
    before.loose === after.loose &&
    before.items.length === after.items.length &&
    before.items.every((item, index) => item === after.items[index]),
)

const Item = memo(function Item({ item, loose }: { item: Tokens.ListItem; loose: boolean }) {
  return (
    <li data-task={item.task || undefined}>
      {item.task && <TaskBox done={item.checked === true} />}
      <BlockTokens tokens={item.tokens.filter(isContent)} tight={!loose} />
    </li>
  )
})

function isContent(token: { type: string }): boolean {
  return token.type !== 'checkbox'
}

function TaskBox({ done }: { done: boolean }): ReactNode {
  const labels = useLabels()
  return <input type="checkbox" disabled checked={done} readOnly aria-label={done ? labels.done : labels.notDone} />
}
