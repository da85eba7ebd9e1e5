import { createContext, type ReactNode, useContext } from 'react'
import { childrenOf, type Spacing, type Table, type TableCell, type TableRow } from '../../kit/index.ts'
import { FieldGroup } from '../form/field-group.tsx'
import { Children, type DrawnNode, Nodes } from '../nodes.tsx'
import { cssAlign, paddingStyle } from '../theme/box-style.ts'
import { cssSize } from '../theme/safe-css.ts'

/** Where a row or cell stands; outside a table they are boxes. */
type Place = 'outside' | 'table' | 'head row' | 'body row'
const PlaceContext = createContext<Place>('outside')

/** Widths of `colSize` in px. ChatKit's own are unknown. */
const columnWidths = { xs: 64, sm: 96, md: 144, lg: 208, xl: 288 } as const

const verticalAligns = { start: 'top', center: 'middle', end: 'bottom' } as const

/** Draws a Table; it scrolls sideways where it is too wide. */
export function TableView({ node }: { node: Table }): ReactNode {
  const children = childrenOf(node)
  const rows = children.filter((child) => child.type === 'Table.Row')
  const firstOfBody = rows.findIndex((row) => !isHeader(row))
  const bodyFrom = firstOfBody === -1 ? rows.length : firstOfBody
  const head = rows.slice(0, bodyFrom)
  const body = rows.slice(bodyFrom)
  return (
    <PlaceContext value="table">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard */}
      <div className="pk-table-scroll" tabIndex={0}>
        <table className="pk-table">
          {head.length > 0 && (
            <thead>
              <Nodes nodes={head} />
            </thead>
          )}
          {body.length > 0 && (
            <tbody>
              <Nodes nodes={body} />
            </tbody>
          )}
        </table>
      </div>
      <PlaceContext value="outside">
        <Nodes nodes={children.filter((child) => child.type !== 'Table.Row')} />
      </PlaceContext>
    </PlaceContext>
  )
}

/** Draws a Table.Row. */
export function TableRowView({ node }: { node: TableRow }): ReactNode {
  const place = useContext(PlaceContext)
  const cells = (
    <FieldGroup node={node}>
      <Children of={node} />
    </FieldGroup>
  )
  if (place !== 'table') {
    return (
      <div className="pk-stack" data-direction="row">
        {cells}
      </div>
    )
  }
  return (
    <PlaceContext value={node.header ? 'head row' : 'body row'}>
      <tr>{cells}</tr>
    </PlaceContext>
  )
}

/** Draws a Table.Cell. */
export function TableCellView({ node }: { node: TableCell }): ReactNode {
  const place = useContext(PlaceContext)
  const { colSpan, rowSpan, align = 'start', vAlign = 'center', width, colSize, padding } = node
  const content = (
    <PlaceContext value="outside">
      <div className="pk-stack" data-direction="col" data-align={align} style={{ alignItems: cssAlign(align) }}>
        <Children of={node} />
      </div>
    </PlaceContext>
  )
  if (place !== 'head row' && place !== 'body row') return content
  const Cell = place === 'head row' ? 'th' : 'td'
  const style = {
    width: cssSize(width) ?? (colSize && columnWidths[colSize]),
    minWidth: width === undefined && colSize ? columnWidths[colSize] : undefined,
    verticalAlign: verticalAligns[vAlign],
    textAlign: align,
    ...givenPadding(padding),
  }
  return (
    <Cell colSpan={colSpan} rowSpan={rowSpan} style={style} {...(Cell === 'th' && { scope: 'col' })}>
      {content}
    </Cell>
  )
}

/** Only the sides that are given; the others keep the table's own. */
function givenPadding(padding: Spacing | undefined) {
  const { x, y, top = y, right = x, bottom = y, left = x } = padding ?? {}
  const all = paddingStyle(padding)
  return {
    ...(top !== undefined && { paddingTop: all.paddingTop }),
    ...(right !== undefined && { paddingInlineEnd: all.paddingInlineEnd }),
    ...(bottom !== undefined && { paddingBottom: all.paddingBottom }),
    ...(left !== undefined && { paddingInlineStart: all.paddingInlineStart }),
  }
}

function isHeader(row: DrawnNode): boolean {
  return row.type === 'Table.Row' && row.header === true
}
