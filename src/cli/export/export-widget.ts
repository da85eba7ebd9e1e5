import { ParlorError } from '../../errors.ts'
import { differenceOf, loadTemplate, type WidgetFile, widgetFile } from '../../templates/index.ts'
import { moduleScope, optionOf, parseModule, type WidgetCall, widgetCalls } from './module.ts'
import { resolveRefs } from './resolve-refs.ts'
import { exportedWidget, type GivenState, jsonSchemaOf, type RunWidget, sampleOf } from './run-widget.ts'
import { schemaSource } from './schema-source.ts'
import { shapeOf } from './shape.ts'
import { SourceText } from './source-text.ts'
import { compileView } from './view.ts'

/** What an export is made from. */
export interface ExportInput {
  file: string
  source: string
  /** Which widget, where the file has several. */
  name: string | undefined
  /** Runs the file; gives what it exports. */
  load: () => Promise<object>
  sample: GivenState | null
}

/** A `.widget` file, and what one should know of it. */
export interface Exported {
  json: WidgetFile
  notes: string[]
}

/** Makes a `.widget` file of a widget's source; it has been built once, and gives what the widget gives. */
export async function exportWidget({ file, source, name, load, sample }: ExportInput): Promise<Exported> {
  const program = parseModule(file, source)
  const call = chosen(widgetCalls(program, moduleScope(program, new SourceText(file, source, ''))), name)
  const text = new SourceText(file, source, call.name)
  const scope = moduleScope(program, text)
  const exported = await load()
  const [variable, widget] = exportedWidget(exported, call.name)
  const jsonSchema = jsonSchemaOf(widget)
  const { template, view } = compileView(call.options, shapeOf(resolveRefs(jsonSchema)), scope)
  const { state, from } = sampleOf(sample, exported, variable, widget)
  const stateSource = optionOf(call.options, 'state')
  const schema = stateSource && schemaSource(stateSource, program, scope)
  const preview = widget(state)
  const json = widgetFile({
    name: call.name,
    template,
    jsonSchema,
    preview,
    source: { view, schema: schema ?? schemaOfJson(jsonSchema), defaultState: state },
  })
  verify(json, state, preview, widget)
  return {
    json,
    notes: [
      `exports ${call.name}, shown with ${from}`,
      ...(schema === null ? ['its schema has parts from other modules: Studio gets it as JSON Schema'] : []),
      'the template builds what the widget builds',
    ],
  }
}

function chosen(calls: readonly WidgetCall[], name: string | undefined): WidgetCall {
  const names = calls.map((call) => call.name).join(', ')
  const found = name === undefined ? calls : calls.filter((call) => call.name === name)
  const [call, ...more] = found
  if (call && more.length === 0) return call
  if (calls.length === 0) {
    const hint = "Write defineWidget({ name: '…', state, view }) there, imported from 'parlor'."
    throw new ParlorError('not_found', { at: '', problem: 'it defines no widget', hint })
  }
  const problem = call
    ? `it defines ${calls.length} widgets: ${names}`
    : `it defines no widget \`${name}\`, only ${names}`
  throw new ParlorError('not_found', { at: '', problem, hint: 'Choose one with --name.' })
}

function schemaOfJson(jsonSchema: object): string {
  return `import { z } from "zod"\n\nexport default z.fromJSONSchema(${JSON.stringify(jsonSchema, null, 2)})`
}

/** Builds the template once, as a server would. */
function verify(json: WidgetFile, state: object, preview: unknown, { widgetName }: RunWidget): void {
  const built = loadTemplate(json).build(state)
  const at = differenceOf(built, preview, built.type)
  if (at === null) return
  throw new ParlorError('invalid_widget', {
    at: `${widgetName}.${at}`,
    problem: 'the template would not build what the widget builds',
    hint: 'Nothing was written. Write this part of the view more simply, or compute it into the state.',
  })
}
