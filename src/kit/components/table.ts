import { type Child, flatten, type NodeOf, node, type PropsOf } from '../node.ts'
import type { WidgetComponent } from '../nodes.ts'
import type { CellAlign, ColumnSize } from '../tokens.ts'
import type { NodeBase, Spacing } from '../values.ts'

/** Rows and columns. */
export interface Table extends NodeBase {
  type: 'Table'
  children?: TableRow[]
}

/** One row of a `Table`. */
export interface TableRow extends NodeBase {
  type: 'Table.Row'
  children?: TableCell[]
  /** The row names the columns. */
  header?: boolean
}

/** One cell of a `Table.Row`. */
export interface TableCell extends NodeBase {
  type: 'Table.Cell'
  children?: WidgetComponent[]
  /** px, or CSS. */
  width?: number | string
  /** Inner space per side; numbers are spacing units of 4 px. */
  padding?: Spacing
  colSpan?: number
  rowSpan?: number
  align?: CellAlign
  vAlign?: CellAlign
  colSize?: ColumnSize
}

function table<C extends Child<TableRow> = never>(
  props: PropsOf<Table> & { children?: C },
): Table & { children?: NodeOf<C>[] } {
  return node('Table', props, props.children === undefined ? undefined : flatten(props.children))
}

function row<C extends Child<TableCell> = never>(
  props: PropsOf<TableRow> & { children?: C },
): TableRow & { children?: NodeOf<C>[] } {
  return node('Table.Row', props, props.children === undefined ? undefined : flatten(props.children))
}

function cell<C extends Child<WidgetComponent> = never>(
  props: PropsOf<TableCell> & { children?: C },
): TableCell & { children?: NodeOf<C>[] } {
  return node('Table.Cell', props, props.children === undefined ? undefined : flatten(props.children))
}

/** Rows and columns: `Table` takes `Table.Row`, which takes `Table.Cell`. */
export const Table = Object.assign(table, { Row: row, Cell: cell })
