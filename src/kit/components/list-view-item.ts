import { z } from 'zod'
import { type Child, flatten, type Holding, type NodeOf, node, type PropsOf } from '../node.ts'
import type { WidgetComponent } from '../nodes.ts'
import { children, nodeShape, optional, strictObject } from '../schemas.ts'
import { type Alignment, alignments } from '../tokens.ts'
import type { ActionConfig, NodeBase } from '../values.ts'

/** One row of a `ListView`; its children stand side by side. */
export interface ListViewItem extends NodeBase {
  type: 'ListViewItem'
  /** What stands in the row, side by side. */
  children: WidgetComponent[]
  /** Makes the whole row a button. */
  onClickAction?: ActionConfig
  /** Space between children; a number is spacing units of 4 px. Default 3. */
  gap?: number | string
  /** Cross axis. Default `center`. */
  align?: Alignment
}

/** Checks a `ListViewItem`. */
export const listViewItemSchema = strictObject({
  type: z.literal('ListViewItem'),
  ...nodeShape,
  children: children<WidgetComponent[]>(),
  onClickAction: optional.action,
  gap: optional.length,
  align: optional.oneOf(alignments),
}) satisfies z.ZodType<ListViewItem>

/** One row of a `ListView`. */
export function ListViewItem<C extends Child<WidgetComponent> = never>(
  props: PropsOf<ListViewItem> & Holding<C>,
): ListViewItem & { children: NodeOf<C>[] } {
  return node('ListViewItem', props, flatten(props.children))
}
