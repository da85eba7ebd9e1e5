import { z } from 'zod'
import { flatten, type JsxElement, type MayHold, node, type PropsOf } from '../node.ts'
import type { WidgetComponent } from '../nodes.ts'
import { children, nodeShape, strictObject } from '../schemas.ts'
import type { NodeBase } from '../values.ts'

/** Animates its one child when that appears, changes or goes. */
export interface Transition extends NodeBase {
  type: 'Transition'
  /** One component; nothing while there is none. */
  children?: WidgetComponent
}

/** Checks a `Transition`. */
export const transitionSchema = strictObject({
  type: z.literal('Transition'),
  ...nodeShape,
  children: z.exactOptional(children<WidgetComponent>()),
}) satisfies z.ZodType<Transition>

/** Animates its one child; takes one component or nothing, never an array. */
export function Transition<C extends WidgetComponent | JsxElement | boolean | null | undefined = undefined>(
  props: PropsOf<Transition> & MayHold<C>,
): Transition & ([C] extends [WidgetComponent] ? { children: C } : { children?: Extract<C, WidgetComponent> }) {
  const [child, ...more] = flatten(props.children)
  return node('Transition', props, more.length > 0 ? [child, ...more] : child)
}
