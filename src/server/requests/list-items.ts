import { pageRequest } from '../paging.ts'
import { readWidgets } from '../read-widgets.ts'
import { wireItems } from '../wire.ts'
import type { JsonHandler } from './handler.ts'

/** A page of a thread's items; of a thread that is not there, an empty one. */
export const listItems: JsonHandler<'items.list'> = async (call, { thread_id, ...params }) => {
  const items = await call.store.listItems(thread_id, pageRequest(params))
  return wireItems(await readWidgets(call, thread_id, items))
}
