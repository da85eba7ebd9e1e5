import { z } from 'zod'
import { type Child, flatten, type Holding, type NodeOf, node, type PropsOf } from '../node.ts'
import { children, nodeShape, optional, strictObject } from '../schemas.ts'
import { type Theme, themes } from '../tokens.ts'
import type { NodeBase, WidgetStatus } from '../values.ts'
import type { ListViewItem } from './list-view-item.ts'

/** A widget of rows. */
export interface ListView extends NodeBase {
  type: 'ListView'
  /** The rows. */
  children: ListViewItem[]
  /** Rows shown before "Show more"; `auto` (default) leaves it to the renderer. */
  limit?: number | 'auto'
  /** The line above the rows. */
  status?: WidgetStatus
  /** Forces a colour scheme. */
  theme?: Theme
}

/** Checks a `ListView`. */
export const listViewSchema = strictObject({
  type: z.literal('ListView'),
  ...nodeShape,
  children: children<ListViewItem[]>(),
  limit: z.exactOptional(z.union([z.number(), z.literal('auto')])),
  status: optional.status,
  theme: optional.oneOf(themes),
}) satisfies z.ZodType<ListView>

/** A widget of rows; takes `ListViewItem` only. */
export function ListView<C extends Child<ListViewItem> = never>(
  props: PropsOf<ListView> & Holding<C>,
): ListView & { children: NodeOf<C>[] } {
  return node('ListView', props, flatten(props.children))
}
