import { isRecord } from './compile.ts'

/** What other libraries and HTML call a property, and what it may be here: the first that the owner takes is meant. */
const properties = tableOf(`
  text, content, title = value label text
  value = label defaultValue
  label = value
  checked = defaultChecked
  icon = iconStart name icon
  url, source = src favicon
  htmlFor, field = fieldName
  onClick, onPress, action = onClickAction type
  onSubmit = onSubmitAction
  onChange, onSelect = onChangeAction
  data, params = payload
  align = textAlign
  justifyContent = justify
  alignItems = align
  orientation = direction
  grow = flex
  spacing = gap
  size = minSize
  bg = background
  borderRadius, rounded = radius
  fontWeight, bold = weight
  fontSize = size
  lines = maxLines
  objectFit = fit
  fullWidth = block
  items, choices = options children
  rows, cells = children
  horizontal = x
  vertical = y
`)

/** What other libraries and HTML call a component. */
const components = tableOf(`
  div, section, container, view = Box
  column, stack, vstack = Col
  hstack, grid = Row
  p, span, paragraph = Text
  h1, h2, h3, h4, heading = Title
  a, link, b, strong, code = Markdown
  img, avatar = Image
  hr, separator = Divider
  br = Spacer
  list, ul, ol = ListView
  li, listitem = ListViewItem
  textinput, textfield = Input
  dropdown = Select
  switch, toggle = Checkbox
  radio = RadioGroup
  calendar = DatePicker
  tag, chip = Badge
  tr = Table.Row
  td, th = Table.Cell
  graph = Chart
`)

/** What other libraries and CSS call a value. */
const values = tableOf(`
  column, vertical = col
  horizontal = row
  space-between = between
  space-around = around
  left, flex-start, top = start
  right, flex-end, bottom = end
  small = sm
  medium, default = md
  large = lg
  regular, 400 = normal
  500 = medium
  600 = semibold
  700 = bold
  red, error = danger
  green = success
  yellow, orange = warning
  blue = info
  gray, grey, default = secondary
  primary, filled = solid
  outlined = outline
  link, plain = ghost
  phone = tel
  button = self
`)

/** The name a property most likely has here; null when nothing is known of it. */
export function propertyMeant(name: string, known: readonly string[]): string | null {
  return properties.get(name.toLowerCase())?.find((one) => one !== name && known.includes(one)) ?? null
}

/** The component that does here what another library's does. */
export function componentMeant(type: string): string | null {
  return components.get(type.toLowerCase())?.[0] ?? null
}

/** The value that is most likely meant, if it is allowed. */
export function valueMeant(value: unknown, allowed: readonly string[]): string | null {
  return values.get(String(value).toLowerCase())?.find((one) => allowed.includes(one)) ?? null
}

/** What to do instead of a property that widgets do not have at all; null when nothing special is known. */
export function insteadOf(name: string, known: readonly string[]): string | null {
  switch (name) {
    case 'className':
    case 'class':
    case 'style':
      return 'There is no CSS here: looks are properties.'
    case 'href':
      return 'Only Markdown has links; a Button can open a page by a client action.'
    case 'onClick':
    case 'onClickAction':
      return 'Only Button and ListViewItem can be clicked.'
    case 'onChange':
    case 'onChangeAction':
      return 'What is typed is sent with the actions of its form; Select, DatePicker, Checkbox and RadioGroup have an onChangeAction.'
    case 'onSubmit':
    case 'onSubmitAction':
      return 'Only Form has an onSubmitAction; a Card with asForm is sent by `confirm`.'
    case 'label':
      return known.includes('name') ? 'Put a Label with its fieldName beside it.' : null
    case 'title':
      return known.includes('children') ? 'Put a Title among its children.' : null
    default:
      return null
  }
}

/** Whether a node was made by React: its JSX went to the wrong runtime. */
export function isOfReact(node: unknown): boolean {
  return isRecord(node) && '$$typeof' in node
}

/** What to do about React's JSX. */
export const hintForReact = 'Begin the file with /** @jsxImportSource parlor */: this is JSX of React.'

/** Lines of `a, b = meant others`, by lower-case name; a name may stand in several lines. */
function tableOf(lines: string): ReadonlyMap<string, readonly string[]> {
  const table = new Map<string, string[]>()
  for (const line of lines.trim().split('\n')) {
    const [names = '', meant = ''] = line.split('=')
    for (const name of names.split(',')) {
      const key = name.trim().toLowerCase()
      table.set(key, [...(table.get(key) ?? []), ...meant.trim().split(' ')])
    }
  }
  return table
}
