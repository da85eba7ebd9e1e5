import { z } from 'zod'
import { itemSchema } from './items.ts'
import { jsonObject, pageOf } from './shared.ts'

/** `locked` shows its reason in the disabled composer, `closed` in a banner instead of it. */
export const threadStatusSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('active') }),
  z.object({ type: z.literal('locked'), reason: z.string().nullish() }),
  z.object({ type: z.literal('closed'), reason: z.string().nullish() }),
])
export type ThreadStatus = z.infer<typeof threadStatusSchema>

/** A thread without its items, as a store keeps it. `metadata` never reaches a client. */
export const threadMetadataSchema = z.object({
  id: z.string(),
  created_at: z.string(),
  title: z.string().nullish(),
  status: threadStatusSchema.default({ type: 'active' }),
  allowed_image_domains: z.array(z.string()).nullish(),
  metadata: jsonObject.default({}),
})
export type ThreadMetadata = z.infer<typeof threadMetadataSchema>

/** A thread as it travels, with a page of its items. */
export const threadSchema = threadMetadataSchema.extend({
  items: pageOf(itemSchema).default({ data: [], has_more: false }),
})
export type Thread = z.infer<typeof threadSchema>
