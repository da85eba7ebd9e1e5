import { ParlorError } from '../errors.ts'
import type { ServerLog } from './log.ts'

/** Everybody, on a server that does not tell its users apart. */
export const everybody = { user: 'everybody' }

/** Whose data a request is about: its context's `user`. A context that names none is shared, one that leaves it empty refused. */
export function userReader(log: ServerLog): (context: unknown) => string {
  let warned = false
  return (context) => {
    if (typeof context !== 'object' || context === null || !('user' in context)) {
      if (!warned) log.warn({}, 'The context has no `user`: everybody sees the same threads')
      warned = true
      return everybody.user
    }
    if (typeof context.user === 'string' && context.user !== '') return context.user
    throw new ParlorError('unauthorized', {
      at: 'context.user',
      problem: 'The request does not say who asks',
      hint: 'Send what the server knows its users by, such as a token or a user id',
    })
  }
}
