import { z } from 'zod'
import { isParlorError, ParlorError } from '../../errors.ts'

/** A widget of a module that has run. */
export interface RunWidget {
  (state: unknown): unknown
  widgetName: string
  state: z.ZodType
  parse(state: unknown): unknown
}

/** A state to show a widget with as it was written, and where it comes from. */
export interface GivenState {
  state: unknown
  from: string
}

/** The same, once the widget has read it. */
export interface Sample extends GivenState {
  state: object
}

/** Finds the widget of this name among what a module exports, under the name it is exported by. */
export function exportedWidget(exported: object, name: string): readonly [variable: string, widget: RunWidget] {
  for (const [variable, value] of Object.entries(exported)) {
    if (isRunWidget(value) && value.widgetName === name) return [variable, value]
  }
  throw new ParlorError('not_found', {
    at: name,
    problem: 'the file does not export it',
    hint: 'Write `export` in front of it.',
  })
}

/** The state a `.widget` file shows: what is given, else `<variable>Default` of the module, else what the schema makes of `{}`. */
export function sampleOf(given: GivenState | null, exported: object, variable: string, widget: RunWidget): Sample {
  const constant = `${variable}Default`
  const found = Object.entries(exported).find(([name]) => name === constant)?.[1]
  const { state, from } = given ?? {
    state: found ?? {},
    from: found === undefined ? 'what its schema makes of {}' : `\`${constant}\``,
  }
  try {
    return { state: asObject(widget.parse(state), widget.widgetName), from }
  } catch (error) {
    if (given || found !== undefined || !isParlorError(error)) throw error
    throw new ParlorError('invalid_input', {
      at: widget.widgetName,
      problem: 'there is no state to show it with',
      hint: `Name one with --state FILE.json, or export one as \`${constant}\`.`,
      cause: error,
    })
  }
}

/** The JSON Schema of a state as it is once read: defaults filled in, nothing else let in. */
export function jsonSchemaOf({ state, widgetName }: RunWidget): Record<string, unknown> {
  try {
    return { ...z.toJSONSchema(state, { io: 'output' }) }
  } catch (cause) {
    const told = cause instanceof Error ? cause.message.replace(/\.$/, '') : String(cause)
    const hint = 'Keep plain JSON in the state: z.string() with an ISO date, not z.date().'
    throw new ParlorError('invalid_input', {
      at: widgetName,
      problem: `its state has no JSON Schema: ${told}`,
      hint,
      cause,
    })
  }
}

function asObject(state: unknown, at: string): object {
  const json: unknown = JSON.parse(JSON.stringify(state) ?? 'null')
  if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json
  throw new ParlorError('invalid_input', {
    at,
    problem: 'its state is no object',
    hint: 'Studio keeps the fields of one: use z.strictObject({ … }).',
  })
}

function isRunWidget(value: unknown): value is RunWidget {
  return (
    typeof value === 'function' &&
    'widgetName' in value &&
    typeof value.widgetName === 'string' &&
    'state' in value &&
    value.state instanceof z.ZodType &&
    'parse' in value &&
    typeof value.parse === 'function'
  )
}
