import { z } from 'zod'

/** Rows and a cursor: `after` is the id of the last row, present only when there are more. */
export const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.object({ data: z.array(row), has_more: z.boolean().default(false), after: z.string().optional() })
export interface Page<Row> {
  data: Row[]
  has_more: boolean
  after?: string | undefined
}

/** Any JSON object whose keys the protocol does not know. */
export const jsonObject = z.record(z.string(), z.unknown())
export type JsonObject = z.infer<typeof jsonObject>

export const inferenceOptionsSchema = z.object({
  tool_choice: z.object({ id: z.string() }).nullish(),
  model: z.string().nullish(),
})
export type InferenceOptions = z.infer<typeof inferenceOptionsSchema>

/** A piece of what a person wrote: text, or a tag that stands for an entity of the host. */
export const userContentSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('input_text'), text: z.string() }),
  z.object({
    type: z.literal('input_tag'),
    id: z.string(),
    text: z.string(),
    data: jsonObject,
    group: z.string().nullish(),
    interactive: z.boolean().default(false),
  }),
])
export type UserContent = z.infer<typeof userContentSchema>

/** An id as a client may name it. */
export const idInput = z.string().min(1).max(500)

/** What the client sends as a message; attachments by id. */
export const userMessageInputSchema = z.object({
  content: z.array(userContentSchema).max(1000),
  attachments: z.array(z.string().max(500)).max(100),
  quoted_text: z.string().nullish(),
  inference_options: inferenceOptionsSchema,
})
export type UserMessageInput = z.infer<typeof userMessageInputSchema>

export const uploadDescriptorSchema = z.object({
  url: z.string(),
  method: z.enum(['POST', 'PUT']),
  headers: z.record(z.string(), z.string()).default({}),
})
export type UploadDescriptor = z.infer<typeof uploadDescriptorSchema>

const attachmentBase = {
  id: z.string(),
  name: z.string(),
  mime_type: z.string(),
  upload_descriptor: uploadDescriptorSchema.nullish(),
  thread_id: z.string().nullish(),
}
export const attachmentSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('file'), ...attachmentBase }),
  z.object({ type: z.literal('image'), ...attachmentBase, preview_url: z.string() }),
])
export type Attachment = z.infer<typeof attachmentSchema>

/** An action as it crosses the wire: `handler` and the like have done their work before. */
export const wireActionSchema = z.object({ type: z.string(), payload: z.unknown().optional() })
export interface WireAction {
  type: string
  payload?: unknown
}
