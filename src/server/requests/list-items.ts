import { noSuchThread } from '../not-found.ts'
import { pageRequest } from '../paging.ts'
import { wireItems } from '../wire.ts'
import type { JsonHandler } from './handler.ts'

export const listItems: JsonHandler<'items.list'> = async ({ store }, { thread_id, ...params }) => {
  if (!(await store.loadThread(thread_id))) throw noSuchThread(thread_id)
  return wireItems(await store.listItems(thread_id, pageRequest(params)))
}
