import { z } from 'zod'
import { node, type PropsOf } from '../node.ts'
import { nodeShape, optional, strictObject } from '../schemas.ts'
import type { NodeBase } from '../values.ts'

/** Takes the room that is left between its neighbours. */
export interface Spacer extends NodeBase {
  type: 'Spacer'
  /** Never smaller than this: px, or CSS. */
  minSize?: number | string
}

/** Checks a `Spacer`. */
export const spacerSchema = strictObject({
  type: z.literal('Spacer'),
  ...nodeShape,
  minSize: optional.length,
}) satisfies z.ZodType<Spacer>

/** Takes the room that is left between its neighbours. */
export function Spacer(props: PropsOf<Spacer> = {}): Spacer {
  return node('Spacer', props)
}
