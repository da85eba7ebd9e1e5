import { noSuchThread } from '../not-found.ts'
import { wireThread } from '../wire.ts'
import type { JsonHandler } from './handler.ts'

export const updateThread: JsonHandler<'threads.update'> = async ({ store }, { thread_id, title }) => {
  const thread = await store.loadThread(thread_id)
  if (!thread) throw noSuchThread(thread_id)
  const renamed = { ...thread, title }
  await store.saveThread(renamed)
  return wireThread(renamed)
}
