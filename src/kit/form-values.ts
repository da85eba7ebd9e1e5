import { isRecord } from './compile.ts'

/** What a control gives to its form: text and choices as strings, boxes to tick as booleans. */
export type FormValue = string | boolean

/** A form value that could not go where its name says. */
export interface FormProblem {
  /** The place in the payload: `payload.todo.title`. */
  at: string
  /** What happened to the value. */
  problem: string
}

/** An action's payload with the values of its form in it. */
export interface MergedPayload {
  /** What the action is sent with. */
  payload: unknown
  /** The values that are not in it. */
  problems: FormProblem[]
}

const forbidden = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Lays form values into an action's payload: dots in names nest, objects merge, and what the author put at the very same place
 * stays, with a problem to report. A payload that is no object cannot take values and is sent as it is.
 */
export function mergeFormValues(payload: unknown, values: Readonly<Record<string, FormValue>>): MergedPayload {
  const entries = Object.entries(values)
  if (payload !== undefined && payload !== null && !isRecord(payload)) {
    const problem = 'the payload is not an object, so the values of the form were left out'
    return { payload, problems: entries.length > 0 ? [{ at: 'payload', problem }] : [] }
  }
  const merged = copyContainers(payload ?? {})
  const problems = entries.flatMap(([name, value]) => place(merged, name, value))
  return { payload: entries.length === 0 ? (payload ?? undefined) : merged, problems }
}

function place(target: Record<string, unknown>, name: string, value: FormValue): FormProblem[] {
  const path = name.split('.')
  const at = `payload.${name}`
  if (path.some((part) => part === '' || forbidden.has(part)))
    return [{ at, problem: `"${name}" is no name for a form value` }]
  const last = path.pop() ?? name
  let inner = target
  for (const part of path) {
    if (!Object.hasOwn(inner, part)) inner[part] = {}
    const next = inner[part]
    if (!isRecord(next))
      return [{ at, problem: `the payload already has a value at "${part}", so nothing can be put below it` }]
    inner = next
  }
  if (Object.hasOwn(inner, last))
    return [{ at, problem: 'the payload already has a value here, so the one of the form was ignored' }]
  inner[last] = value
  return []
}

/** A copy of all objects, so that values can be added without touching the widget. */
function copyContainers(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, isRecord(member) ? copyContainers(member) : member]),
  )
}
