import { type Child, flatten, node, type PropsOf } from '../node.ts'
import type { WidgetComponent } from '../nodes.ts'
import type { BoxProps, NodeBase } from '../values.ts'

/** Components side by side, centred on the cross axis. */
export interface Row extends NodeBase, BoxProps {
  type: 'Row'
  children?: WidgetComponent[]
}

/** Components side by side, centred on the cross axis. */
export function Row<C extends WidgetComponent = never>(
  props: PropsOf<Row> & { children?: Child<C> },
): Row & { children?: C[] } {
  return node('Row', props, props.children === undefined ? undefined : flatten(props.children))
}
