import { childrenOf, type WidgetRoot } from '../../kit/index.ts'
import { literal, width } from './literal.ts'
import { widgetNameOf } from './names.ts'

type Node = Parameters<typeof childrenOf>[0]

/** A TSX module with a widget that looks like this; `name` is what it is called, as a variable with `Widget` behind it. */
export function widgetTsx(root: WidgetRoot, name: string): string {
  return `/** @jsxImportSource parlor */
import { defineWidget } from 'parlor'
${importOf([...new Set(componentsOf(root))].sort())}
import { z } from 'zod'

/** A widget of plain JSON: its state is empty. */
export const ${variableNameOf(name)} = defineWidget({
  name: ${literal(widgetNameOf(name))},
  state: z.strictObject({}),
  view: () => (
${element(root, '    ')}
  ),
})
`
}

function componentsOf(node: Node): string[] {
  const [component = node.type] = node.type.split('.') // Table.Row comes with Table
  return [component, ...childrenOf(node).flatMap(componentsOf)]
}

function importOf(components: readonly string[]): string {
  const line = `import { ${components.join(', ')} } from 'parlor/kit'`
  return line.length <= width
    ? line
    : `import {\n${components.map((name) => `  ${name},\n`).join('')}} from 'parlor/kit'`
}

function element(node: Node, indent: string): string {
  const { type, children, ...props }: { type: string; children?: unknown } = node
  if (children === undefined) return openTag(type, props, ' />', indent)
  const inside = childrenOf(node).map((child) => element(child, `${indent}  `))
  const open = openTag(type, props, '>', indent)
  if (inside.length === 0) return `${open}{[]}</${type}>` // without, a Box would have no list
  return `${open}\n${inside.join('\n')}\n${indent}</${type}>`
}

function openTag(type: string, props: object, close: string, indent: string): string {
  const attributes = Object.entries(props).map(([name, value]) => attribute(name, value, `${indent}  `))
  const line = [`${indent}<${type}`, ...attributes].join(' ') + close
  if (line.length <= width && !line.includes('\n')) return line
  return `${indent}<${type}\n${attributes.map((text) => `${indent}  ${text}\n`).join('')}${indent}${close.trim()}`
}

function attribute(name: string, value: unknown, indent: string): string {
  if (value === true) return name
  if (typeof value === 'string' && isPlainText(value)) return `${name}="${value}"`
  return `${name}={${literal(value, indent, `${indent}${name}={`)}}`
}

/** Whether a text can stand between double quotes in JSX, which knows entities and no escapes. */
function isPlainText(text: string): boolean {
  return !/["&\\\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(text)
}

/** `quiz-card` → `quizCardWidget`: with that ending it is no reserved word. */
function variableNameOf(name: string): string {
  const [first = '', ...rest] = name.split(/[^A-Za-z\d]+/).filter((word) => word !== '')
  const words = [lowerFirst(first), ...rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join('')
  if (/^(\d|$)/.test(words)) return `widget${words}`
  const variable = /widget$/i.test(words) ? words : `${words}Widget`
  return variable === 'defineWidget' ? 'definedWidget' : variable // the module imports that name
}

function lowerFirst(word: string): string {
  return word.charAt(0).toLowerCase() + word.slice(1)
}
