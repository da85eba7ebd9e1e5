import type { Tokens } from 'marked'
import { memo, type ReactNode } from 'react'
import { Inline } from './inline.tsx'

/** A table that scrolls sideways where it is too wide. */
export function TableView({ table }: { table: Tokens.Table }): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard
    <div className="pk-markdown-scroll" tabIndex={0}>
      <table dir="auto">
        <thead>
          <tr>{table.header.map(toCell('th'))}</tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <Row key={index} cells={row} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A row, drawn again only when it is another object: not while later rows come in. */
const Row = memo(function Row({ cells }: { cells: Tokens.TableCell[] }) {
  return <tr>{cells.map(toCell('td'))}</tr>
})

function toCell(Cell: 'th' | 'td') {
  return (cell: Tokens.TableCell, index: number) => (
    <Cell key={index} style={cell.align ? { textAlign: cell.align } : undefined}>
      <Inline tokens={cell.tokens} />
    </Cell>
  )
}
