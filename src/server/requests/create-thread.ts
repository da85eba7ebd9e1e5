import type { ThreadMetadata } from '../../protocol/index.ts'
import { keyedId } from '../keyed-id.ts'
import { wireThread } from '../wire.ts'
import type { StreamHandler } from './handler.ts'
import { sentBefore } from './sent-before.ts'
import { readUserMessage, saveUserMessage, streamOptions } from './user-message.ts'

export const createThread: StreamHandler<'threads.create'> = async (call, { input }, threadId) => {
  const { store, key } = call
  const messageId = await keyedId(call, 'msg', threadId, 'first')
  const made = key === null ? null : await store.loadThread(threadId)
  const before = made && (await sentBefore(call, made, messageId))
  if (made && before) return { ...before, opening: [created(made), ...before.opening] }

  const thread: ThreadMetadata = {
    id: threadId,
    created_at: call.now(),
    status: { type: 'active' },
    metadata: {},
  }
  const message = await readUserMessage(call, thread.id, messageId, input)
  await store.saveThread(thread)
  try {
    await saveUserMessage(call, message)
  } catch (error) {
    await store.deleteThread(thread.id).catch(() => {}) // nobody was told of it
    throw error
  }
  return {
    opening: [created(thread), { type: 'thread.item.done', item: message }, streamOptions(call)],
    turn: { cause: { thread, message }, answer: (turn) => call.options.respond(turn) },
  }
}

function created(thread: ThreadMetadata) {
  return { type: 'thread.created' as const, thread: wireThread(thread) }
}
