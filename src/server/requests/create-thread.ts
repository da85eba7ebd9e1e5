import type { ThreadMetadata } from '../../protocol/index.ts'
import { wireThread } from '../wire.ts'
import type { StreamHandler } from './handler.ts'
import { readUserMessage, saveUserMessage, streamOptions } from './user-message.ts'

export const createThread: StreamHandler<'threads.create'> = async (call, { input }, threadId) => {
  const thread: ThreadMetadata = {
    id: threadId,
    created_at: call.now(),
    status: { type: 'active' },
    metadata: {},
  }
  const message = await readUserMessage(call, thread.id, input)
  await call.store.saveThread(thread)
  try {
    await saveUserMessage(call, message)
  } catch (error) {
    await call.store.deleteThread(thread.id).catch(() => {}) // nobody was told of it
    throw error
  }
  return {
    opening: [
      { type: 'thread.created', thread: wireThread(thread) },
      { type: 'thread.item.done', item: message },
      streamOptions(call),
    ],
    turn: { cause: { thread, message }, answer: (turn) => call.options.respond(turn) },
  }
}
