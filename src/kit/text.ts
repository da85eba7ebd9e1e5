import { childrenOf } from './children-of.ts'
import type { WidgetNode } from './nodes.ts'
import type { UnknownNode } from './read.ts'

type AnyNode = WidgetNode | UnknownNode

/** How the parts of a widget are put into words. */
interface Words {
  /** What a node says by itself; null for nothing. */
  own(node: AnyNode): string | null
}

/** What a person copies from a widget: its texts, a line each, rows on one line. Controls and pictures say nothing unless they have words. */
export function widgetText(root: AnyNode): string {
  return textOf(root, { own: wordsForPeople })
}

/** What a model reads of a widget: its texts, and every field and button with what it sends. */
export function widgetSummary(root: AnyNode): string {
  return textOf(root, { own: wordsForModels })
}

function textOf(node: AnyNode, words: Words): string {
  const parts = childrenOf(node).flatMap((child) => textOf(child, words) || [])
  return [words.own(node) ?? [], parts.join(separatorOf(node, parts)), footerOf(node, words)]
    .flat()
    .filter((part) => part !== '')
    .join('\n')
}

function separatorOf(node: AnyNode, parts: readonly string[]): string {
  if (node.type === 'Table.Row') return '\t'
  const inLine =
    node.type === 'Row' || node.type === 'ListViewItem' || ('direction' in node && node.direction === 'row')
  return inLine && parts.every((part) => !part.includes('\n')) ? ' ' : '\n'
}

function footerOf(node: AnyNode, words: Words): string[] {
  if (node.type !== 'Card') return []
  const buttons = [node.confirm, node.cancel].flatMap((one) =>
    one ? (words.own({ type: 'Button', label: one.label, onClickAction: one.action }) ?? []) : [],
  )
  return [buttons.join(' ')]
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
    default:
      return null
  }
}

function wordsForModels(node: AnyNode): string | null {
  switch (node.type) {
    case 'Button':
      return `[button${words(node.label)}${sends(node.onClickAction?.type, node.onClickAction?.payload)}]`
    case 'ListViewItem':
    case 'Form': {
      const action = node.type === 'Form' ? node.onSubmitAction : node.onClickAction
      return action ? `[${node.type === 'Form' ? 'form' : 'row'}${sends(action.type, action.payload)}]` : null
    }
    case 'Input':
    case 'Textarea':
    case 'DatePicker':
      return `[field ${node.name}${node.defaultValue ? ` = ${JSON.stringify(node.defaultValue)}` : ''}]`
    case 'Checkbox':
      return `[checkbox ${node.name}${words(node.label)}${node.defaultChecked ? ' = true' : ''}]`
    case 'Select':
    case 'RadioGroup': {
      const choices = (node.options ?? []).map(({ value, label }) => `${JSON.stringify(label)} (${value})`)
      return `[choice ${node.name}: ${choices.join(', ')}${node.defaultValue ? ` = ${node.defaultValue}` : ''}]`
    }
    case 'Text':
      return node.editable ? `[field ${node.editable.name} = ${JSON.stringify(node.value)}]` : node.value
    default:
      return wordsForPeople(node)
  }
}

function words(label: string | undefined): string {
  return label ? ` ${JSON.stringify(label)}` : ''
}

function sends(type: string | undefined, payload: unknown): string {
  if (type === undefined) return ''
  return payload === undefined ? ` → ${type}` : ` → ${type} ${JSON.stringify(payload)}`
}

/** The numbers of a chart as a table: one line per row of data. */
function chartText({ data, series, xAxis }: Extract<AnyNode, { type: 'Chart' }>): string {
  const key = typeof xAxis === 'string' ? xAxis : xAxis.dataKey
  const head = [key, ...series.map(({ label, dataKey }) => label ?? dataKey)].join('\t')
  const rows = data.map((row) =>
    [key, ...series.map(({ dataKey }) => dataKey)].map((name) => row[name] ?? '').join('\t'),
  )
  return [head, ...rows].join('\n')
}
