import { z } from 'zod'
import type { IconName, WidgetIcon } from '../icons.ts'
import { node, type PropsOf } from '../node.ts'
import { nodeShape, optional, strictObject } from '../schemas.ts'
import {
  type ButtonColor,
  type ButtonIconSize,
  type ButtonStyle,
  buttonColors,
  buttonIconSizes,
  buttonStyles,
  type ControlSize,
  type ControlVariant,
  controlSizes,
  controlVariants,
} from '../tokens.ts'
import type { ActionConfig, NodeBase } from '../values.ts'

/** A button; runs an action, or submits its form. */
export interface Button extends NodeBase {
  type: 'Button'
  /** Submits the form it stands in. */
  submit?: boolean
  /** `""` with `uniform` and an icon makes an icon button. */
  label?: string
  /** Runs on a click. */
  onClickAction?: ActionConfig
  /** Stands before the label. */
  iconStart?: IconName
  /** Stands behind the label. */
  iconEnd?: IconName
  /** Preset: `primary` is solid in the main colour, `secondary` (default) soft and quiet; `color` and `variant` override it. */
  style?: ButtonStyle
  /** Default follows `size`. */
  iconSize?: ButtonIconSize
  /** Overrides the colour of `style`. */
  color?: ButtonColor
  /** Overrides the variant of `style`. */
  variant?: ControlVariant
  /** Default `md`. */
  size?: ControlSize
  /** Fully round ends. Default true. */
  pill?: boolean
  /** As wide as high, for an icon alone. Default false. */
  uniform?: boolean
  /** As wide as its container. Default false. */
  block?: boolean
  /** Cannot be used. Default false. */
  disabled?: boolean
}

/** Checks a `Button`. */
export const buttonSchema = strictObject({
  type: z.literal('Button'),
  ...nodeShape,
  submit: optional.boolean,
  label: optional.string,
  onClickAction: optional.action,
  iconStart: optional.icon,
  iconEnd: optional.icon,
  style: optional.oneOf(buttonStyles),
  iconSize: optional.oneOf(buttonIconSizes),
  color: optional.oneOf(buttonColors),
  variant: optional.oneOf(controlVariants),
  size: optional.oneOf(controlSizes),
  pill: optional.boolean,
  uniform: optional.boolean,
  block: optional.boolean,
  disabled: optional.boolean,
}) satisfies z.ZodType<Button>

/** A button; runs an action, or submits its form. */
export function Button<I extends IconName = never>(
  // Beside `I` the names themselves: of `I` alone, which becomes what is typed so far, an editor could offer none.
  props: PropsOf<Button> & {
    iconStart?: I | WidgetIcon | null | undefined
    iconEnd?: I | WidgetIcon | null | undefined
  },
): Button & { iconStart?: I; iconEnd?: I } {
  return node('Button', props)
}
