import type { UserMessageContent } from '@openai/chatkit'
import { ParlorError } from '../../errors.ts'
import type { Attachment, InferenceOptions, UserContent, UserMessageInput } from '../../protocol/index.ts'
import type { ChatCore } from './core.ts'
import type { DraftAttachment } from './state.ts'
import type { StreamRequest, Turns } from './turns.ts'

/** A message about to be sent; what the composer holds, or what a host gives. */
export interface OutgoingMessage {
  content: readonly UserContent[]
  attachments: readonly Attachment[]
  quotedText: string | null
  toolId: string | null
  modelId: string | null
  /** Runs when the server took the message. */
  onTaken?: () => void
  /** Runs when the message did not reach the server. */
  onLost?: () => void
  /** Runs when a lost message is sent once more. */
  onSentAgain?: () => void
}

export interface Messages {
  /** Resolves when the server took the message, does not wait for the answer; rejects when it never did. */
  send(message: OutgoingMessage): Promise<void>
  /** Asks again from a user message on: everything after it goes, and comes back if the server cannot be reached. */
  retryFrom(itemId: string): void
}

/** Sends what a person wrote, and keeps it when it does not arrive. */
export function createMessages(core: ChatCore, turns: Turns): Messages {
  function send(message: OutgoingMessage, key = core.createId()): Promise<void> {
    const { threadId } = core.get()
    const input = inputOf(message)
    const request: StreamRequest = threadId
      ? { type: 'threads.add_user_message', params: { thread_id: threadId, input }, key }
      : { type: 'threads.create', params: { input }, key }
    return new Promise((resolve, reject) => {
      turns
        .run({
          kind: 'message',
          request,
          pendingMessage: {
            type: 'user_message',
            id: `local_${key}`,
            thread_id: threadId ?? '',
            created_at: core.now().toISOString(),
            content: [...message.content],
            attachments: [...message.attachments],
            quoted_text: message.quotedText,
            inference_options: input.inference_options,
          },
          onAccepted() {
            message.onTaken?.()
            resolve()
          },
          onFailed: ({ accepted }) => {
            if (!accepted) message.onLost?.()
          },
          retry({ accepted }) {
            if (accepted) return retryFrom(accepted.id)
            message.onSentAgain?.()
            send(message, key).catch(() => {})
          },
        })
        .then(() => reject(stoppedEarly()), reject)
    })
  }

  function retryFrom(itemId: string): void {
    const { threadId, thread } = core.get()
    const at = thread.items.findIndex((item) => item.id === itemId)
    if (!threadId || at === -1) return
    core.patch({ thread: { ...thread, items: thread.items.slice(0, at + 1) } })
    const lost = thread.items.slice(at + 1)
    turns
      .run({
        kind: 'retry',
        request: { type: 'threads.retry_after_item', params: { thread_id: threadId, item_id: itemId } },
        onFailed: ({ answered, request }) => {
          if (answered || request.type !== 'threads.retry_after_item') return
          const now = core.get().thread
          core.patch({ thread: { ...now, items: [...now.items, ...lost] } })
        },
        retry: () => retryFrom(itemId),
      })
      .catch(() => {})
  }

  return { send: (message) => send(message), retryFrom }
}

function inputOf({ content, attachments, quotedText, toolId, modelId }: OutgoingMessage): UserMessageInput {
  const inferenceOptions: InferenceOptions = {}
  if (toolId) inferenceOptions.tool_choice = { id: toolId }
  if (modelId) inferenceOptions.model = modelId
  return {
    content: [...content],
    attachments: attachments.map(({ id }) => id),
    ...(quotedText ? { quoted_text: quotedText } : {}),
    inference_options: inferenceOptions,
  }
}

function stoppedEarly(): ParlorError {
  return new ParlorError('aborted', {
    at: 'sendUserMessage',
    problem: 'The message was withdrawn before the server took it',
    hint: 'Send it again',
  })
}

/** What a host or a prompt gives as a message, in the shape of the protocol; empty text is no content. */
export function toContent(given: string | readonly UserMessageContent[] | undefined): UserContent[] {
  if (given === undefined || given === '') return []
  if (typeof given === 'string') return [{ type: 'input_text', text: given }]
  return given.map((part) =>
    part.type === 'input_text'
      ? { type: 'input_text', text: part.text }
      : {
          type: 'input_tag',
          id: part.id,
          text: part.text,
          data: part.data ?? {},
          interactive: part.interactive ?? false,
          ...(part.group === undefined ? {} : { group: part.group }),
        },
  )
}

/** Without the blank space around it, which a person did not mean to send. */
export function trimmed(content: readonly UserContent[]): UserContent[] {
  const parts = content.map((part, index) => {
    if (part.type !== 'input_text') return part
    const start = index === 0 ? part.text.trimStart() : part.text
    return { ...part, text: index === content.length - 1 ? start.trimEnd() : start }
  })
  return parts.filter((part) => part.type !== 'input_text' || part.text !== '')
}

/** An attachment that is on the server already, as the composer shows it. */
export function uploaded(attachment: Attachment): DraftAttachment {
  return {
    id: attachment.id,
    name: attachment.name,
    mimeType: attachment.mime_type,
    status: 'done',
    progress: 1,
    error: null,
    preview: attachment.type === 'image' ? attachment.preview_url : null,
    attachment,
  }
}
