import { ParlorError } from '../errors.ts'

/** Why nothing more can be said when the client has gone. */
export function clientGone(cause: unknown): ParlorError {
  return new ParlorError('aborted', {
    at: 'turn',
    problem: 'The client has gone away',
    hint: 'Stop the work of this turn; turn.signal tells when to',
    cause,
  })
}

/** Why nothing more can be said when the turn is over. */
export function turnOver(why: string): ParlorError {
  return new ParlorError('misuse', {
    at: 'turn',
    problem: `The turn is over: ${why}`,
    hint: 'Say everything before respond or the action handler returns',
  })
}
