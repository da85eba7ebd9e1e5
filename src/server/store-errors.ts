import { isParlorError, ParlorError } from '../errors.ts'

/** What a store throws when an item is saved into a thread that is not there. */
export function noThread(threadId: string): ParlorError {
  return new ParlorError('not_found', {
    at: `threads.${threadId}`,
    problem: 'There is no such thread',
    hint: 'It was deleted, or belongs to another user',
  })
}

/** What a store throws when a widget was saved by somebody else in between. */
export function versionConflict(itemId: string, version: number, stored: number): ParlorError {
  return new ParlorError('conflict', {
    at: `items.${itemId}`,
    problem: `Version ${version} cannot follow version ${stored}`,
    hint: 'The widget was changed meanwhile. Load it again, then apply the change',
  })
}

/** What a store throws when its database failed: its words and its code, never a query or what was kept. */
export function storeFailed(method: string, error: unknown): ParlorError {
  if (isParlorError(error)) return error
  const code = codeOf(error)
  return new ParlorError('store_failed', {
    at: `store.${method}`,
    problem: `The database failed${code ? ` (${code})` : ''}`,
    hint: 'Its own error is the `cause`; try again if the database was only away',
    cause: error,
  })
}

/** What a store throws when it is used after `close()`. */
export function storeClosed(method: string): ParlorError {
  return new ParlorError('misuse', {
    at: `store.${method}`,
    problem: 'The store is closed',
    hint: 'Close it when no request is under way any more',
  })
}

/** The code of a driver's error: `SQLITE_BUSY`, `57P01`, `ECONNREFUSED`. */
export function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' && /^\w{1,40}$/.test(code) ? code : undefined
}
