import { z } from 'zod'
import type { IconName } from './icons.ts'
import {
  actionHandlers,
  alignments,
  borderStyles,
  directions,
  justifications,
  loadingBehaviors,
  radii,
  textAligns,
  weights,
  wraps,
} from './tokens.ts'
import type {
  ActionConfig,
  Border,
  BorderColor,
  Borders,
  CardAction,
  ChartColor,
  Editable,
  Spacing,
  SurfaceColor,
  TextColor,
  ThemeColor,
  WidgetStatus,
} from './values.ts'

// Pieces the components' schemas are made of; each is made once, since making schemas is most of what importing the kit costs.

/**
 * `z.strictObject`, without zod's question whether code may be made from strings here: a strict policy of a page reports the question
 * as a violation, and these schemas only write reports, where speed does not count.
 */
export function strictObject<const Shape extends z.core.$ZodLooseShape>(
  shape: Shape,
): z.ZodObject<Shape, z.core.$strict> {
  const { jitless = false } = z.config()
  z.config({ jitless: true })
  try {
    return z.strictObject(shape)
  } finally {
    z.config({ jitless })
  }
}

const string = z.string()
const number = z.number()
const boolean = z.boolean()
const length = z.union([number, string])
const optionalLength = z.exactOptional(length)
const icon: z.ZodType<IconName> = string

const themeColor = strictObject({ light: string, dark: string }) satisfies z.ZodType<ThemeColor>
const color = z.union([string, themeColor])
const textColor: z.ZodType<TextColor | ThemeColor> = color
const surfaceColor: z.ZodType<SurfaceColor | ThemeColor> = color
const borderColor: z.ZodType<BorderColor | ThemeColor> = color
const chartColor: z.ZodType<ChartColor | ThemeColor> = color

const spacing = strictObject({
  top: optionalLength,
  right: optionalLength,
  bottom: optionalLength,
  left: optionalLength,
  x: optionalLength,
  y: optionalLength,
}) satisfies z.ZodType<Spacing>

const border = strictObject({
  size: number,
  color: z.exactOptional(borderColor),
  style: z.exactOptional(z.enum(borderStyles)),
}) satisfies z.ZodType<Border>

const line = z.exactOptional(z.union([number, border]))
const borders = strictObject({
  top: line,
  right: line,
  bottom: line,
  left: line,
  x: line,
  y: line,
}) satisfies z.ZodType<Borders>

const action = strictObject({
  type: string,
  payload: z.exactOptional(z.record(string, z.unknown())),
  handler: z.exactOptional(z.enum(actionHandlers)),
  loadingBehavior: z.exactOptional(z.enum(loadingBehaviors)),
  streaming: z.exactOptional(boolean),
}) satisfies z.ZodType<ActionConfig>

const cardAction = strictObject({ label: string, action }) satisfies z.ZodType<CardAction>

const status = z.union([
  strictObject({ text: string, favicon: z.exactOptional(string), frame: z.exactOptional(boolean) }),
  strictObject({ text: string, icon: z.exactOptional(icon) }),
]) satisfies z.ZodType<WidgetStatus>

const editable = strictObject({
  name: string,
  autoFocus: z.exactOptional(boolean),
  autoSelect: z.exactOptional(boolean),
  autoComplete: z.exactOptional(string),
  allowAutofillExtensions: z.exactOptional(boolean),
  pattern: z.exactOptional(string),
  placeholder: z.exactOptional(string),
  required: z.exactOptional(boolean),
}) satisfies z.ZodType<Editable>

/** Properties that have to be there. */
export const required = { string, icon }

/** Properties that may be absent. */
export const optional = {
  string: z.exactOptional(string),
  number: z.exactOptional(number),
  boolean: z.exactOptional(boolean),
  length: optionalLength,
  icon: z.exactOptional(icon),
  textColor: z.exactOptional(textColor),
  surfaceColor: z.exactOptional(surfaceColor),
  borderColor: z.exactOptional(borderColor),
  chartColor: z.exactOptional(chartColor),
  spacing: z.exactOptional(spacing),
  space: z.exactOptional(z.union([number, string, spacing])),
  border: z.exactOptional(z.union([number, border, borders])),
  action: z.exactOptional(action),
  cardAction: z.exactOptional(cardAction),
  status: z.exactOptional(status),
  editable: z.exactOptional(z.union([z.literal(false), editable])),
  oneOf: <const Value extends string>(values: readonly Value[]) => z.exactOptional(z.enum(values)),
}

/** What every node may carry. */
export const nodeShape = { key: optional.string, id: optional.string }

const sizeShape = {
  height: optionalLength,
  width: optionalLength,
  size: optionalLength,
  minHeight: optionalLength,
  minWidth: optionalLength,
  minSize: optionalLength,
  maxHeight: optionalLength,
  maxWidth: optionalLength,
  maxSize: optionalLength,
  aspectRatio: optionalLength,
}

/** Size, for charts, which have no corners or outer space of their own. */
export const chartBlockShape = sizeShape

/** Size, corners and outer space. */
export const blockShape = { ...sizeShape, radius: optional.oneOf(radii), margin: optional.space }

/** Layout and looks of boxes. */
export const boxShape = {
  ...blockShape,
  align: optional.oneOf(alignments),
  justify: optional.oneOf(justifications),
  wrap: optional.oneOf(wraps),
  flex: optionalLength,
  gap: optionalLength,
  padding: optional.space,
  border: optional.border,
  background: optional.surfaceColor,
}

/** The direction of `Box`, `Form` and `Basic`. */
export const directedShape = { direction: optional.oneOf(directions) }

/** What `Text`, `Title` and `Caption` share. */
export const textShape = {
  value: string,
  color: optional.textColor,
  weight: optional.oneOf(weights),
  textAlign: optional.oneOf(textAligns),
  truncate: optional.boolean,
  maxLines: optional.number,
}

/** Where a node's children go; which ones and how many, the walk over the tree knows (rules.ts). */
export const children = <Children>() => z.custom<Children>()
