import type { WidgetSource } from './source.ts'

/** What a `.widget` file is written from. */
export interface WidgetFileParts {
  name: string
  /** Jinja that gives the JSON of a widget. */
  template: string
  /** JSON Schema of the state. */
  jsonSchema: Readonly<Record<string, unknown>>
  /** What the template builds of the default state. */
  preview: unknown
  /** What Studio opens. */
  source: { view: string; schema: string; defaultState: object }
}

/** The JSON of a `.widget` file. */
export interface WidgetFile {
  version: '1.0'
  name: string
  template: string
  jsonSchema: Readonly<Record<string, unknown>>
  outputJsonPreview: unknown
  encodedWidget: string
}

/** The JSON of a `.widget` file that `loadTemplate` reads and Widget Studio opens; the same parts always give the same file. */
export function widgetFile({ name, template, jsonSchema, preview, source }: WidgetFileParts): WidgetFile {
  const { view, schema, defaultState } = source
  const encodedWidget = encodeSource({
    id: idOf(name),
    name,
    view,
    defaultState: Object.fromEntries(Object.entries(defaultState)),
    schemaMode: 'zod',
    jsonSchema: { ...jsonSchema },
    schema,
    states: [],
    schemaValidity: 'valid',
    viewValidity: 'valid',
    defaultStateValidity: 'valid',
  })
  return { version: '1.0', name, template, jsonSchema, outputJsonPreview: preview, encodedWidget }
}

/** What Studio adds to its source. */
interface StudioSource extends WidgetSource {
  schemaMode: 'zod'
  states: readonly []
  schemaValidity: 'valid'
  viewValidity: 'valid'
  defaultStateValidity: 'valid'
}

/** base64url without padding. */
function encodeSource(source: StudioSource): string {
  const bytes = new TextEncoder().encode(JSON.stringify(source))
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  return base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** An id of Studio's form, made of the name. */
function idOf(name: string): string {
  let hash = 7n
  for (const character of name) hash = (hash * 31n + BigInt(character.codePointAt(0) ?? 0)) % 2_821_109_907_456n // 36 ** 8
  return `wig_${hash.toString(36).padStart(8, '0')}`
}
