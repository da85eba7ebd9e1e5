/** ChatKit's closed vocabularies, once: types, schemas, stories and style sheets all read these lists. */
export const alignments = ['start', 'center', 'end', 'baseline', 'stretch'] as const
export type Alignment = (typeof alignments)[number]

export const justifications = ['start', 'center', 'end', 'between', 'around', 'evenly', 'stretch'] as const
export type Justification = (typeof justifications)[number]

export const directions = ['row', 'col'] as const
export type Direction = (typeof directions)[number]

export const wraps = ['nowrap', 'wrap', 'wrap-reverse'] as const
export type Wrap = (typeof wraps)[number]

/** Corner radii: 2, 4, 6, 8, 10, 12, 16, 20, 24 px, fully round, a literal 100 %, none. */
export const radii = ['2xs', 'xs', 'sm', 'md', 'lg', 'xl', '2xl', '3xl', '4xl', 'full', '100%', 'none'] as const
export type RadiusValue = (typeof radii)[number]

export const borderStyles = ['solid', 'dashed', 'dotted', 'double', 'groove', 'ridge', 'inset', 'outset'] as const
export type BorderStyle = (typeof borderStyles)[number]

export const themes = ['light', 'dark'] as const
export type Theme = (typeof themes)[number]

export const cardSizes = ['sm', 'md', 'lg', 'full'] as const
export type CardSize = (typeof cardSizes)[number]

export const weights = ['normal', 'medium', 'semibold', 'bold'] as const
export type Weight = (typeof weights)[number]

export const textAligns = ['start', 'center', 'end'] as const
export type TextAlign = (typeof textAligns)[number]

export const textSizes = ['xs', 'sm', 'md', 'lg', 'xl'] as const
export type TextSize = (typeof textSizes)[number]

export const titleSizes = ['sm', 'md', 'lg', 'xl', '2xl', '3xl', '4xl', '5xl'] as const
export type TitleSize = (typeof titleSizes)[number]

export const captionSizes = ['sm', 'md', 'lg'] as const
export type CaptionSize = (typeof captionSizes)[number]

export const iconSizes = ['xs', 'sm', 'md', 'lg', 'xl', '2xl', '3xl'] as const
export type IconSize = (typeof iconSizes)[number]

export const buttonIconSizes = ['sm', 'md', 'lg', 'xl', '2xl'] as const
export type ButtonIconSize = (typeof buttonIconSizes)[number]

export const buttonStyles = ['primary', 'secondary'] as const
export type ButtonStyle = (typeof buttonStyles)[number]

export const buttonColors = [
  'primary',
  'secondary',
  'info',
  'discovery',
  'success',
  'caution',
  'warning',
  'danger',
] as const
export type ButtonColor = (typeof buttonColors)[number]

export const controlVariants = ['solid', 'soft', 'outline', 'ghost'] as const
export type ControlVariant = (typeof controlVariants)[number]

/** Heights of controls: 22, 24, 26, 28, 32, 36, 40, 44, 48 px. */
export const controlSizes = ['3xs', '2xs', 'xs', 'sm', 'md', 'lg', 'xl', '2xl', '3xl'] as const
export type ControlSize = (typeof controlSizes)[number]

export const gutterSizes = ['2xs', 'xs', 'sm', 'md', 'lg', 'xl'] as const
export type GutterSize = (typeof gutterSizes)[number]

export const fieldVariants = ['soft', 'outline'] as const
export type FieldVariant = (typeof fieldVariants)[number]

export const inputTypes = ['number', 'email', 'text', 'password', 'tel', 'url'] as const
export type InputType = (typeof inputTypes)[number]

export const badgeColors = ['secondary', 'success', 'danger', 'warning', 'info', 'discovery'] as const
export type BadgeColor = (typeof badgeColors)[number]

export const badgeVariants = ['solid', 'soft', 'outline'] as const
export type BadgeVariant = (typeof badgeVariants)[number]

export const badgeSizes = ['sm', 'md', 'lg'] as const
export type BadgeSize = (typeof badgeSizes)[number]

export const imageFits = ['cover', 'contain', 'fill', 'scale-down', 'none'] as const
export type ImageFit = (typeof imageFits)[number]

export const imagePositions = [
  'top left',
  'top',
  'top right',
  'left',
  'center',
  'right',
  'bottom left',
  'bottom',
  'bottom right',
] as const
export type ImagePosition = (typeof imagePositions)[number]

export const sides = ['top', 'bottom', 'left', 'right'] as const
export type Side = (typeof sides)[number]

export const cellAligns = ['start', 'center', 'end'] as const
export type CellAlign = (typeof cellAligns)[number]

export const columnSizes = ['xs', 'sm', 'md', 'lg', 'xl'] as const
export type ColumnSize = (typeof columnSizes)[number]

export const curveTypes = [
  'basis',
  'basisClosed',
  'basisOpen',
  'bumpX',
  'bumpY',
  'bump',
  'linear',
  'linearClosed',
  'natural',
  'monotoneX',
  'monotoneY',
  'monotone',
  'step',
  'stepBefore',
  'stepAfter',
] as const
export type CurveType = (typeof curveTypes)[number]

export const actionHandlers = ['server', 'client'] as const
/** Who runs an action: the chat server, or the page's `widgets.onAction`. */
export type ActionHandlerName = (typeof actionHandlers)[number]

export const loadingBehaviors = ['auto', 'none', 'self', 'container'] as const
/** What shows that an action is running: nothing, the control itself, or the whole widget. */
export type LoadingBehavior = (typeof loadingBehaviors)[number]

/** Colour words of text. Any CSS colour and `<hue>-<step>` work as well. */
export const textColors = [
  'prose',
  'primary',
  'emphasis',
  'secondary',
  'tertiary',
  'success',
  'warning',
  'danger',
] as const
/** Colour words of backgrounds. */
export const surfaceColors = [
  'surface',
  'surface-secondary',
  'surface-tertiary',
  'surface-elevated',
  'surface-elevated-secondary',
] as const
/** Colour words of borders and dividers. */
export const borderColors = ['default', 'subtle', 'strong'] as const
/** Hues of the primitive palette: `blue-400`, `gray-900`, `alpha-70`. */
export const hues = ['gray', 'red', 'orange', 'yellow', 'green', 'blue', 'purple', 'pink', 'alpha'] as const
/** Colour words of chart series, taken in this order when a series names none. */
export const chartColors = ['blue', 'purple', 'orange', 'green', 'red', 'yellow', 'pink'] as const
