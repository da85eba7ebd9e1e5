import { tools } from '../call.ts'
import { noSuchThread } from '../not-found.ts'
import type { JsonHandler } from './handler.ts'

export const feedback: JsonHandler<'items.feedback'> = async (call, { thread_id, item_ids, kind }) => {
  if (!(await call.store.loadThread(thread_id))) throw noSuchThread(thread_id)
  await call.options.feedback?.({ threadId: thread_id, itemIds: item_ids, kind }, tools(call))
  return {}
}
