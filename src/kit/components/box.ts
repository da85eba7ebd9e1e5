import { type Child, flatten, type NodeOf, node, type PropsOf } from '../node.ts'
import type { WidgetComponent } from '../nodes.ts'
import type { BoxProps, Directed, NodeBase } from '../values.ts'

/** A block of components, one below the other unless `direction` is `row`. */
export interface Box extends NodeBase, BoxProps, Directed {
  type: 'Box'
  children?: WidgetComponent[]
}

/** A block of components, one below the other unless `direction` is `row`. */
export function Box<C extends Child<WidgetComponent> = never>(
  props: PropsOf<Box> & { children?: C },
): Box & { children?: NodeOf<C>[] } {
  return node('Box', props, props.children === undefined ? undefined : flatten(props.children))
}
