import { childrenOf } from './children-of.ts'
import type { ChartXAxis } from './components/chart.ts'
import type { WidgetNode } from './nodes.ts'
import type { UnknownNode } from './read.ts'
import type { ActionConfig } from './values.ts'

type AnyNode = WidgetNode | UnknownNode

/** How the parts of a widget are put into words. */
interface Words {
  /** What a node says by itself; null for nothing. */
  own(node: AnyNode): string | null
}

/**
 * What a person copies from a widget: its texts, a line each, rows on one line, and what its fields begin with. Buttons, icons and
 * pictures without `alt` say nothing.
 */
export function widgetText(root: AnyNode): string {
  return textOf(root, { own: wordsForPeople })
}

/** What a model reads of a widget: its texts, every field with its name and value, and every button with the action it sends. */
export function widgetSummary(root: AnyNode): string {
  return textOf(root, { own: wordsForModels })
}

function textOf(node: AnyNode, words: Words): string {
  const below = childrenOf(node).map((child) => textOf(child, words))
  const inside = node.type === 'Table.Row' ? below.map(onOneLine).join('\t') : joined(node, below.filter(isText))
  return [words.own(node) ?? '', inside, footerOf(node, words)].filter(isText).join('\n')
}

function joined(node: AnyNode, parts: readonly string[]): string {
  const inLine =
    node.type === 'Row' || node.type === 'ListViewItem' || ('direction' in node && node.direction === 'row')
  return parts.join(inLine && parts.every((part) => !part.includes('\n')) ? ' ' : '\n')
}

/** An empty cell stays, so that those behind it keep their column. */
function onOneLine(cell: string): string {
  return cell.replaceAll(/[\n\t]+/g, ' ')
}

function isText(part: string): boolean {
  return part !== ''
}

function footerOf(node: AnyNode, words: Words): string {
  if (node.type !== 'Card') return ''
  const buttons = [node.confirm, node.cancel].flatMap((one) =>
    one ? (words.own({ type: 'Button', label: one.label, onClickAction: one.action }) ?? []) : [],
  )
  return buttons.join(' ')
}

function wordsForPeople(node: AnyNode): string | null {
  switch (node.type) {
    case 'Card':
    case 'ListView':
      return node.status?.text ?? null
    case 'Text':
    case 'Title':
    case 'Caption':
    case 'Label':
    case 'Markdown':
      return node.value
    case 'Badge':
      return node.label
    case 'Image':
      return node.alt ?? null
    case 'Chart':
      return chartText(node)
    case 'Input':
      return node.inputType === 'password' ? null : (node.defaultValue ?? null)
    case 'Textarea':
    case 'DatePicker':
      return node.defaultValue ?? null
    case 'Checkbox':
      return node.label ? `[${node.defaultChecked ? 'x' : ' '}] ${node.label}` : null
    case 'Select':
    case 'RadioGroup':
      return node.options?.find(({ value }) => value === node.defaultValue)?.label ?? null
    default:
      return null
  }
}

function wordsForModels(node: AnyNode): string | null {
  switch (node.type) {
    case 'Button':
      return tag(
        node,
        `button${words(node.label || node.iconStart || node.iconEnd)}${node.submit ? ' submits' : ''}`,
        node.onClickAction,
      )
    case 'ListViewItem':
      return node.onClickAction ? tag({}, 'row', node.onClickAction) : null
    case 'Form':
      return node.onSubmitAction ? tag({}, 'form', node.onSubmitAction) : null
    case 'Input': {
      const kind = node.inputType === undefined || node.inputType === 'text' ? 'field' : `${node.inputType} field`
      return tag(node, `${kind} ${node.name}${node.inputType === 'password' ? '' : begins(node.defaultValue)}`)
    }
    case 'Textarea':
      return tag(node, `field ${node.name}${begins(node.defaultValue)}`)
    case 'DatePicker': {
      const range = `${node.min ? ` from ${node.min}` : ''}${node.max ? ` to ${node.max}` : ''}`
      return tag(node, `date ${node.name}${range}${begins(node.defaultValue)}`, node.onChangeAction)
    }
    case 'Checkbox':
      return tag(
        node,
        `checkbox ${node.name}${words(node.label)} = ${node.defaultChecked ?? false}`,
        node.onChangeAction,
      )
    case 'Select':
    case 'RadioGroup': {
      const choices = (node.options ?? []).map(choice).join(', ')
      return tag(node, `choice ${node.name}: ${choices}${begins(node.defaultValue)}`, node.onChangeAction)
    }
    case 'Text':
      return node.editable ? tag(node.editable, `field ${node.editable.name}${begins(node.value)}`) : node.value
    default:
      return wordsForPeople(node)
  }
}

/** `[field name = "Ada", required → action {"id":7}]` */
function tag(node: { required?: boolean; disabled?: boolean }, said: string, action?: ActionConfig): string {
  const state = `${node.required ? ', required' : ''}${node.disabled ? ', disabled' : ''}`
  const sent = action?.payload === undefined ? '' : ` ${JSON.stringify(action.payload)}`
  return `[${said}${state}${action ? ` → ${action.type}${sent}` : ''}]`
}

function words(label: string | undefined): string {
  return label ? ` ${JSON.stringify(label)}` : ''
}

function begins(value: string | undefined): string {
  return value ? ` = ${JSON.stringify(value)}` : ''
}

/** What is sent for a choice, and what is read when that is something else. */
function choice({ value, label, disabled }: { value: string; label: string; disabled?: boolean }): string {
  return `${JSON.stringify(value)}${label === value ? '' : ` (${label})`}${disabled ? ' disabled' : ''}`
}

/** The numbers of a chart as a table: one line per row of data. */
function chartText({ data, series, xAxis }: Extract<AnyNode, { type: 'Chart' }>): string {
  const { dataKey, labels = {} }: ChartXAxis = typeof xAxis === 'string' ? { dataKey: xAxis } : xAxis
  const head = [dataKey, ...series.map((one) => one.label ?? one.dataKey)]
  const rows = data.map((row) => {
    const at = String(row[dataKey] ?? '')
    return [Object.hasOwn(labels, at) ? labels[at] : at, ...series.map((one) => row[one.dataKey] ?? '')]
  })
  return [head, ...rows].map((cells) => cells.join('\t')).join('\n')
}
