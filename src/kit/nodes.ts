import type { Badge } from './components/badge.ts'
import type { Basic } from './components/basic.ts'
import type { Box } from './components/box.ts'
import type { Button } from './components/button.ts'
import type { Caption } from './components/caption.ts'
import type { Card } from './components/card.ts'
import type { Chart } from './components/chart.ts'
import type { Checkbox } from './components/checkbox.ts'
import type { Col } from './components/col.ts'
import type { DatePicker } from './components/date-picker.ts'
import type { Divider } from './components/divider.ts'
import type { Form } from './components/form.ts'
import type { Icon } from './components/icon.ts'
import type { Image } from './components/image.ts'
import type { Input } from './components/input.ts'
import type { Label } from './components/label.ts'
import type { ListView } from './components/list-view.ts'
import type { ListViewItem } from './components/list-view-item.ts'
import type { Markdown } from './components/markdown.ts'
import type { RadioGroup } from './components/radio-group.ts'
import type { Row } from './components/row.ts'
import type { Select } from './components/select.ts'
import type { Spacer } from './components/spacer.ts'
import type { Table, TableCell, TableRow } from './components/table.ts'
import type { Text } from './components/text.ts'
import type { Textarea } from './components/textarea.ts'
import type { Title } from './components/title.ts'
import type { Transition } from './components/transition.ts'

/** What a widget can be: exactly one of these at the top. */
export type WidgetRoot = Card | ListView | Basic

/** What stands inside a widget; `ListViewItem` only inside `ListView`. */
export type WidgetComponent =
  | Box
  | Row
  | Col
  | Form
  | Spacer
  | Divider
  | Transition
  | Text
  | Title
  | Caption
  | Markdown
  | Label
  | Badge
  | Icon
  | Image
  | Button
  | Chart
  | Table
  | TableRow
  | TableCell
  | Input
  | Textarea
  | Select
  | DatePicker
  | Checkbox
  | RadioGroup

/** Any node of a widget. */
export type WidgetNode = WidgetRoot | ListViewItem | WidgetComponent

/** The literal in a node's `type`. */
export type WidgetType = WidgetNode['type']
