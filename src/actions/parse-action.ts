import { z } from 'zod'
import { ParlorError, type Problem } from '../errors.ts'
import { problemsOfIssues } from '../kit/index.ts'
import type { ArrivedAction } from './action.ts'
import { isValues, joinParts, splitPayload } from './split.ts'

interface Schemas {
  payload: z.ZodType | undefined
  form: z.ZodType | undefined
}

/** Holds an arrived action against its schemas, and gives payload and form values in one object. */
export function parseAction(type: string, { payload, form }: Schemas, arrived: ArrivedAction): unknown {
  if (arrived.type !== type) {
    const hint = 'Hand the action to the definition with its type.'
    throw new ParlorError('invalid_input', { at: `${type}.type`, problem: `the action is "${arrived.type}"`, hint })
  }
  const given = arrived.payload ?? {} // an action without a payload may come with null or nothing
  const at = `${type}.payload`
  if (!payload && !form) return {}
  if (!isValues(given)) {
    throw new ParlorError('invalid_input', { at, problem: 'the payload is not an object', hint: 'Send an object.' })
  }
  if (!form) return parsePart(payload ?? nothing, given, at)
  if (!payload) return parsePart(form, given, at)
  const parts = splitPayload(given, payload, form)
  const [fromPayload, fromForm] = [z.safeParse(payload, parts.payload), z.safeParse(form, parts.form)]
  refuse([...problemsIn(fromPayload.error, payload, at), ...problemsIn(fromForm.error, form, at)])
  return joinParts(fromPayload.data, fromForm.data)
}

const nothing = z.object({})

function parsePart(schema: z.ZodType, given: unknown, at: string): unknown {
  const parsed = z.safeParse(schema, given)
  if (!parsed.success) refuse(problemsIn(parsed.error, schema, at))
  return parsed.data
}

function problemsIn(error: z.core.$ZodError | undefined, schema: z.ZodType, at: string): Problem[] {
  const hint = 'The widget and its form have to send what the action’s schemas ask for.'
  return problemsOfIssues(error?.issues ?? [], { schema, at, hint })
}

function refuse(problems: readonly Problem[]): void {
  const [first] = problems
  if (first) throw new ParlorError('invalid_input', { ...first, problems })
}
