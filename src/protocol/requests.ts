import { z } from 'zod'
import type { ThreadItem } from './items.ts'
import { type Attachment, idInput, jsonObject, type Page, userMessageInputSchema, wireActionSchema } from './shared.ts'
import type { Thread } from './threads.ts'

/** What a request may hold of anything that is counted: far more than any client sends, far less than a server would notice. */
const requestBounds = { title: 1000, itemIds: 1000, fileName: 1000, mimeType: 255 } as const

const threadId = { thread_id: idInput }
const itemId = { item_id: idInput }
const paging = {
  limit: z.number().int().min(0).nullish(),
  order: z.enum(['asc', 'desc']).nullish(),
  after: z.string().max(500).nullish(),
}
/** `metadata` is free for hosts; servers hand it on unread. */
const request = <Type extends string, Params extends z.ZodRawShape>(type: Type, params: Params) =>
  z.object({ type: z.literal(type), params: z.object(params), metadata: jsonObject.nullish() })

const action = { ...threadId, item_id: z.string().max(500).nullish(), action: wireActionSchema }

/** `result` has to be there, but may be null: what `z.unknown()` alone would not ask for. */
const present = z.unknown().refine((value) => value !== undefined, 'Required; send null when there is nothing to tell')

export const createThreadSchema = request('threads.create', { input: userMessageInputSchema })
export const addUserMessageSchema = request('threads.add_user_message', { ...threadId, input: userMessageInputSchema })
export const addClientToolOutputSchema = request('threads.add_client_tool_output', { ...threadId, result: present })
export const addStructuredInputSchema = request('threads.add_structured_input', {
  ...threadId,
  ...itemId,
  input: z.object({
    status: z.enum(['answered', 'skipped']).default('answered'),
    answers: z
      .record(z.string(), z.object({ values: z.array(z.string()).default([]), skipped: z.boolean().default(false) }))
      .default({}),
  }),
})
export const retryAfterItemSchema = request('threads.retry_after_item', { ...threadId, ...itemId })
export const customActionSchema = request('threads.custom_action', action)
export const syncCustomActionSchema = request('threads.sync_custom_action', action)
export const getThreadSchema = request('threads.get_by_id', threadId)
export const listThreadsSchema = request('threads.list', paging)
export const updateThreadSchema = request('threads.update', { ...threadId, title: z.string().max(requestBounds.title) })
export const deleteThreadSchema = request('threads.delete', threadId)
export const listItemsSchema = request('items.list', { ...threadId, ...paging })
export const feedbackSchema = request('items.feedback', {
  ...threadId,
  item_ids: z.array(z.string().max(500)).max(requestBounds.itemIds),
  kind: z.enum(['positive', 'negative']),
})
export const createAttachmentSchema = request('attachments.create', {
  name: z.string().max(requestBounds.fileName),
  size: z.number().int().min(0),
  mime_type: z.string().max(requestBounds.mimeType),
})
export const deleteAttachmentSchema = request('attachments.delete', { attachment_id: idInput })
export const transcribeSchema = request('input.transcribe', {
  audio_base64: z.string(),
  mime_type: z.string().max(requestBounds.mimeType),
})

/** The body of every POST. */
export const requestSchema = z.discriminatedUnion('type', [
  createThreadSchema,
  addUserMessageSchema,
  addClientToolOutputSchema,
  addStructuredInputSchema,
  retryAfterItemSchema,
  customActionSchema,
  syncCustomActionSchema,
  getThreadSchema,
  listThreadsSchema,
  updateThreadSchema,
  deleteThreadSchema,
  listItemsSchema,
  feedbackSchema,
  createAttachmentSchema,
  deleteAttachmentSchema,
  transcribeSchema,
])
export type ChatRequest = z.infer<typeof requestSchema>
export type RequestType = ChatRequest['type']
export type RequestOf<Type extends RequestType> = Extract<ChatRequest, { type: Type }>
/** What a client writes as `params`: what has a default may be left out. */
export type ParamsOf<Type extends RequestType> = Extract<z.input<typeof requestSchema>, { type: Type }>['params']

/** The six request types that answer with a stream of events; the type alone decides. */
export const streamingRequestTypes = [
  'threads.create',
  'threads.add_user_message',
  'threads.add_client_tool_output',
  'threads.add_structured_input',
  'threads.retry_after_item',
  'threads.custom_action',
] as const satisfies readonly RequestType[]
export type StreamingRequestType = (typeof streamingRequestTypes)[number]

/** What the other ten answer with, as JSON. */
export interface JsonAnswers {
  'threads.sync_custom_action': { updated_item?: ThreadItem | undefined }
  'threads.get_by_id': Thread
  'threads.list': Page<Thread>
  'threads.update': Thread
  'threads.delete': Record<never, never>
  'items.list': Page<ThreadItem>
  'items.feedback': Record<never, never>
  'attachments.create': Attachment
  'attachments.delete': Record<never, never>
  'input.transcribe': { text: string }
}
export type JsonRequestType = keyof JsonAnswers

export function isStreaming(type: RequestType): type is StreamingRequestType {
  return (streamingRequestTypes as readonly string[]).includes(type)
}
