import { stopTurn } from '../lease.ts'
import { threadDeleted } from '../turn-end.ts'
import type { JsonHandler } from './handler.ts'

/** Does not wait for a turn that is under way in the thread: that ends with an error that nobody retries. */
export const deleteThread: JsonHandler<'threads.delete'> = async (call, { thread_id }) => {
  stopTurn(call, thread_id, threadDeleted(thread_id))
  await call.store.deleteThread(thread_id)
  return {}
}
