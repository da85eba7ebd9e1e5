import { z } from 'zod'
import { type Child, flatten, type Holding, type NodeOf, node, type PropsOf } from '../node.ts'
import type { WidgetComponent } from '../nodes.ts'
import { children, nodeShape, optional, strictObject } from '../schemas.ts'
import { type CardSize, cardSizes, type Theme, themes } from '../tokens.ts'
import type {
  Border,
  Borders,
  CardAction,
  NodeBase,
  Spacing,
  SurfaceColor,
  ThemeColor,
  WidgetStatus,
} from '../values.ts'

/** A framed widget: status line, content, and a footer with `cancel` and `confirm`. */
export interface Card extends NodeBase {
  type: 'Card'
  /** What stands between status line and footer. */
  children: WidgetComponent[]
  /** The card is a form: its fields travel with every action inside, and `confirm` submits it. */
  asForm?: boolean
  /** `surface…` token, palette colour, or any CSS colour or gradient. Default `surface-elevated`. */
  background?: SurfaceColor | ThemeColor
  /** Thickness in px, or a line, or lines per side. */
  border?: number | Border | Borders
  /** Widest width; `full` spans the message column. Default `md`. */
  size?: CardSize
  /** Inner space; a number is spacing units of 4 px. Default 4. */
  padding?: number | string | Spacing
  /** The line above the content. */
  status?: WidgetStatus
  /** Hides the content and keeps the status line, once the card's work is done. */
  collapsed?: boolean
  /** The main button of the footer. */
  confirm?: CardAction
  /** The second button of the footer. */
  cancel?: CardAction
  /** Forces a colour scheme. */
  theme?: Theme
}

/** Checks a `Card`. */
export const cardSchema = strictObject({
  type: z.literal('Card'),
  ...nodeShape,
  children: children<WidgetComponent[]>(),
  asForm: optional.boolean,
  background: optional.surfaceColor,
  border: optional.border,
  size: optional.oneOf(cardSizes),
  padding: optional.space,
  status: optional.status,
  collapsed: optional.boolean,
  confirm: optional.cardAction,
  cancel: optional.cardAction,
  theme: optional.oneOf(themes),
}) satisfies z.ZodType<Card>

/** A framed widget. */
export function Card<C extends Child<WidgetComponent> = never>(
  props: PropsOf<Card> & Holding<C>,
): Card & { children: NodeOf<C>[] } {
  return node('Card', props, flatten(props.children))
}
