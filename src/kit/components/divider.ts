import { node, type PropsOf } from '../node.ts'
import type { NodeBase, ThemeColor } from '../values.ts'

/** A thin line between parts. */
export interface Divider extends NodeBase {
  type: 'Divider'
  /** `default`, `subtle`, `strong`, a palette colour, or any CSS colour. */
  color?: string | ThemeColor
  /** Thickness: px, or CSS. Default 1. */
  size?: number | string
  /** Space on both sides; a number is spacing units of 4 px. */
  spacing?: number | string
  /** Runs to the edges of the container. */
  flush?: boolean
}

/** A thin line between parts. */
export function Divider(props: PropsOf<Divider> = {}): Divider {
  return node('Divider', props)
}
