import type { z } from 'zod'
import { type Property, propertiesOf } from './compile.ts'
import { badgeSchema } from './components/badge.ts'
import { basicSchema } from './components/basic.ts'
import { boxSchema } from './components/box.ts'
import { buttonSchema } from './components/button.ts'
import { captionSchema } from './components/caption.ts'
import { cardSchema } from './components/card.ts'
import { chartSchema } from './components/chart.ts'
import { checkboxSchema } from './components/checkbox.ts'
import { colSchema } from './components/col.ts'
import { datePickerSchema } from './components/date-picker.ts'
import { dividerSchema } from './components/divider.ts'
import { formSchema } from './components/form.ts'
import { iconSchema } from './components/icon.ts'
import { imageSchema } from './components/image.ts'
import { inputSchema } from './components/input.ts'
import { labelSchema } from './components/label.ts'
import { listViewSchema } from './components/list-view.ts'
import { listViewItemSchema } from './components/list-view-item.ts'
import { markdownSchema } from './components/markdown.ts'
import { radioGroupSchema } from './components/radio-group.ts'
import { rowSchema } from './components/row.ts'
import { selectSchema } from './components/select.ts'
import { spacerSchema } from './components/spacer.ts'
import { tableCellSchema, tableRowSchema, tableSchema } from './components/table.ts'
import { textSchema } from './components/text.ts'
import { textareaSchema } from './components/textarea.ts'
import { titleSchema } from './components/title.ts'
import { transitionSchema } from './components/transition.ts'
import type { Tally } from './limits.ts'
import type { WidgetRoot, WidgetType } from './nodes.ts'

/** What may stand inside a node. */
export interface ChildRule {
  /** Types that may stand there. */
  takes: ReadonlySet<string>
  /** An array, or one node as such. */
  many: boolean
  required: boolean
}

/** All that a check knows of one component. */
export interface Rule {
  type: WidgetType
  properties: Readonly<Record<string, Property>>
  /** How many properties have to be there. */
  needed: number
  children: ChildRule | null
}

const schemas = {
  Card: cardSchema,
  ListView: listViewSchema,
  Basic: basicSchema,
  ListViewItem: listViewItemSchema,
  Box: boxSchema,
  Row: rowSchema,
  Col: colSchema,
  Form: formSchema,
  Spacer: spacerSchema,
  Divider: dividerSchema,
  Transition: transitionSchema,
  Text: textSchema,
  Title: titleSchema,
  Caption: captionSchema,
  Markdown: markdownSchema,
  Label: labelSchema,
  Badge: badgeSchema,
  Icon: iconSchema,
  Image: imageSchema,
  Button: buttonSchema,
  Chart: chartSchema,
  Table: tableSchema,
  'Table.Row': tableRowSchema,
  'Table.Cell': tableCellSchema,
  Input: inputSchema,
  Textarea: textareaSchema,
  Select: selectSchema,
  DatePicker: datePickerSchema,
  Checkbox: checkboxSchema,
  RadioGroup: radioGroupSchema,
} satisfies Record<WidgetType, z.ZodObject>

/** The types a widget can begin with. */
export const rootTypes: ReadonlySet<string> = new Set<WidgetRoot['type']>(['Card', 'ListView', 'Basic'])

/** Every type there is, as written on the wire. */
export const widgetTypes = Object.keys(schemas) as WidgetType[] // keys of a literal object of ours

const components = new Set(widgetTypes.filter((type) => !rootTypes.has(type) && type !== 'ListViewItem'))
const anything = new Set([...components, ...rootTypes])

const childRules: Partial<Record<WidgetType, ChildRule>> = {
  Card: { takes: components, many: true, required: true },
  ListView: { takes: new Set(['ListViewItem']), many: true, required: true },
  Basic: { takes: anything, many: true, required: true },
  ListViewItem: { takes: components, many: true, required: true },
  Box: { takes: components, many: true, required: false },
  Row: { takes: components, many: true, required: false },
  Col: { takes: components, many: true, required: false },
  Form: { takes: components, many: true, required: false },
  Transition: { takes: components, many: false, required: false },
  Table: { takes: new Set(['Table.Row']), many: true, required: false },
  'Table.Row': { takes: new Set(['Table.Cell']), many: true, required: false },
  'Table.Cell': { takes: components, many: true, required: false },
}

/** The rules by type, without a prototype, so that `constructor` and the like are unknown types. */
export const rules: Readonly<Record<string, Rule>> = Object.assign(
  Object.create(null),
  Object.fromEntries(widgetTypes.map((type) => [type, ruleOf(type)])),
)

function ruleOf(type: WidgetType): Rule {
  const { type: _type, children: _children, ...shape }: Record<string, z.core.$ZodType> = schemas[type].shape
  const properties = propertiesOf(shape)
  if (properties.id) properties.id.fits = isNewId
  const needed = Object.values(properties).filter((property) => property.required).length
  return { type, properties, needed, children: childRules[type] ?? null }
}

/** An id is a string no other node of the widget has. */
function isNewId(value: unknown, tally: Tally): boolean {
  if (typeof value !== 'string' || tally.ids.has(value)) return false
  tally.ids.add(value)
  tally.characters += value.length
  return true
}
