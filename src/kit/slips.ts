import { isRecord } from './compile.ts'

/** What other libraries and HTML call a property, and what it may be here: the first that the owner takes is meant. */
const properties = tableOf(`
  text, content, body, message, heading, caption, title = value label text
  value = label defaultValue
  label = value
  selected, checked, default = defaultValue defaultChecked
  type, kind = inputType variant
  icon, leftIcon, startIcon, leadingIcon = iconStart name icon
  rightIcon, endIcon, trailingIcon = iconEnd
  source, url, uri, image, imageUrl = src favicon
  htmlFor, for, field = fieldName
  fieldName, field = name
  onClick, onPress, onTap, click, action, onClickActionConfig = onClickAction onSubmitAction onChangeAction type
  onSubmit, submitAction = onSubmitAction
  onChange, onSelect, onValueChange, onInput = onChangeAction
  data, params, args, props, input, arguments = payload
  loading = loadingBehavior
  client, server, target = handler
  align, alignment, justify = textAlign align
  justifyContent = justify
  alignItems = align
  flexDirection, orientation, layout = direction
  flexWrap = wrap
  flexGrow, grow = flex
  spacing, space, columnGap, rowGap = gap
  height, size, width = minSize
  backgroundColor, bg, fill = background color
  borderRadius, rounded, cornerRadius = radius
  fontWeight, bold, strong = weight
  fontSize = size
  textColor, fontColor, foreground = color
  numberOfLines, lines, lineClamp = maxLines
  ellipsis = truncate
  strikethrough, strike = lineThrough
  objectFit, resizeMode = fit
  round, circular = pill
  fullWidth, wide, expand, stretch = block
  isDisabled, readOnly, enabled = disabled
  choices, items, values = options
  hint, help = placeholder
  items, rows, cells, elements, child, nodes = children
  horizontal = x
  vertical = y
  start, inlineStart = left
  end, inlineEnd = right
  thickness, borderWidth = size
`)

/** What other libraries and HTML call a component. */
const components = tableOf(`
  div, section, main, article, header, footer, nav, container, view, block, frame, panel = Box
  column, stack, vstack, vbox, flex = Col
  hstack, hbox, grid, columns, inline = Row
  p, span, small, paragraph, string, body, em, i = Text
  h1, h2, h3, h4, h5, h6, heading, header1 = Title
  b, strong, a, link, anchor, pre, code, blockquote, richtext, html = Markdown
  img, picture, avatar, photo = Image
  svg = Icon
  hr, separator, line = Divider
  br, space, gap = Spacer
  list, ul, ol, flatlist = ListView
  li, listitem, item = ListViewItem
  textinput, textfield, field, searchfield = Input
  dropdown, combobox, picker, menu = Select
  switch, toggle, check = Checkbox
  radio, radiobutton, radiobuttons = RadioGroup
  date, calendar, datefield, datetimepicker = DatePicker
  tag, chip, pill = Badge
  tr = Table.Row
  td, th, cell = Table.Cell
  thead, tbody, datatable = Table
  graph, plot, barchart, linechart, piechart = Chart
  fieldset = Form
  iconbutton, submit = Button
`)

/** What other libraries and CSS call a value. */
const values = tableOf(`
  column, vertical, y = col
  horizontal, x = row
  space-between = between
  space-around = around
  space-evenly = evenly
  left, flex-start, top = start
  right, flex-end, bottom = end
  middle, centre = center
  small, s, mini = sm
  medium, m, base, default = md
  large, l, big = lg
  tiny, xsmall, extra-small = xs
  huge, xlarge, extra-large = xl
  xxl = 2xl
  regular, book, 400 = normal
  500 = medium
  600 = semibold
  bolder, heavy, 700, 800 = bold
  red, error, destructive, critical = danger
  green, ok, positive = success
  yellow, orange, amber = warning
  blue = info
  purple, violet = discovery
  gray, grey, neutral, default, muted = secondary
  primary, filled, contained, default = solid
  secondary, tonal, light = soft
  outlined, bordered = outline
  text, link, plain, subtle = ghost
  wrap-all = wrap
  round, circle = full
  crop = cover
  string = text
  phone = tel
  button = self
  card, widget = container
  browser, page = client
  column, bars = bar
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
    case 'css':
    case 'sx':
      return 'There is no CSS here: looks are properties.'
    case 'href':
    case 'link':
    case 'to':
      return 'Only Markdown has links; a Button can open a page by a client action.'
    case 'onClick':
    case 'onClickAction':
      return 'Only Button and ListViewItem can be clicked.'
    case 'onChange':
    case 'onChangeAction':
    case 'onInput':
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
