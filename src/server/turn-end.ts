import { isParlorError, ParlorError } from '../errors.ts'

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

/** Why nothing more can be said when the thread is not there any more. */
export function threadDeleted(threadId: string): ParlorError {
  return new ParlorError('not_found', {
    at: `threads.${threadId}`,
    problem: 'The thread was deleted',
    hint: 'Stop the work of this turn; turn.signal tells when to',
  })
}

/** Whether this is what says that a thread is not there any more, here or from a store. */
export function isDeleted(error: unknown, threadId: string): boolean {
  return isParlorError(error) && error.code === 'not_found' && error.at === `threads.${threadId}`
}
