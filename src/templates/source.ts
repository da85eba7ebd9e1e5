import { z } from 'zod'

const sourceSchema = z.object({
  view: z.string(),
  schema: z.string().nullable().catch(null),
  defaultState: z.record(z.string(), z.unknown()).nullable().catch(null),
  name: z.string().nullable().catch(null),
  id: z.string().nullable().catch(null),
  jsonSchema: z.record(z.string(), z.unknown()).catch({}),
})

/** What Widget Studio edits; a field is null where the file does not have it. */
export interface WidgetSource {
  /** JSX; the fields of the state are its free variables. */
  view: string
  /** zod source text, which exports the schema of the state as its default. */
  schema: string | null
  /** The state Studio previews. */
  defaultState: Record<string, unknown> | null
  name: string | null
  id: string | null
  /** JSON Schema of the state; empty where there is none. */
  jsonSchema: Record<string, unknown>
}

/** Decodes `encodedWidget` of a file; null when it is no source of Studio's (known files carry other things there). */
export function decodeSource(encoded: unknown): WidgetSource | null {
  if (typeof encoded !== 'string') return null
  const read = z.safeParse(sourceSchema, parseJson(decodeBase64(encoded)))
  return read.success ? read.data : null
}

function decodeBase64(encoded: string): string {
  try {
    const binary = atob(encoded.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, ''))
    return new TextDecoder().decode(Uint8Array.from(binary, (character) => character.charCodeAt(0)))
  } catch {
    return ''
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
