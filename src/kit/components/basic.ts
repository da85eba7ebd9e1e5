import { type Child, flatten, type NodeOf, node, type PropsOf } from '../node.ts'
import type { WidgetComponent, WidgetRoot } from '../nodes.ts'
import type { Theme } from '../tokens.ts'
import type { BoxProps, Directed, NodeBase } from '../values.ts'

/** A widget without a frame; the only one that takes other roots inside. */
export interface Basic extends NodeBase, Directed, Pick<BoxProps, 'gap' | 'padding' | 'align' | 'justify'> {
  type: 'Basic'
  children: (WidgetComponent | WidgetRoot)[]
  /** Forces a colour scheme. */
  theme?: Theme
}

/** A widget without a frame. */
export function Basic<C extends Child<WidgetComponent | WidgetRoot> = never>(
  props: PropsOf<Basic> & { children: C },
): Basic & { children: NodeOf<C>[] } {
  return node('Basic', props, flatten(props.children))
}
