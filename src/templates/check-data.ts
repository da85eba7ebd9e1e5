import { z } from 'zod'
import { ParlorError } from '../errors.ts'
import { problemsOfIssues } from '../kit/index.ts'

/** Holds data against a JSON Schema; ParlorError `invalid_input` at `name.items[0].label`, with all problems. */
export function checkData(data: unknown, jsonSchema: Readonly<Record<string, unknown>>, name: string): void {
  const schema = schemaOf(jsonSchema, name)
  const checked = z.safeParse(schema, data)
  if (checked.success) return
  const hint = 'See `jsonSchema` of the template.'
  const problems = problemsOfIssues(checked.error.issues, { schema, at: name, hint })
  const [first = { at: name, problem: 'the data does not fit', hint }] = problems
  throw new ParlorError('invalid_input', { ...first, cause: checked.error, problems })
}

function schemaOf(jsonSchema: Readonly<Record<string, unknown>>, name: string): z.ZodType {
  try {
    return z.fromJSONSchema(jsonSchema)
  } catch (cause) {
    throw new ParlorError('invalid_input', {
      at: `${name}.jsonSchema`,
      problem: `not a JSON Schema that can be checked: ${cause instanceof Error ? cause.message.replace(/\.$/, '') : String(cause)}`,
      hint: 'Correct it, or build without `validate`.',
      cause,
    })
  }
}
