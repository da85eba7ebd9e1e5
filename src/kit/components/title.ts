import { node, type PropsOf } from '../node.ts'
import type { TitleSize } from '../tokens.ts'
import type { NodeBase, TextProps } from '../values.ts'

/** A heading of the widget. */
export interface Title extends NodeBase, TextProps {
  type: 'Title'
  /** Default `md`. */
  size?: TitleSize
}

/** A heading of the widget. */
export function Title(props: PropsOf<Title>): Title {
  return node('Title', props)
}
