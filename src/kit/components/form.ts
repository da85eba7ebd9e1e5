import { z } from 'zod'
import { type Child, flatten, type MayHold, type NodeOf, node, type PropsOf } from '../node.ts'
import type { WidgetComponent } from '../nodes.ts'
import { boxShape, children, directedShape, nodeShape, optional, strictObject } from '../schemas.ts'
import type { ActionConfig, BoxProps, Directed, NodeBase } from '../values.ts'

/** A form: its fields travel with every action inside it. */
export interface Form extends NodeBase, BoxProps, Directed {
  type: 'Form'
  /** Fields, and whatever stands around them. */
  children?: WidgetComponent[]
  /** Runs on a valid submit: a button with `submit`, or Enter in a one-line field. */
  onSubmitAction?: ActionConfig
}

/** Checks a `Form`. */
export const formSchema = strictObject({
  type: z.literal('Form'),
  ...nodeShape,
  ...boxShape,
  ...directedShape,
  children: z.exactOptional(children<WidgetComponent[]>()),
  onSubmitAction: optional.action,
}) satisfies z.ZodType<Form>

/** A form: its fields travel with every action inside it. */
export function Form<C extends Child<WidgetComponent> = never>(
  props: PropsOf<Form> & MayHold<C>,
): Form & { children?: NodeOf<C>[] } {
  return node('Form', props, props.children === undefined ? undefined : flatten(props.children))
}
