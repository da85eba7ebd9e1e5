import { noSuchThread } from '../not-found.ts'
import { defaultPageSize } from '../paging.ts'
import { readWidgets } from '../read-widgets.ts'
import { wireThread } from '../wire.ts'
import type { JsonHandler } from './handler.ts'

/** The thread with its first, that is oldest, page of items. */
export const getThread: JsonHandler<'threads.get_by_id'> = async (call, { thread_id }) => {
  const thread = await call.store.loadThread(thread_id)
  if (!thread) throw noSuchThread(thread_id)
  const items = await call.store.listItems(thread_id, { limit: defaultPageSize, order: 'asc' })
  return wireThread(thread, await readWidgets(call, thread_id, items))
}
