import { noSuchThread } from '../not-found.ts'
import { defaultPageSize } from '../paging.ts'
import { wireThread } from '../wire.ts'
import type { JsonHandler } from './handler.ts'

/** The thread with its first, that is oldest, page of items. */
export const getThread: JsonHandler<'threads.get_by_id'> = async ({ store }, { thread_id }) => {
  const thread = await store.loadThread(thread_id)
  if (!thread) throw noSuchThread(thread_id)
  return wireThread(thread, await store.listItems(thread_id, { limit: defaultPageSize, order: 'asc' }))
}
