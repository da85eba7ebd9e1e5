import { z } from 'zod'
import { ParlorError } from '../errors.ts'
import { problemsOfIssues, type WidgetRoot } from '../kit/index.ts'
import { checkData } from './check-data.ts'
import { parseTemplate } from './jinja/parse-template.ts'
import { render } from './jinja/render.ts'
import { decodeSource, type WidgetSource } from './source.ts'
import { toTsx } from './tsx/to-tsx.ts'
import { readRendered } from './widget-json.ts'

/** How a widget is built of a template. */
export interface BuildOptions {
  /** Holds the data against the file's JSON Schema first. Off by default: files are known whose own data does not fit it. */
  validate?: boolean
}

/** A `.widget` file, ready to build widgets. */
export interface Template {
  readonly name: string
  /** JSON Schema of the data; empty when the file has none. */
  readonly jsonSchema: Readonly<Record<string, unknown>>
  /**
   * The widget for this data, as the reference server builds it: nulls dropped, unknown components and properties kept.
   * ParlorError `invalid_input` at `name.items[0].label` where the data lacks what the template asks for.
   */
  build(data?: object, options?: BuildOptions): WidgetRoot
  /** Studio's JSX, zod schema and default state; null when the file does not carry them. */
  readonly source: WidgetSource | null
  /** A typed `.tsx` module with a widget of this file; says in a comment where Studio's source is missing or differs. */
  toTsx(): string
}

const fileSchema = z.looseObject({
  version: z.literal('1.0', 'only version 1.0 is known'),
  name: z.string(),
  template: z.string(),
  jsonSchema: z.record(z.string(), z.unknown()).default({}),
  outputJsonPreview: z.unknown().optional(),
  encodedWidget: z.unknown().optional(),
})

/**
 * Reads the JSON of a `.widget` file. ParlorError `invalid_input` when it is none, or its template uses more of Jinja than is let in.
 *
 * @example
 * const list = loadTemplate(JSON.parse(await readFile('articles.widget', 'utf8')))
 * list.build({ articles: [] })   // { type: 'ListView', children: [] }
 */
export function loadTemplate(file: unknown): Template {
  const { name, template, jsonSchema, outputJsonPreview: preview, encodedWidget } = readFile(file)
  const statements = parseTemplate(template, name)
  const source = decodeSource(encodedWidget)
  const build = (data: object = {}, { validate = false }: BuildOptions = {}) => {
    if (validate) checkData(data, jsonSchema, name)
    return readRendered(render(statements, data, name), name)
  }
  return { name, jsonSchema, build, source, toTsx: () => toTsx({ name, template, jsonSchema, source, preview, build }) }
}

function readFile(file: unknown): z.output<typeof fileSchema> {
  const read = z.safeParse(fileSchema, file)
  if (read.success) return read.data
  const hint = 'Give it the parsed JSON of a .widget file.'
  const problems = problemsOfIssues(read.error.issues, { schema: fileSchema, at: 'widget file', hint })
  const [first = { at: 'widget file', problem: 'not readable', hint }] = problems
  throw new ParlorError('invalid_input', { ...first, cause: read.error, problems })
}
