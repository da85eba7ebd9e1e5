import { keyedId } from '../keyed-id.ts'
import { noSuchThread } from '../not-found.ts'
import type { StreamHandler } from './handler.ts'
import { sentBefore } from './sent-before.ts'
import { readUserMessage, saveUserMessage, streamOptions } from './user-message.ts'

export const addUserMessage: StreamHandler<'threads.add_user_message'> = async (call, { thread_id, input }) => {
  const thread = await call.store.loadThread(thread_id)
  if (!thread) throw noSuchThread(thread_id)
  const messageId = await keyedId(call, 'msg', thread_id)
  const before = await sentBefore(call, thread, messageId)
  if (before) return before

  const message = await readUserMessage(call, thread_id, messageId, input)
  await saveUserMessage(call, message)
  return {
    opening: [{ type: 'thread.item.done', item: message }, streamOptions(call)],
    turn: { cause: { thread, message }, answer: (turn) => call.options.respond(turn) },
  }
}
