import type { JsonHandler } from './handler.ts'

export const deleteThread: JsonHandler<'threads.delete'> = async ({ store }, { thread_id }) => {
  await store.deleteThread(thread_id)
  return {}
}
