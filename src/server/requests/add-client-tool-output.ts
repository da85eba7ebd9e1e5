import { ParlorError } from '../../errors.ts'
import type { ClientToolCallItem } from '../../protocol/index.ts'
import { noSuchThread } from '../not-found.ts'
import { defaultPageSize } from '../paging.ts'
import type { StreamHandler } from './handler.ts'
import { streamOptions } from './user-message.ts'

/** The call that is answered is the newest item of the thread: the request names none. */
export const addClientToolOutput: StreamHandler<'threads.add_client_tool_output'> = async (
  call,
  { thread_id, result },
) => {
  const thread = await call.store.loadThread(thread_id)
  if (!thread) throw noSuchThread(thread_id)
  const recent = await call.store.listItems(thread_id, { limit: defaultPageSize, order: 'desc' })
  const [asked, ...older] = recent.data
  if (asked?.type !== 'client_tool_call' || asked.status !== 'pending') throw nothingAsked(thread_id)

  const completed: ClientToolCallItem = { ...asked, status: 'completed', output: result ?? undefined }
  await call.store.saveItem(thread_id, completed)
  for (const item of older) {
    if (item.type !== 'client_tool_call' || item.status !== 'pending') continue
    call.log.warn({ item: item.id, tool: item.name }, 'A client tool call was never answered, and is dropped')
    await call.store.deleteItem(thread_id, item.id)
  }
  const toolResult = { tool: asked.name, arguments: asked.arguments, result, callId: asked.call_id }
  return {
    opening: [streamOptions(call)],
    turn: { cause: { thread, toolResult }, answer: (turn) => call.options.respond(turn) },
  }
}

function nothingAsked(threadId: string): ParlorError {
  return new ParlorError('conflict', {
    at: 'params.thread_id',
    problem: `The newest item of ${threadId} is not a client tool call that waits for an answer`,
    hint: 'Answer each call once, before anything else is added to the thread',
  })
}
