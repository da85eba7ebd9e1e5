import type { IconName } from '../icons.ts'
import { type Child, flatten, node, type PropsOf } from '../node.ts'
import type { Theme } from '../tokens.ts'
import type { NodeBase, WidgetStatus } from '../values.ts'
import type { ListViewItem } from './list-view-item.ts'

/** A widget of rows. */
export interface ListView extends NodeBase {
  type: 'ListView'
  children: ListViewItem[]
  /** Rows shown before "Show more"; `auto` (default) leaves it to the renderer. */
  limit?: number | 'auto'
  /** The line above the rows. */
  status?: WidgetStatus
  /** Forces a colour scheme. */
  theme?: Theme
}

/** A widget of rows; takes `ListViewItem` only. */
export function ListView<C extends ListViewItem = never, I extends IconName = never>(
  props: PropsOf<ListView> & { children: Child<C>; status?: WidgetStatus<I> | null | undefined },
): ListView & { children: C[]; status?: WidgetStatus<I> } {
  return node('ListView', props, flatten(props.children))
}
