import type { IconName } from './icons.ts'
import type {
  ActionHandlerName,
  Alignment,
  BorderStyle,
  borderColors,
  chartColors,
  Direction,
  Justification,
  LoadingBehavior,
  RadiusValue,
  surfaceColors,
  TextAlign,
  textColors,
  Weight,
  Wrap,
} from './tokens.ts'

/** What every node may carry. */
export interface NodeBase {
  /** Identity among its siblings: a changed key draws the node anew, a kept one keeps focus and input. */
  key?: string
  /** Address of the node, unique in the widget; streamed text and component updates find it by this. */
  id?: string
}

/** A colour for each scheme: CSS colours or tokens such as `gray-900`. */
export interface ThemeColor {
  /** In the light scheme. */
  light: string
  /** In the dark scheme. */
  dark: string
}

/** Any other word of a list whose own words an editor offers. */
type Other = string & {}

/** Colour of a text: a word, a palette colour such as `gray-700`, or any CSS colour. */
export type TextColor = (typeof textColors)[number] | Other

/** Colour of a background: a word, a palette colour such as `blue-50`, or any CSS colour or gradient. */
export type SurfaceColor = (typeof surfaceColors)[number] | Other

/** Colour of a line: a word, a palette colour such as `gray-200`, or any CSS colour. */
export type BorderColor = (typeof borderColors)[number] | Other

/** Colour of a series: a word, a palette colour such as `blue-400`, or any CSS colour. */
export type ChartColor = (typeof chartColors)[number] | Other

/** Space per side; a number is spacing units of 4 px, a string is CSS. A side wins over its axis `x` or `y`. */
export interface Spacing {
  /** Above; wins over `y`. */
  top?: number | string
  /** On the right; wins over `x`. */
  right?: number | string
  /** Below; wins over `y`. */
  bottom?: number | string
  /** On the left; wins over `x`. */
  left?: number | string
  /** Left and right. */
  x?: number | string
  /** Top and bottom. */
  y?: number | string
}

/** One line around or beside a box. */
export interface Border {
  /** Thickness in px. */
  size: number
  /** `default`, `subtle`, `strong`, a palette colour, or any CSS colour. */
  color?: BorderColor | ThemeColor
  /** Default `solid`. */
  style?: BorderStyle
}

/** Lines per side; a number is a thickness in px. A side wins over its axis `x` or `y`. */
export interface Borders {
  /** Above; wins over `y`. */
  top?: number | Border
  /** On the right; wins over `x`. */
  right?: number | Border
  /** Below; wins over `y`. */
  bottom?: number | Border
  /** On the left; wins over `x`. */
  left?: number | Border
  /** Left and right. */
  x?: number | Border
  /** Top and bottom. */
  y?: number | Border
}

/** What happens when a control is used. On its way to a handler only `type` and `payload` remain. */
export interface ActionConfig {
  /** Name of the action, e.g. `quiz.submit`. */
  type: string
  /** Plain JSON the author puts in; values of the same form are merged into it. */
  payload?: Record<string, unknown>
  /** Who handles it: the chat server (default), or the page's `widgets.onAction`. */
  handler?: ActionHandlerName
  /** How the widget shows that the action runs; `auto` (default) depends on the control. */
  loadingBehavior?: LoadingBehavior
  /** `false` sends a server action as one JSON request beside a running response; default true. */
  streaming?: boolean
}

/** A button of a card's footer. */
export interface CardAction {
  /** Text on the button. */
  label: string
  /** Runs on a click. */
  action: ActionConfig
}

/** The line above a widget: a text with a site's icon, or with one of ours. */
export type WidgetStatus =
  | {
      /** The words of the line. */
      text: string
      /** URL of a picture. */
      favicon?: string
      /** A hairline around the favicon. */
      frame?: boolean
    }
  | {
      /** The words of the line. */
      text: string
      /** Stands before the text. */
      icon?: IconName
    }

/** Size, corners and outer space; numbers are px unless said otherwise, strings are CSS. */
export interface BlockProps {
  /** px, or CSS; wins over `size`. */
  height?: number | string
  /** px, or CSS; wins over `size`. */
  width?: number | string
  /** Width and height at once; explicit ones win. */
  size?: number | string
  /** px, or CSS; wins over `minSize`. */
  minHeight?: number | string
  /** px, or CSS; wins over `minSize`. */
  minWidth?: number | string
  /** Least width and height: px, or CSS. */
  minSize?: number | string
  /** px, or CSS; wins over `maxSize`. */
  maxHeight?: number | string
  /** px, or CSS; wins over `maxSize`. */
  maxWidth?: number | string
  /** Greatest width and height: px, or CSS. */
  maxSize?: number | string
  /** Width to height: `1.5` or `"16/9"`. */
  aspectRatio?: number | string
  /** How round the corners are. */
  radius?: RadiusValue
  /** Outer space; a number is spacing units of 4 px. */
  margin?: number | string | Spacing
}

/** Layout and looks of boxes that hold other components. */
export interface BoxProps extends BlockProps {
  /** Cross axis; `Row` centres by default. */
  align?: Alignment
  /** Main axis. */
  justify?: Justification
  /** What happens when children need more room: `nowrap` (default) keeps one line. */
  wrap?: Wrap
  /** Share of the room left in the parent, or CSS `flex`. */
  flex?: number | string
  /** Space between children; a number is spacing units of 4 px. */
  gap?: number | string
  /** Inner space; a number is spacing units of 4 px. */
  padding?: number | string | Spacing
  /** Thickness in px, or a line, or lines per side. */
  border?: number | Border | Borders
  /** `surface…` token, palette colour, or any CSS colour or gradient. */
  background?: SurfaceColor | ThemeColor
}

/** What `Box`, `Row`, `Col`, `Form` and `Basic` name `direction`. */
export interface Directed {
  /** `col` (default) stacks, `row` lines up. */
  direction?: Direction
}

/** What `Text`, `Title` and `Caption` share. */
export interface TextProps {
  /** Plain text; never HTML or markdown. */
  value: string
  /** `prose`, `primary`, `secondary`, … `danger`, a palette colour, or any CSS colour. */
  color?: TextColor | ThemeColor
  /** How bold the letters are. Default `normal`; of a `Title` `semibold`. */
  weight?: Weight
  /** Default `start`. */
  textAlign?: TextAlign
  /** One line, ending in an ellipsis where it is cut. */
  truncate?: boolean
  /** At most this many lines. */
  maxLines?: number
}

/** Makes a text a field of its form. */
export interface Editable {
  /** Name of the form value; dots nest. */
  name: string
  /** Takes the focus when it appears. */
  autoFocus?: boolean
  /** Selects the whole text when it appears. */
  autoSelect?: boolean
  /** The browser's own hint, e.g. `email`. */
  autoComplete?: string
  /** Lets password managers and the like offer values; default false. */
  allowAutofillExtensions?: boolean
  /** Regular expression the whole value has to match. */
  pattern?: string
  /** Shown while the text is empty. */
  placeholder?: string
  /** Has to be filled in before the form is sent. */
  required?: boolean
}
