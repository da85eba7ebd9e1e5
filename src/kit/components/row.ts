import { z } from 'zod'
import { type Child, flatten, type MayHold, type NodeOf, node, type PropsOf } from '../node.ts'
import type { WidgetComponent } from '../nodes.ts'
import { boxShape, children, nodeShape, strictObject } from '../schemas.ts'
import type { BoxProps, NodeBase } from '../values.ts'

/** Components side by side, centred on the cross axis. */
export interface Row extends NodeBase, BoxProps {
  type: 'Row'
  /** What stands side by side. */
  children?: WidgetComponent[]
}

/** Checks a `Row`. */
export const rowSchema = strictObject({
  type: z.literal('Row'),
  ...nodeShape,
  ...boxShape,
  children: z.exactOptional(children<WidgetComponent[]>()),
}) satisfies z.ZodType<Row>

/** Components side by side, centred on the cross axis. */
export function Row<C extends Child<WidgetComponent> = never>(
  props: PropsOf<Row> & MayHold<C>,
): Row & { children?: NodeOf<C>[] } {
  return node('Row', props, props.children === undefined ? undefined : flatten(props.children))
}
