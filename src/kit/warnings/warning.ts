import type { WidgetProblem } from '../problem.ts'

/** A problem that leaves a widget right, and a reader worse off. */
export function warning(code: WidgetProblem['code'], at: string, problem: string, hint: string): WidgetProblem {
  return { level: 'warning', code, at, problem, hint }
}
