import { node, type PropsOf } from '../node.ts'
import type { CaptionSize } from '../tokens.ts'
import type { NodeBase, TextProps } from '../values.ts'

/** Small, quiet text. */
export interface Caption extends NodeBase, TextProps {
  type: 'Caption'
  /** Default `md`. */
  size?: CaptionSize
}

/** Small, quiet text. */
export function Caption(props: PropsOf<Caption>): Caption {
  return node('Caption', props)
}
