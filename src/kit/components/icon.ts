import { z } from 'zod'
import type { IconName } from '../icons.ts'
import { node, type PropsOf } from '../node.ts'
import { nodeShape, optional, required, strictObject } from '../schemas.ts'
import { type IconSize, iconSizes } from '../tokens.ts'
import type { NodeBase, TextColor, ThemeColor } from '../values.ts'

/** A small picture by name. */
export interface Icon extends NodeBase {
  type: 'Icon'
  /** A name of ChatKit's lists, `lucide:<name>` or `vendor:<name>`; others are drawn as a dot. */
  name: IconName
  /** Token, palette colour, or any CSS colour. */
  color?: TextColor | ThemeColor
  /** Default `md`. */
  size?: IconSize
}

/** Checks a `Icon`. */
export const iconSchema = strictObject({
  type: z.literal('Icon'),
  ...nodeShape,
  name: required.icon,
  color: optional.textColor,
  size: optional.oneOf(iconSizes),
}) satisfies z.ZodType<Icon>

/** A small picture by name. */
export function Icon<I extends IconName>(props: PropsOf<Icon> & { name: I }): Icon & { name: I } {
  return node('Icon', props)
}
