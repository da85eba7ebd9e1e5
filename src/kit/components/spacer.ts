import { node, type PropsOf } from '../node.ts'
import type { NodeBase } from '../values.ts'

/** Takes the room that is left between its neighbours. */
export interface Spacer extends NodeBase {
  type: 'Spacer'
  /** Never smaller than this: px, or CSS. */
  minSize?: number | string
}

/** Takes the room that is left between its neighbours. */
export function Spacer(props: PropsOf<Spacer> = {}): Spacer {
  return node('Spacer', props)
}
