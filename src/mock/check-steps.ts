import { ParlorError } from '../errors.ts'
import type { Step, StepKind } from './steps.ts'

/** What each step may be: `last` ends its turn, `sync` has something to say to an action that answers with JSON. */
const kinds: Record<StepKind, { last?: true; sync?: true }> = {
  say: {},
  pause: { sync: true },
  show: {},
  live: {},
  progress: {},
  effect: {},
  notice: {},
  title: {},
  status: {},
  remember: {},
  emit: {},
  update: { sync: true },
  callClient: { last: true },
  ask: { last: true },
  fail: { last: true, sync: true },
  stall: { last: true, sync: true },
}

/** Checks the steps of one turn, `at` being the place of the turn: each is a step, and what ends a turn comes last. */
export function checkSteps(steps: unknown, at: string, { sync = false } = {}): readonly Step[] {
  if (steps === undefined || steps === null) return []
  if (!Array.isArray(steps)) {
    throw wrong(at, `Expected a list of steps, got ${describe(steps)}`, 'Write [say(…), show(…)]')
  }
  for (const [index, step] of steps.entries())
    checkStep(step, `${at}[${index}]`, { sync, last: index === steps.length - 1 })
  return steps
}

function checkStep(step: unknown, at: string, { sync, last }: { sync: boolean; last: boolean }): void {
  if (!isStep(step)) {
    throw wrong(at, `${describe(step)} is no step`, `Steps are made by ${Object.keys(kinds).join(', ')}`)
  }
  const { kind } = step
  if (kinds[kind].last && !last) {
    throw wrong(at, `${kind}() must be the last step`, 'What comes after it would never happen')
  }
  if (sync && !kinds[kind].sync) {
    throw wrong(
      at,
      `${kind}() says nothing to a synchronous action`,
      'It answers with the updated widget alone: use update(…)',
    )
  }
}

function isStep(value: unknown): value is Step {
  return (
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    typeof value.kind === 'string' &&
    Object.hasOwn(kinds, value.kind)
  )
}

function describe(value: unknown): string {
  return typeof value === 'function' ? 'a function (did you forget to call it?)' : (JSON.stringify(value) ?? `${value}`)
}

function wrong(at: string, problem: string, hint: string): ParlorError {
  return new ParlorError('misuse', { at, problem, hint })
}
