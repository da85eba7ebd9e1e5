import { z } from 'zod'
import { type Child, flatten, type MayHold, type NodeOf, node, type PropsOf } from '../node.ts'
import type { WidgetComponent } from '../nodes.ts'
import { boxShape, children, nodeShape, strictObject } from '../schemas.ts'
import type { BoxProps, NodeBase } from '../values.ts'

/** Components one below the other. */
export interface Col extends NodeBase, BoxProps {
  type: 'Col'
  /** What stands one below the other. */
  children?: WidgetComponent[]
}

/** Checks a `Col`. */
export const colSchema = strictObject({
  type: z.literal('Col'),
  ...nodeShape,
  ...boxShape,
  children: z.exactOptional(children<WidgetComponent[]>()),
}) satisfies z.ZodType<Col>

/** Components one below the other. */
export function Col<C extends Child<WidgetComponent> = never>(
  props: PropsOf<Col> & MayHold<C>,
): Col & { children?: NodeOf<C>[] } {
  return node('Col', props, props.children === undefined ? undefined : flatten(props.children))
}
