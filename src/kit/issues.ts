import type { z } from 'zod'
import type { Problem } from '../errors.ts'
import { definitionOf } from './compile.ts'
import { nearest } from './nearest.ts'

/** What zod found wrong with a value, as problems with a place below `at`. */
export function problemsOfIssues(
  issues: readonly z.core.$ZodIssue[],
  { schema, at, hint }: { schema: z.core.$ZodType; at: string; hint: string },
): Problem[] {
  return issues.flatMap((issue): Problem[] => {
    const place = at + pathOf(issue.path)
    if (issue.code !== 'unrecognized_keys')
      return [{ code: issue.code, at: place, problem: sentence(issue.message), hint }]
    return issue.keys.map((key) => {
      const near = issue.path.length === 0 ? nearest(key, namesOf(schema)) : null
      const advice = near ? `Did you mean \`${near}\`?` : 'Leave it out.'
      return { code: issue.code, at: `${place}.${key}`, problem: 'no property has this name', hint: advice }
    })
  })
}

/** `.choices[2].label` */
export function pathOf(path: readonly PropertyKey[]): string {
  return path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('')
}

function namesOf(schema: z.core.$ZodType): string[] {
  const def = definitionOf(schema)
  return def.type === 'object' ? Object.keys(def.shape) : []
}

/** zod's words, to stand behind a colon and before a full stop. */
function sentence(message: string): string {
  const short = message.replace(/^Invalid input: /, '').replace(/\.$/, '')
  return short.charAt(0).toLowerCase() + short.slice(1)
}
