import { isParlorError, type Problem } from '../errors.ts'

/** One thing found in a file; `at` is empty where it is about the whole file. */
export interface Finding extends Problem {
  level: 'error' | 'warning'
}

/** A finding as a line: `card.json: error Card.children[2].label: missing. Give it …`. */
export function lineOf(file: string, { level, at, problem, hint, source }: Finding): string {
  return `${file}: ${level}${at && ` ${at}`}: ${problem}. ${hint}${source ? ` (${source})` : ''}\n`
}

/** What a thrown error says about a file. */
export function findingsOf(error: unknown, otherwise: Omit<Problem, 'code' | 'source'>): Finding[] {
  if (isParlorError(error)) return error.problems.map((problem) => ({ level: 'error', ...problem }))
  const told = error instanceof Error ? error.message : String(error)
  const { at, problem, hint } = otherwise
  return [{ level: 'error', code: 'invalid_input', at, problem: `${problem}: ${told.replace(/\.$/, '')}`, hint }]
}
