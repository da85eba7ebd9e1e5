import { relative } from 'node:path'
import { isParlorError, type Problem } from '../errors.ts'

/** One thing found in a file; `at` is empty where it is about the whole file. */
export interface Finding extends Problem {
  level: 'error' | 'warning'
}

/** A finding as a line that begins with its place: `card.json: error Card.children[2].label: …`, `slip.tsx:12:7: error slip.Card…`. */
export function lineOf(file: string, { level, at, problem, hint, source }: Finding): string {
  return `${source ?? file}: ${level}${at && ` ${at}`}: ${problem}. ${hint}\n`
}

/** What a thrown error says about a file. */
export function findingsOf(error: unknown, otherwise: Omit<Problem, 'code' | 'source'>): Finding[] {
  if (isParlorError(error)) return error.problems.map((problem) => ({ level: 'error', ...nearby(problem) }))
  const told = (error instanceof Error ? error.message : String(error)).trim().replace(/\s*\n\s*/g, ' ')
  const problem = `${otherwise.problem}: ${told.replace(/\.$/, '')}`
  return [{ level: 'error', code: 'invalid_input', ...otherwise, problem }]
}

/** The same, with the place of its tag as seen from the working directory. */
export function nearby<Found extends Problem>(found: Found): Found {
  return found.source === undefined ? found : { ...found, source: relative('', found.source) }
}
