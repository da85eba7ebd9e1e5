import { type Child, flatten, type NodeOf, node, type PropsOf } from '../node.ts'
import type { WidgetComponent } from '../nodes.ts'
import type { BoxProps, NodeBase } from '../values.ts'

/** Components one below the other. */
export interface Col extends NodeBase, BoxProps {
  type: 'Col'
  children?: WidgetComponent[]
}

/** Components one below the other. */
export function Col<C extends Child<WidgetComponent> = never>(
  props: PropsOf<Col> & { children?: C },
): Col & { children?: NodeOf<C>[] } {
  return node('Col', props, props.children === undefined ? undefined : flatten(props.children))
}
