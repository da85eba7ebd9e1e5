import type { z } from 'zod'
import { ParlorError } from '../errors.ts'
import { problemsOfIssues } from '../kit/index.ts'

/** What a schema makes of a value from the server; throws `invalid_input` with every problem found. */
export async function check(schema: z.ZodType, value: unknown, at: string): Promise<unknown> {
  const parsed = await schema.safeParseAsync(value)
  if (parsed.success) return parsed.data
  const hint = 'Compare what the server sends with the schema given here'
  const problems = problemsOfIssues(parsed.error.issues, { schema, at, hint })
  const { at: place, problem } = problems[0] ?? { at, problem: 'does not fit' }
  throw new ParlorError('invalid_input', { at: place, problem, hint, problems, cause: parsed.error })
}
