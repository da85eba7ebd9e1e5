import type { ChatRequest, JsonAnswers, JsonRequestType, StreamingRequestType } from '../../protocol/index.ts'
import { isStreaming } from '../../protocol/index.ts'
import type { Call } from '../call.ts'
import { keyedId } from '../keyed-id.ts'
import { holdThread } from '../lease.ts'
import type { HeldTurn } from '../run-turn.ts'
import { addClientToolOutput } from './add-client-tool-output.ts'
import { addStructuredInput } from './add-structured-input.ts'
import { addUserMessage } from './add-user-message.ts'
import { createAttachment } from './create-attachment.ts'
import { createThread } from './create-thread.ts'
import { customAction } from './custom-action.ts'
import { deleteAttachment } from './delete-attachment.ts'
import { deleteThread } from './delete-thread.ts'
import { feedback } from './feedback.ts'
import { getThread } from './get-thread.ts'
import type { JsonHandlers, ParamsByType, StreamHandlers } from './handler.ts'
import { listItems } from './list-items.ts'
import { listThreads } from './list-threads.ts'
import { retryAfterItem } from './retry-after-item.ts'
import { syncCustomAction } from './sync-custom-action.ts'
import { transcribe } from './transcribe.ts'
import { updateThread } from './update-thread.ts'

/** The requests that answer with a stream of events. */
const streamHandlers = {
  'threads.create': createThread,
  'threads.add_user_message': addUserMessage,
  'threads.add_client_tool_output': addClientToolOutput,
  'threads.add_structured_input': addStructuredInput,
  'threads.retry_after_item': retryAfterItem,
  'threads.custom_action': customAction,
} satisfies StreamHandlers

/** The requests that answer with JSON. */
const jsonHandlers = {
  'threads.sync_custom_action': syncCustomAction,
  'threads.get_by_id': getThread,
  'threads.list': listThreads,
  'threads.update': updateThread,
  'threads.delete': deleteThread,
  'items.list': listItems,
  'items.feedback': feedback,
  'attachments.create': createAttachment,
  'attachments.delete': deleteAttachment,
  'input.transcribe': transcribe,
} satisfies JsonHandlers

/** Each type of request, and what answers it; a type without a handler does not compile. */
export const handlers: StreamHandlers & JsonHandlers = { ...streamHandlers, ...jsonHandlers }

type Of<Type extends ChatRequest['type']> = Extract<ChatRequest, { type: Type }>

export function isStreamRequest(request: ChatRequest): request is Of<StreamingRequestType> {
  return isStreaming(request.type)
}

/**
 * Prepares the turn of a streaming request, when its thread is free: what it reads of the thread is what the turn before has left.
 * A thread that is to be made gets its id here.
 */
export async function prepareTurn<Context, Type extends StreamingRequestType>(
  call: Call<Context>,
  { type, params }: { type: Type; params: ParamsByType[Type] },
): Promise<HeldTurn<Context>> {
  const table: StreamHandlers = streamHandlers
  const threadId = 'thread_id' in params ? params.thread_id : await keyedId(call, 'thr')
  const lease = await holdThread(call, threadId)
  try {
    return { ...(await table[type](call, params, threadId)), lease }
  } catch (error) {
    await lease.release()
    throw error
  }
}

/** The answer to a request that does not stream. */
export function answerJson<Context, Type extends JsonRequestType>(
  call: Call<Context>,
  { type, params }: { type: Type; params: ParamsByType[Type] },
): Promise<JsonAnswers[Type]> {
  const table: JsonHandlers = jsonHandlers
  return table[type](call, params)
}
