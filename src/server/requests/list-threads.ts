import { pageRequest } from '../paging.ts'
import { wireThread } from '../wire.ts'
import type { JsonHandler } from './handler.ts'

export const listThreads: JsonHandler<'threads.list'> = async ({ store }, params) => {
  const page = await store.listThreads(pageRequest(params))
  return { ...page, data: page.data.map((thread) => wireThread(thread)) }
}
