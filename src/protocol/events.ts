import { z } from 'zod'
import { itemSchema } from './items.ts'
import { jsonObject } from './shared.ts'
import { threadSchema } from './threads.ts'
import { itemUpdateSchema } from './updates.ts'

export const errorEventSchema = z.object({
  type: z.literal('error'),
  code: z.string().default('custom'),
  message: z.string().nullish(),
  allow_retry: z.boolean().default(false),
})
export type ErrorEvent = z.infer<typeof errorEventSchema>

export const noticeEventSchema = z.object({
  type: z.literal('notice'),
  level: z.enum(['info', 'warning', 'danger']),
  message: z.string(),
  title: z.string().nullish(),
})
export type NoticeEvent = z.infer<typeof noticeEventSchema>

/** What a streaming answer is made of. */
export const eventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('thread.created'), thread: threadSchema }),
  z.object({ type: z.literal('thread.updated'), thread: threadSchema }),
  z.object({ type: z.literal('thread.item.added'), item: itemSchema }),
  z.object({ type: z.literal('thread.item.updated'), item_id: z.string(), update: itemUpdateSchema }),
  z.object({ type: z.literal('thread.item.done'), item: itemSchema }),
  z.object({ type: z.literal('thread.item.removed'), item_id: z.string() }),
  z.object({ type: z.literal('thread.item.replaced'), item: itemSchema }),
  z.object({ type: z.literal('stream_options'), stream_options: z.object({ allow_cancel: z.boolean() }) }),
  z.object({ type: z.literal('progress_update'), text: z.string(), icon: z.string().nullish() }),
  z.object({ type: z.literal('client_effect'), name: z.string(), data: jsonObject.default({}) }),
  errorEventSchema,
  noticeEventSchema,
])
export type ThreadStreamEvent = z.infer<typeof eventSchema>
/** An event as a responder may write it: what has a default may be left out. */
export type ThreadStreamEventInput = z.input<typeof eventSchema>
