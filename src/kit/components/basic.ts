import { z } from 'zod'
import { type Child, flatten, type Holding, type NodeOf, node, type PropsOf } from '../node.ts'
import type { WidgetComponent, WidgetRoot } from '../nodes.ts'
import { boxShape, children, directedShape, nodeShape, optional, strictObject } from '../schemas.ts'
import { type Theme, themes } from '../tokens.ts'
import type { BoxProps, Directed, NodeBase } from '../values.ts'

/** A widget without a frame; the only one that takes other roots inside. */
export interface Basic extends NodeBase, Directed, Pick<BoxProps, 'gap' | 'padding' | 'align' | 'justify'> {
  type: 'Basic'
  /** Components and whole widgets. */
  children: (WidgetComponent | WidgetRoot)[]
  /** Forces a colour scheme. */
  theme?: Theme
}

/** Checks a `Basic`. */
export const basicSchema = strictObject({
  type: z.literal('Basic'),
  ...nodeShape,
  ...directedShape,
  gap: boxShape.gap,
  padding: boxShape.padding,
  align: boxShape.align,
  justify: boxShape.justify,
  children: children<(WidgetComponent | WidgetRoot)[]>(),
  theme: optional.oneOf(themes),
}) satisfies z.ZodType<Basic>

/** A widget without a frame. */
export function Basic<C extends Child<WidgetComponent | WidgetRoot> = never>(
  props: PropsOf<Basic> & Holding<C>,
): Basic & { children: NodeOf<C>[] } {
  return node('Basic', props, flatten(props.children))
}
