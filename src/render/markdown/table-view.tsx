import type { Tokens } from 'marked'
import type { ReactNode } from 'react'
import { Inline } from './inline.tsx'

/** A table that scrolls sideways where it is too wide. */
export function TableView({ table }: { table: Tokens.Table }): ReactNode {
  const cell = (Cell: 'th' | 'td') => (cell: Tokens.TableCell, index: number) => (
    <Cell key={index} style={cell.align ? { textAlign: cell.align } : undefined}>
      <Inline tokens={cell.tokens} />
    </Cell>
  )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard
    <div className="pk-markdown-scroll" tabIndex={0}>
      <table>
        <thead>
          <tr>{table.header.map(cell('th'))}</tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={index}>{row.map(cell('td'))}</tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
