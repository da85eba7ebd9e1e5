import { noSuchThread } from '../not-found.ts'
import type { StreamHandler } from './handler.ts'
import { readUserMessage, saveUserMessage, streamOptions } from './user-message.ts'

export const addUserMessage: StreamHandler<'threads.add_user_message'> = async (call, { thread_id, input }) => {
  const thread = await call.store.loadThread(thread_id)
  if (!thread) throw noSuchThread(thread_id)
  const message = await readUserMessage(call, thread_id, input)
  await saveUserMessage(call, message)
  return {
    opening: [{ type: 'thread.item.done', item: message }, streamOptions(call)],
    turn: { cause: { thread, message }, answer: (turn) => call.options.respond(turn) },
  }
}
