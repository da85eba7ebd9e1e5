import { z } from 'zod'
import type { WidgetNode } from '../kit/index.ts'
import {
  annotationSchema,
  assistantContentSchema,
  generatedImageSchema,
  taskSchema,
  wireWidgetSchema,
} from './items.ts'

const index = z.number().int().min(0)
const componentSchema = z.custom<WidgetNode>(
  (value) => typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string',
  'Expected a widget component with a `type`',
)

export const widgetUpdateSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('widget.streaming_text.value_delta'),
    component_id: z.string(),
    delta: z.string(),
    done: z.boolean(),
  }),
  z.object({ type: z.literal('widget.root.updated'), widget: wireWidgetSchema }),
  z.object({ type: z.literal('widget.component.updated'), component_id: z.string(), component: componentSchema }),
])
export type WidgetUpdate = z.infer<typeof widgetUpdateSchema>

/** A change of one item; which item it is for stands beside it, as `item_id`. */
export const itemUpdateSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('assistant_message.content_part.added'),
    content_index: index,
    content: assistantContentSchema,
  }),
  z.object({ type: z.literal('assistant_message.content_part.text_delta'), content_index: index, delta: z.string() }),
  z.object({
    type: z.literal('assistant_message.content_part.annotation_added'),
    content_index: index,
    annotation_index: index,
    annotation: annotationSchema,
  }),
  z.object({
    type: z.literal('assistant_message.content_part.done'),
    content_index: index,
    content: assistantContentSchema,
  }),
  ...widgetUpdateSchema.options,
  z.object({ type: z.literal('workflow.task.added'), task_index: index, task: taskSchema }),
  z.object({ type: z.literal('workflow.task.updated'), task_index: index, task: taskSchema }),
  z.object({
    type: z.literal('generated_image.updated'),
    image: generatedImageSchema,
    progress: z.number().min(0).max(1).nullish(),
  }),
])
export type ItemUpdate = z.infer<typeof itemUpdateSchema>
