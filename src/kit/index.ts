export { isParlorError, ParlorError, type ParlorErrorCode, type ParlorErrorInit, type Problem } from '../errors.ts'
export { type ActionPlace, type ResolvedAction, resolveAction } from './action-defaults.ts'
export { checkWidget, inspectWidget } from './check.ts'
export { childrenOf } from './children-of.ts'
export { Badge } from './components/badge.ts'
export { Basic } from './components/basic.ts'
export { Box } from './components/box.ts'
export { Button } from './components/button.ts'
export { Caption } from './components/caption.ts'
export { Card } from './components/card.ts'
export {
  type AreaSeries,
  type BarSeries,
  Chart,
  type ChartSeries,
  type ChartXAxis,
  type LineSeries,
} from './components/chart.ts'
export { Checkbox } from './components/checkbox.ts'
export { Col } from './components/col.ts'
export { DatePicker } from './components/date-picker.ts'
export { Divider } from './components/divider.ts'
export { Form } from './components/form.ts'
export { Icon } from './components/icon.ts'
export { Image } from './components/image.ts'
export { Input } from './components/input.ts'
export { Label } from './components/label.ts'
export { ListView } from './components/list-view.ts'
export { ListViewItem } from './components/list-view-item.ts'
export { Markdown } from './components/markdown.ts'
export { RadioGroup, type RadioOption } from './components/radio-group.ts'
export { Row } from './components/row.ts'
export { Select, type SelectOption } from './components/select.ts'
export { Spacer } from './components/spacer.ts'
export { Table, type TableCell, type TableRow } from './components/table.ts'
export { Text } from './components/text.ts'
export { Textarea } from './components/textarea.ts'
export { Title } from './components/title.ts'
export { Transition } from './components/transition.ts'
export { fillText } from './fill-text.ts'
export { type FormProblem, type FormValue, type MergedPayload, mergeFormValues } from './form-values.ts'
export { type IconName, iconNames, isKnownIcon, type WidgetIcon, widgetIcons } from './icons.ts'
export { pathOf, problemsOfIssues } from './issues.ts'
export {
  createElement,
  Fragment,
  type JSX,
  type JsxChild,
  type JsxComponent,
  type JsxResult,
  jsx,
  jsxDEV,
} from './jsx.ts'
export { defaultLimits, type WidgetLimits } from './limits.ts'
export type { AuthoredAction, Child, JsxElement, PropsOf } from './node.ts'
export type { WidgetComponent, WidgetNode, WidgetRoot, WidgetType } from './nodes.ts'
export type { WidgetProblem, WidgetProblemCode } from './problem.ts'
export { type ReadResult, readWidget, type UnknownNode } from './read.ts'
export { rootTypes, widgetTypes } from './rules.ts'
export { widgetSummary, widgetText } from './text.ts'
export {
  type ActionHandlerName,
  type Alignment,
  actionHandlers,
  alignments,
  type BadgeColor,
  type BadgeSize,
  type BadgeVariant,
  type BorderStyle,
  type ButtonColor,
  type ButtonIconSize,
  type ButtonStyle,
  badgeColors,
  badgeSizes,
  badgeVariants,
  borderColors,
  borderStyles,
  buttonColors,
  buttonIconSizes,
  buttonStyles,
  type CaptionSize,
  type CardSize,
  type CellAlign,
  type ColumnSize,
  type ControlSize,
  type ControlVariant,
  type CurveType,
  captionSizes,
  cardSizes,
  cellAligns,
  chartColors,
  columnSizes,
  controlSizes,
  controlVariants,
  curveTypes,
  type Direction,
  directions,
  type FieldVariant,
  fieldVariants,
  type GutterSize,
  gutterSizes,
  hues,
  type IconSize,
  type ImageFit,
  type ImagePosition,
  type InputType,
  iconSizes,
  imageFits,
  imagePositions,
  inputTypes,
  type Justification,
  justifications,
  type LoadingBehavior,
  loadingBehaviors,
  type RadiusValue,
  radii,
  type Side,
  sides,
  surfaceColors,
  type TextAlign,
  type TextSize,
  type Theme,
  type TitleSize,
  textAligns,
  textColors,
  textSizes,
  themes,
  titleSizes,
  type Weight,
  type Wrap,
  weights,
  wraps,
} from './tokens.ts'
export type {
  ActionConfig,
  BlockProps,
  Border,
  BorderColor,
  Borders,
  BoxProps,
  CardAction,
  ChartColor,
  Editable,
  NodeBase,
  Spacing,
  SurfaceColor,
  TextColor,
  TextProps,
  ThemeColor,
  WidgetStatus,
} from './values.ts'
