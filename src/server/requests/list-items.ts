import { pageRequest } from '../paging.ts'
import { wireItems } from '../wire.ts'
import type { JsonHandler } from './handler.ts'

/** A page of a thread's items; of a thread that is not there, an empty one. */
export const listItems: JsonHandler<'items.list'> = async ({ store }, { thread_id, ...params }) => {
  return wireItems(await store.listItems(thread_id, pageRequest(params)))
}
