// ChatKit's closed vocabularies, once: types, schemas, stories and style sheets all read these lists (reference/widgets.md §1, §8).

/** Where children stand on the cross axis. */
export const alignments = ['start', 'center', 'end', 'baseline', 'stretch'] as const
/** Where children stand on the cross axis. */
export type Alignment = (typeof alignments)[number]

/** How children share the main axis. */
export const justifications = ['start', 'center', 'end', 'between', 'around', 'evenly', 'stretch'] as const
/** How children share the main axis. */
export type Justification = (typeof justifications)[number]

/** Along which axis children stand. */
export const directions = ['row', 'col'] as const
/** Along which axis children stand. */
export type Direction = (typeof directions)[number]

/** What happens when children need more room than there is. */
export const wraps = ['nowrap', 'wrap', 'wrap-reverse'] as const
/** What happens when children need more room than there is. */
export type Wrap = (typeof wraps)[number]

/** Corner radii: 2, 4, 6, 8, 10, 12, 16, 20, 24 px, fully round, a literal 100 %, none. */
export const radii = ['2xs', 'xs', 'sm', 'md', 'lg', 'xl', '2xl', '3xl', '4xl', 'full', '100%', 'none'] as const
/** Corner radii: 2, 4, 6, 8, 10, 12, 16, 20, 24 px, fully round, a literal 100 %, none. */
export type RadiusValue = (typeof radii)[number]

/** How a line is drawn. */
export const borderStyles = ['solid', 'dashed', 'dotted', 'double', 'groove', 'ridge', 'inset', 'outset'] as const
/** How a line is drawn. */
export type BorderStyle = (typeof borderStyles)[number]

/** The two colour schemes. */
export const themes = ['light', 'dark'] as const
/** The two colour schemes. */
export type Theme = (typeof themes)[number]

/** How wide a card may be: 360, 440, 560 px, or the whole message column. */
export const cardSizes = ['sm', 'md', 'lg', 'full'] as const
/** How wide a card may be: 360, 440, 560 px, or the whole message column. */
export type CardSize = (typeof cardSizes)[number]

/** How bold letters are: 400, 500, 600, 700. */
export const weights = ['normal', 'medium', 'semibold', 'bold'] as const
/** How bold letters are: 400, 500, 600, 700. */
export type Weight = (typeof weights)[number]

/** Where lines of text begin. */
export const textAligns = ['start', 'center', 'end'] as const
/** Where lines of text begin. */
export type TextAlign = (typeof textAligns)[number]

/** Sizes of running text: 12, 14, 16, 18 px, and one larger. */
export const textSizes = ['xs', 'sm', 'md', 'lg', 'xl'] as const
/** Sizes of running text: 12, 14, 16, 18 px, and one larger. */
export type TextSize = (typeof textSizes)[number]

/** Sizes of headings. */
export const titleSizes = ['sm', 'md', 'lg', 'xl', '2xl', '3xl', '4xl', '5xl'] as const
/** Sizes of headings. */
export type TitleSize = (typeof titleSizes)[number]

/** Sizes of captions. */
export const captionSizes = ['sm', 'md', 'lg'] as const
/** Sizes of captions. */
export type CaptionSize = (typeof captionSizes)[number]

/** Sizes of icons. */
export const iconSizes = ['xs', 'sm', 'md', 'lg', 'xl', '2xl', '3xl'] as const
/** Sizes of icons. */
export type IconSize = (typeof iconSizes)[number]

/** Sizes of icons in buttons. */
export const buttonIconSizes = ['sm', 'md', 'lg', 'xl', '2xl'] as const
/** Sizes of icons in buttons. */
export type ButtonIconSize = (typeof buttonIconSizes)[number]

/** Presets of a button. */
export const buttonStyles = ['primary', 'secondary'] as const
/** Presets of a button. */
export type ButtonStyle = (typeof buttonStyles)[number]

/** Colours of a button. */
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
/** Colours of a button. */
export type ButtonColor = (typeof buttonColors)[number]

/** How much a control stands out: filled, tinted, lined, bare. */
export const controlVariants = ['solid', 'soft', 'outline', 'ghost'] as const
/** How much a control stands out: filled, tinted, lined, bare. */
export type ControlVariant = (typeof controlVariants)[number]

/** Heights of controls: 22, 24, 26, 28, 32, 36, 40, 44, 48 px. */
export const controlSizes = ['3xs', '2xs', 'xs', 'sm', 'md', 'lg', 'xl', '2xl', '3xl'] as const
/** Heights of controls: 22, 24, 26, 28, 32, 36, 40, 44, 48 px. */
export type ControlSize = (typeof controlSizes)[number]

/** Inner space at both ends of a field: 6, 8, 10, 12, 14, 16 px. */
export const gutterSizes = ['2xs', 'xs', 'sm', 'md', 'lg', 'xl'] as const
/** Inner space at both ends of a field: 6, 8, 10, 12, 14, 16 px. */
export type GutterSize = (typeof gutterSizes)[number]

/** Looks of a text field. */
export const fieldVariants = ['soft', 'outline'] as const
/** Looks of a text field. */
export type FieldVariant = (typeof fieldVariants)[number]

/** What a one-line field takes. */
export const inputTypes = ['number', 'email', 'text', 'password', 'tel', 'url'] as const
/** What a one-line field takes. */
export type InputType = (typeof inputTypes)[number]

/** Colours of a badge. */
export const badgeColors = ['secondary', 'success', 'danger', 'warning', 'info', 'discovery'] as const
/** Colours of a badge. */
export type BadgeColor = (typeof badgeColors)[number]

/** Looks of a badge. */
export const badgeVariants = ['solid', 'soft', 'outline'] as const
/** Looks of a badge. */
export type BadgeVariant = (typeof badgeVariants)[number]

/** Sizes of a badge. */
export const badgeSizes = ['sm', 'md', 'lg'] as const
/** Sizes of a badge. */
export type BadgeSize = (typeof badgeSizes)[number]

/** How a picture fills its box. */
export const imageFits = ['cover', 'contain', 'fill', 'scale-down', 'none'] as const
/** How a picture fills its box. */
export type ImageFit = (typeof imageFits)[number]

/** Which part of a picture stays in view. */
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
/** Which part of a picture stays in view. */
export type ImagePosition = (typeof imagePositions)[number]

/** Where something opens beside its control. */
export const sides = ['top', 'bottom', 'left', 'right'] as const
/** Where something opens beside its control. */
export type Side = (typeof sides)[number]

/** Where the content of a cell stands. */
export const cellAligns = ['start', 'center', 'end'] as const
/** Where the content of a cell stands. */
export type CellAlign = (typeof cellAligns)[number]

/** Widths of columns, in steps. */
export const columnSizes = ['xs', 'sm', 'md', 'lg', 'xl'] as const
/** Widths of columns, in steps. */
export type ColumnSize = (typeof columnSizes)[number]

/** How the points of a chart are joined. */
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
/** How the points of a chart are joined. */
export type CurveType = (typeof curveTypes)[number]

/** Who runs an action: the chat server, or the page's `widgets.onAction`. */
export const actionHandlers = ['server', 'client'] as const
/** Who runs an action: the chat server, or the page's `widgets.onAction`. */
export type ActionHandlerName = (typeof actionHandlers)[number]

/** What shows that an action is running: nothing, the control itself, or the whole widget. */
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
