import type { IconName } from '../icons.ts'
import { node, type PropsOf } from '../node.ts'
import type { IconSize } from '../tokens.ts'
import type { NodeBase, ThemeColor } from '../values.ts'

/** A small picture by name. */
export interface Icon extends NodeBase {
  type: 'Icon'
  name: IconName
  /** Token, palette colour, or any CSS colour. */
  color?: string | ThemeColor
  /** Default `md`. */
  size?: IconSize
}

/** A small picture by name. */
export function Icon<I extends IconName>(props: PropsOf<Icon> & { name: I }): Icon & { name: I } {
  return node('Icon', props)
}
