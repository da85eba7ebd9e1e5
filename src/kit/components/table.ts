import { z } from 'zod'
import { type Child, flatten, type MayHold, type NodeOf, node, type PropsOf } from '../node.ts'
import type { WidgetComponent } from '../nodes.ts'
import { children, nodeShape, optional, strictObject } from '../schemas.ts'
import { type CellAlign, type ColumnSize, cellAligns, columnSizes } from '../tokens.ts'
import type { NodeBase, Spacing } from '../values.ts'

/** Rows and columns. */
export interface Table extends NodeBase {
  type: 'Table'
  /** The rows. */
  children?: TableRow[]
}

/** Checks a `Table`. */
export const tableSchema = strictObject({
  type: z.literal('Table'),
  ...nodeShape,
  children: z.exactOptional(children<TableRow[]>()),
}) satisfies z.ZodType<Table>

/** One row of a `Table`. */
export interface TableRow extends NodeBase {
  type: 'Table.Row'
  /** The cells, from first to last. */
  children?: TableCell[]
  /** The row names the columns. */
  header?: boolean
}

/** Checks a `TableRow`. */
export const tableRowSchema = strictObject({
  type: z.literal('Table.Row'),
  ...nodeShape,
  children: z.exactOptional(children<TableCell[]>()),
  header: optional.boolean,
}) satisfies z.ZodType<TableRow>

/** One cell of a `Table.Row`. */
export interface TableCell extends NodeBase {
  type: 'Table.Cell'
  /** What stands in the cell. */
  children?: WidgetComponent[]
  /** px, or CSS. */
  width?: number | string
  /** Inner space per side; numbers are spacing units of 4 px. */
  padding?: Spacing
  /** Columns it takes. Default 1. */
  colSpan?: number
  /** Rows it takes. Default 1. */
  rowSpan?: number
  /** Across. Default `start`. */
  align?: CellAlign
  /** Up and down. Default `center`. */
  vAlign?: CellAlign
  /** Width of the column, in steps. */
  colSize?: ColumnSize
}

/** Checks a `TableCell`. */
export const tableCellSchema = strictObject({
  type: z.literal('Table.Cell'),
  ...nodeShape,
  children: z.exactOptional(children<WidgetComponent[]>()),
  width: optional.length,
  padding: optional.spacing,
  colSpan: optional.number,
  rowSpan: optional.number,
  align: optional.oneOf(cellAligns),
  vAlign: optional.oneOf(cellAligns),
  colSize: optional.oneOf(columnSizes),
}) satisfies z.ZodType<TableCell>

function table<C extends Child<TableRow> = never>(
  props: PropsOf<Table> & MayHold<C>,
): Table & { children?: NodeOf<C>[] } {
  return node('Table', props, props.children === undefined ? undefined : flatten(props.children))
}

function row<C extends Child<TableCell> = never>(
  props: PropsOf<TableRow> & MayHold<C>,
): TableRow & { children?: NodeOf<C>[] } {
  return node('Table.Row', props, props.children === undefined ? undefined : flatten(props.children))
}

function cell<C extends Child<WidgetComponent> = never>(
  props: PropsOf<TableCell> & MayHold<C>,
): TableCell & { children?: NodeOf<C>[] } {
  return node('Table.Cell', props, props.children === undefined ? undefined : flatten(props.children))
}

/** Rows and columns: `Table` takes `Table.Row`, which takes `Table.Cell`. */
export const Table: typeof table & {
  /** One row of a `Table`; takes `Table.Cell`. */
  Row: typeof row
  /** One cell of a `Table.Row`. */
  Cell: typeof cell
} = Object.assign(table, {
  Row: row,
  Cell: cell,
})
