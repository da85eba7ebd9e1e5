import { isParlorError, ParlorError } from '../errors.ts'

/** Told of everything that went wrong in the host's own wiring: a tool, an action, an effect. */
export type Report = (error: ParlorError) => void

/** A function of the host threw, or its promise was rejected. */
export function handlerFailed(at: string, cause: unknown): ParlorError {
  if (isParlorError(cause)) return cause
  return new ParlorError('misuse', {
    at,
    problem: `The handler failed: ${cause instanceof Error ? cause.message : String(cause)}`,
    hint: 'See the cause, and catch in the handler what can go wrong there',
    cause,
  })
}
