import { z } from 'zod'
import { type Child, flatten, type MayHold, type NodeOf, node, type PropsOf } from '../node.ts'
import type { WidgetComponent } from '../nodes.ts'
import { boxShape, children, directedShape, nodeShape, strictObject } from '../schemas.ts'
import type { BoxProps, Directed, NodeBase } from '../values.ts'

/** A block of components, one below the other unless `direction` is `row`. */
export interface Box extends NodeBase, BoxProps, Directed {
  type: 'Box'
  /** What stands inside. */
  children?: WidgetComponent[]
}

/** Checks a `Box`. */
export const boxSchema = strictObject({
  type: z.literal('Box'),
  ...nodeShape,
  ...boxShape,
  ...directedShape,
  children: z.exactOptional(children<WidgetComponent[]>()),
}) satisfies z.ZodType<Box>

/** A block of components, one below the other unless `direction` is `row`. */
export function Box<C extends Child<WidgetComponent> = never>(
  props: PropsOf<Box> & MayHold<C>,
): Box & { children?: NodeOf<C>[] } {
  return node('Box', props, props.children === undefined ? undefined : flatten(props.children))
}
