import type { ThreadStreamEvent, UserMessageInput, UserMessageItem } from '../../protocol/index.ts'
import { type Call, fileTools } from '../call.ts'
import { noSuchAttachment } from '../not-found.ts'
import type { StoredAttachment } from '../store.ts'

/** Makes a user's message, with its attachments loaded; `not_found` when one is not there. Saves nothing. */
export async function readUserMessage<Context>(
  call: Call<Context>,
  threadId: string,
  id: string,
  input: UserMessageInput,
): Promise<UserMessageItem> {
  const files = call.options.attachments
  const loaded = new Map<string, StoredAttachment>()
  for (const attachmentId of new Set(input.attachments)) {
    const attachment = await call.store.loadAttachment(attachmentId)
    if (!attachment) {
      throw noSuchAttachment(attachmentId, `params.input.attachments[${input.attachments.indexOf(attachmentId)}]`)
    }
    const settled = (await files?.settle?.(attachment, fileTools(call))) ?? attachment
    loaded.set(attachmentId, { ...settled, thread_id: threadId })
  }
  return {
    type: 'user_message',
    id,
    thread_id: threadId,
    created_at: call.now(),
    content: input.content,
    attachments: input.attachments.flatMap((attachmentId) => loaded.get(attachmentId) ?? []), // as often as it was named
    quoted_text: input.quoted_text,
    inference_options: input.inference_options,
  }
}

/** Keeps a user's message, and what its attachments now belong to. */
export async function saveUserMessage<Context>({ store }: Call<Context>, message: UserMessageItem): Promise<void> {
  for (const attachment of new Set(message.attachments)) await store.saveAttachment(attachment)
  await store.saveItem(message.thread_id, message)
}

/** Told at the start of every turn. */
export function streamOptions<Context>({ options: { allowCancel = true } }: Call<Context>): ThreadStreamEvent {
  return { type: 'stream_options', stream_options: { allow_cancel: allowCancel } }
}
