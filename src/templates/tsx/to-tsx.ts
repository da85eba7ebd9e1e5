import { type WidgetRoot, widgetTypes } from '../../kit/index.ts'
import type { WidgetSource } from '../source.ts'
import { dropProperty } from './drop-property.ts'
import { backticked, literal, quoted } from './literal.ts'
import { isVariable, variableOf, widgetNameOf } from './names.ts'
import { notesOn } from './notes.ts'
import { refusalsIn } from './refusals.ts'
import { codeOf, indented } from './scan.ts'

/** What a module is written from. */
export interface TsxInput {
  name: string
  template: string
  jsonSchema: Readonly<Record<string, unknown>>
  source: WidgetSource | null
  /** The file's own picture of the result, if it has one. */
  preview: unknown
  build: (data: object) => WidgetRoot
}

/** A `.tsx` module with Studio's view, schema and default state; without Studio's source, one that builds from the template. */
export function toTsx(input: TsxInput): string {
  const { name, source } = input
  const schema = schemaOf(source)
  const variable = variableOf(name, (taken) =>
    new RegExp(`\\b(?:const|let|function)\\s+${taken}(?:State|Default)?\\b`).test(schema?.before ?? ''),
  )
  const view = source && knownView(source.view, input)
  const tags = view === null ? [] : tagsOf(view)
  const known = tags.filter((tag) => widgetTypes.some((type) => type === tag))
  const title = variable.charAt(0).toUpperCase() + variable.slice(1)
  const notes = [
    ...notesOn(input),
    ...tags.filter((tag) => !known.includes(tag)).map((tag) => `\`${tag}\` is no component of the kit.`),
  ]
  const state = source?.defaultState
  const constant = `export const ${variable}Default: z.input<typeof ${variable}State> = `
  return [
    '/** @jsxImportSource parlor */',
    "import { defineWidget } from 'parlor'",
    ...(known.length > 0 ? [importOf(known)] : []),
    ...(source ? [] : ["import { loadTemplate } from 'parlor/templates'"]),
    "import { z } from 'zod'",
    '',
    ...(notes.length > 0 ? ['/*', ...notes.map((note) => ` * - ${note.replaceAll('*/', '* /')}`), ' */', ''] : []),
    ...(schema?.before ? [schema.before, ''] : []),
    `export const ${variable}State = ${schema?.expression ?? 'z.any()'}`,
    `export type ${title}State = z.infer<typeof ${variable}State>`,
    '',
    ...(state ? [`${constant}${literal(state, '', constant)}`, ''] : []),
    ...(source ? [] : [templateOf(input), '']),
    `/** ${name.replaceAll('*/', '* /')}, as in its .widget file. */`,
    `export const ${variable} = defineWidget({`,
    `  name: ${quoted(widgetNameOf(name))},`,
    `  state: ${variable}State,`,
    ...(source && view !== null
      ? viewOf(view, variablesOf(input, source))
      : ['  view: (state) => template.build(state),']),
    '})',
    '',
  ].join('\n')
}

/** The zod source without its imports, and the expression it exports. */
function schemaOf(source: WidgetSource | null): { before: string; expression: string } | null {
  const text = source?.schema
    ?.replace(/^[ \t]*import\b[^\n;]*\bfrom\s*["']zod(?:\/[\w-]+)?["'];?[ \t]*$/gm, '')
    .replaceAll('\r', '')
  const found = /(?:^|\n)[ \t]*export\s+default\s+(.*)$/s.exec(text ?? '')
  if (text === undefined || !found?.[1]) return null
  return { before: text.slice(0, found.index).trim(), expression: found[1].trim().replace(/;$/, '') }
}

/** The view without properties the kit does not know, which no widget may have. */
function knownView(view: string, input: TsxInput): string {
  const unknown = refusalsIn(input).flatMap((refusal) => refusal.unknown ?? [])
  return unknown.reduce((text, { tag, property }) => dropProperty(text, tag, property), view)
}

function tagsOf(view: string): string[] {
  return [...new Set([...codeOf(view).matchAll(/<([A-Z]\w*)/g)].flatMap((match) => match[1] ?? []))].sort()
}

function importOf(components: readonly string[]): string {
  const line = `import { ${components.join(', ')} } from 'parlor/kit'`
  return line.length <= 120 ? line : `import {\n${components.map((name) => `  ${name},\n`).join('')}} from 'parlor/kit'`
}

/** The fields of the state the view speaks of. */
function variablesOf({ jsonSchema }: TsxInput, source: WidgetSource): string[] {
  const fields = [
    propertiesOf(jsonSchema),
    propertiesOf(source.jsonSchema),
    Object.keys(source.defaultState ?? {}),
  ].flat()
  const code = codeOf(source.view)
  return [...new Set(fields)].filter(
    (field) => isVariable(field) && new RegExp(`(?<![.\\w$])${field.replaceAll('$', '\\$')}(?![\\w$])`).test(code),
  )
}

function propertiesOf({ properties }: Readonly<Record<string, unknown>>): string[] {
  return typeof properties === 'object' && properties !== null ? Object.keys(properties) : []
}

function viewOf(view: string, variables: readonly string[]): string[] {
  const parameter = variables.length > 0 ? `{ ${variables.join(', ')} }` : ''
  return [`  view: (${parameter}) => (`, indented(view.replaceAll('\r', '').trim(), '    '), '  ),']
}

function templateOf({ name, template, jsonSchema }: TsxInput): string {
  return `const template = loadTemplate({\n  version: '1.0',\n  name: ${quoted(name)},\n  jsonSchema: ${literal(jsonSchema, '  ')},\n  template: ${backticked(template)},\n})`
}
