import type { Attachment, ToolChoice, UserMessageContent } from '@openai/chatkit'

/** What `sendUserMessage` takes. */
export interface SendUserMessageParams {
  text?: string
  content?: UserMessageContent[]
  reply?: string
  attachments?: Attachment[]
  newThread?: boolean
  toolChoice?: ToolChoice
  model?: string
}

/** What `setComposerValue` takes; what is absent stays as it is. */
export interface SetComposerValueParams {
  text?: string
  content?: UserMessageContent[]
  reply?: string
  attachments?: Attachment[]
  files?: File[]
  /** Null clears the selection. */
  selectedToolId?: string | null
  selectedModelId?: string
}
