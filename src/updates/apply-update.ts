import type { AssistantContent, AssistantMessageItem, ItemUpdate, ThreadItem, WorkflowItem } from '../protocol/index.ts'
import { applyWidgetUpdate } from './apply-widget-update.ts'

/** How far beyond the end an index may point; a server that skips further is not followed, lest one number fills the memory. */
const MAX_GAP = 100

/** An item after one update (reference/protocol.md §5); the same object when the update is meant for another kind of item. */
export function applyUpdate(item: ThreadItem, update: ItemUpdate): ThreadItem {
  switch (update.type) {
    case 'assistant_message.content_part.added':
      return withPart(item, update.content_index, () => update.content)
    case 'assistant_message.content_part.text_delta':
      return withPart(item, update.content_index, ({ type, text, annotations }) => ({
        type,
        text: text + update.delta,
        annotations,
      }))
    case 'assistant_message.content_part.annotation_added':
      return withPart(item, update.content_index, (part) => ({
        ...part,
        annotations: part.annotations.toSpliced(update.annotation_index, 0, update.annotation),
      }))
    case 'assistant_message.content_part.done':
      return withPart(item, update.content_index, (part) => keepAnnotations(part, update.content))
    case 'widget.streaming_text.value_delta':
    case 'widget.root.updated':
    case 'widget.component.updated': {
      if (item.type !== 'widget') return item
      const widget = applyWidgetUpdate(item.widget, update)
      return widget === item.widget ? item : { ...item, widget }
    }
    case 'workflow.task.added':
      return withTasks(item, (tasks) => tasks.toSpliced(update.task_index, 0, update.task))
    case 'workflow.task.updated':
      return withTasks(item, (tasks) =>
        update.task_index < tasks.length ? tasks.with(update.task_index, update.task) : tasks,
      )
    case 'generated_image.updated':
      return item.type === 'generated_image' ? { ...item, image: update.image } : item
    default:
      update satisfies never
      return item
  }
}

/** Changes one part of an assistant's message, after filling up with empty parts as far as that one. */
function withPart(item: ThreadItem, index: number, change: (part: AssistantContent) => AssistantContent): ThreadItem {
  if (item.type !== 'assistant_message' || index > item.content.length + MAX_GAP) return item
  const content = item.content.slice()
  while (content.length <= index) content.push(emptyPart)
  content[index] = change(content[index] ?? emptyPart)
  return { ...item, content } satisfies AssistantMessageItem
}

const emptyPart: AssistantContent = { type: 'output_text', text: '', annotations: [] }

/** Some servers end a part with an empty list although annotations came one by one before. */
function keepAnnotations(part: AssistantContent, done: AssistantContent): AssistantContent {
  return done.annotations.length === 0 ? { ...done, annotations: part.annotations } : done
}

function withTasks(item: ThreadItem, change: (tasks: Tasks) => Tasks): ThreadItem {
  if (item.type !== 'workflow') return item
  const tasks = change(item.workflow.tasks)
  return tasks === item.workflow.tasks ? item : { ...item, workflow: { ...item.workflow, tasks } }
}

type Tasks = WorkflowItem['workflow']['tasks']
