import { z } from 'zod'
import type { WidgetRoot } from '../kit/index.ts'
import { attachmentSchema, inferenceOptionsSchema, jsonObject, userContentSchema } from './shared.ts'

const sourceBase = {
  title: z.string(),
  description: z.string().nullish(),
  timestamp: z.string().nullish(),
  group: z.string().nullish(),
}
const urlSourceSchema = z.object({
  type: z.literal('url'),
  ...sourceBase,
  url: z.string(),
  attribution: z.string().nullish(),
})
export type UrlSource = z.infer<typeof urlSourceSchema>
const fileSourceSchema = z.object({ type: z.literal('file'), ...sourceBase, filename: z.string() })
const entitySourceSchema = z.object({
  type: z.literal('entity'),
  ...sourceBase,
  id: z.string(),
  icon: z.string().nullish(),
  label: z.string().nullish(),
  inline_label: z.string().nullish(),
  interactive: z.boolean().default(false),
  data: jsonObject.default({}),
  preview: z.literal('lazy').nullish(),
})
export type EntitySource = z.infer<typeof entitySourceSchema>
export const sourceSchema = z.discriminatedUnion('type', [urlSourceSchema, fileSourceSchema, entitySourceSchema])
export type Source = z.infer<typeof sourceSchema>

/** A source of an assistant's text; `index` is the character offset after which its marker stands. */
export const annotationSchema = z.object({
  type: z.literal('annotation').default('annotation'),
  source: sourceSchema,
  index: z.number().nullish(),
})
export type Annotation = z.infer<typeof annotationSchema>

export const assistantContentSchema = z.object({
  type: z.literal('output_text').default('output_text'),
  text: z.string(),
  annotations: z.array(annotationSchema).default([]),
})
export type AssistantContent = z.infer<typeof assistantContentSchema>

const taskBase = { status_indicator: z.enum(['none', 'loading', 'complete']).default('none') }
export const taskSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('custom'),
    ...taskBase,
    title: z.string().nullish(),
    icon: z.string().nullish(),
    content: z.string().nullish(),
  }),
  z.object({
    type: z.literal('web_search'),
    ...taskBase,
    title: z.string().nullish(),
    title_query: z.string().nullish(),
    queries: z.array(z.string()).default([]),
    sources: z.array(urlSourceSchema).default([]),
  }),
  z.object({ type: z.literal('thought'), ...taskBase, title: z.string().nullish(), content: z.string() }),
  z.object({
    type: z.literal('file'),
    ...taskBase,
    title: z.string().nullish(),
    sources: z.array(fileSourceSchema).default([]),
  }),
  z.object({ type: z.literal('image'), ...taskBase, title: z.string().nullish() }),
])
export type Task = z.infer<typeof taskSchema>

/** Told apart by key, not by `type`: a title of your own, or a duration in seconds. */
const summarySchema = z.union([
  z.object({ title: z.string(), icon: z.string().nullish() }),
  z.object({ duration: z.number() }),
])
export const workflowSchema = z.object({
  type: z.enum(['custom', 'reasoning']),
  tasks: z.array(taskSchema),
  summary: summarySchema.nullish(),
  expanded: z.boolean().default(false),
})
export type Workflow = z.infer<typeof workflowSchema>

const answerSchema = z.object({ values: z.array(z.string()).default([]), skipped: z.boolean().default(false) })
export type StructuredAnswer = z.infer<typeof answerSchema>
export const structuredInputSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('multiple_choice'),
    id: z.string(),
    question: z.string(),
    options: z.array(z.object({ value: z.string() })),
    multiple: z.boolean().default(false),
    answer: answerSchema.nullish(),
  }),
  z.object({
    type: z.literal('freeform'),
    id: z.string(),
    question: z.string(),
    description: z.string().nullish(),
    answer: answerSchema.nullish(),
  }),
])
export type StructuredInput = z.infer<typeof structuredInputSchema>

export const generatedImageSchema = z.object({ id: z.string(), url: z.string() })

/** A widget root as it travels: only the root's type is looked at here, the tree is the kit's affair. */
export const wireWidgetSchema = z.custom<WidgetRoot>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    (value.type === 'Card' || value.type === 'ListView' || value.type === 'Basic'),
  'Expected a widget root: Card, ListView or Basic',
)

const itemBase = { id: z.string(), thread_id: z.string(), created_at: z.string() }
const userMessageItemSchema = z.object({
  type: z.literal('user_message'),
  ...itemBase,
  content: z.array(userContentSchema),
  attachments: z.array(attachmentSchema).default([]),
  quoted_text: z.string().nullish(),
  inference_options: inferenceOptionsSchema.default({}),
})
export type UserMessageItem = z.infer<typeof userMessageItemSchema>
const assistantMessageItemSchema = z.object({
  type: z.literal('assistant_message'),
  ...itemBase,
  content: z.array(assistantContentSchema),
})
export type AssistantMessageItem = z.infer<typeof assistantMessageItemSchema>
const clientToolCallItemSchema = z.object({
  type: z.literal('client_tool_call'),
  ...itemBase,
  status: z.enum(['pending', 'completed']).default('pending'),
  call_id: z.string(),
  name: z.string(),
  arguments: jsonObject,
  output: z.unknown().optional(),
})
export type ClientToolCallItem = z.infer<typeof clientToolCallItemSchema>
const widgetItemSchema = z.object({
  type: z.literal('widget'),
  ...itemBase,
  widget: wireWidgetSchema,
  copy_text: z.string().nullish(),
})
export type WidgetItem = z.infer<typeof widgetItemSchema>
const generatedImageItemSchema = z.object({
  type: z.literal('generated_image'),
  ...itemBase,
  image: generatedImageSchema.nullish(),
})
const structuredInputItemSchema = z.object({
  type: z.literal('structured_input'),
  ...itemBase,
  status: z.enum(['pending', 'answered', 'skipped']).default('pending'),
  inputs: z.array(structuredInputSchema),
})
export type StructuredInputItem = z.infer<typeof structuredInputItemSchema>
const taskItemSchema = z.object({ type: z.literal('task'), ...itemBase, task: taskSchema })
const workflowItemSchema = z.object({ type: z.literal('workflow'), ...itemBase, workflow: workflowSchema })
export type WorkflowItem = z.infer<typeof workflowItemSchema>
const endOfTurnItemSchema = z.object({ type: z.literal('end_of_turn'), ...itemBase })
const hiddenContextItemSchema = z.object({
  type: z.literal('hidden_context_item'),
  ...itemBase,
  content: z.unknown(),
})
const sdkHiddenContextItemSchema = z.object({
  type: z.literal('sdk_hidden_context'),
  ...itemBase,
  content: z.string(),
})

/** One row of a thread. */
export const itemSchema = z.discriminatedUnion('type', [
  userMessageItemSchema,
  assistantMessageItemSchema,
  clientToolCallItemSchema,
  widgetItemSchema,
  generatedImageItemSchema,
  structuredInputItemSchema,
  taskItemSchema,
  workflowItemSchema,
  endOfTurnItemSchema,
  hiddenContextItemSchema,
  sdkHiddenContextItemSchema,
])
export type ThreadItem = z.infer<typeof itemSchema>
export type ThreadItemType = ThreadItem['type']

/** Hidden items are for the model alone; no client ever sees one. */
export function isHidden(item: { type: string }): boolean {
  return item.type === 'hidden_context_item' || item.type === 'sdk_hidden_context'
}
