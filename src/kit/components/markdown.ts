import { z } from 'zod'
import { node, type PropsOf } from '../node.ts'
import { nodeShape, optional, required, strictObject } from '../schemas.ts'
import type { NodeBase } from '../values.ts'

/** Text in GitHub's markdown; can be streamed by its `id`. */
export interface Markdown extends NodeBase {
  type: 'Markdown'
  /** Markdown as in GitHub; HTML in it is shown as text. */
  value: string
  /** More text is on its way: draws growth smoothly. */
  streaming?: boolean
}

/** Checks a `Markdown`. */
export const markdownSchema = strictObject({
  type: z.literal('Markdown'),
  ...nodeShape,
  value: required.string,
  streaming: optional.boolean,
}) satisfies z.ZodType<Markdown>

/** Text in GitHub's markdown; can be streamed by its `id`. */
export function Markdown(props: PropsOf<Markdown>): Markdown {
  return node('Markdown', props)
}
