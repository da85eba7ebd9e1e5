import type { AssistantContent, Source, Task, ThreadItem, UserContent, UserMessageItem } from '../../protocol/index.ts'

/** ISO-8601 as Unix seconds. */
export function unixSeconds(time: string): number {
  return Math.floor(Date.parse(time) / 1000)
}

/** An item as OpenAI's API writes it (reference/hosted-sessions.md §4); `null` for kinds it does not know. */
export function restItem(item: ThreadItem) {
  const common = {
    id: item.id,
    object: 'chatkit.thread_item',
    created_at: unixSeconds(item.created_at),
    thread_id: item.thread_id,
  } as const
  switch (item.type) {
    case 'user_message':
      return { ...common, type: 'chatkit.user_message', ...userMessage(item) } as const
    case 'assistant_message':
      return { ...common, type: 'chatkit.assistant_message', content: item.content.map(outputText) } as const
    case 'widget':
      return { ...common, type: 'chatkit.widget', widget: JSON.stringify(item.widget) } as const
    case 'client_tool_call':
      return {
        ...common,
        type: 'chatkit.client_tool_call',
        name: item.name,
        call_id: item.call_id,
        arguments: JSON.stringify(item.arguments),
        output: item.output === undefined ? null : JSON.stringify(item.output),
        status: item.status === 'pending' ? 'in_progress' : 'completed',
      } as const
    case 'task': {
      const { type, ...texts } = restTask(item.task)
      return { ...common, type: 'chatkit.task', task_type: type, ...texts } as const
    }
    case 'workflow':
      return { ...common, type: 'chatkit.task_group', tasks: item.workflow.tasks.map(restTask) } as const
    case 'generated_image':
    case 'structured_input':
    case 'end_of_turn':
    case 'hidden_context_item':
    case 'sdk_hidden_context':
      return null
    default:
      return item satisfies never
  }
}

function userMessage({ content, quoted_text, attachments, inference_options }: UserMessageItem) {
  const { model, tool_choice } = inference_options
  return {
    content: [...(quoted_text ? [{ type: 'quoted_text', text: quoted_text } as const] : []), ...content.map(inputText)],
    attachments: attachments.map((attachment) => ({
      id: attachment.id,
      mime_type: attachment.mime_type,
      name: attachment.name,
      preview_url: attachment.type === 'image' ? attachment.preview_url : null,
      type: attachment.type,
    })),
    inference_options: model || tool_choice ? { model: model ?? null, tool_choice: tool_choice ?? null } : null,
  }
}

/** A tag has no form of its own there: it becomes the text that models are given for it. */
function inputText(part: UserContent) {
  return { type: 'input_text', text: part.type === 'input_tag' ? `@${part.text}` : part.text } as const
}

function outputText({ text, annotations }: AssistantContent) {
  return {
    type: 'output_text',
    text,
    annotations: annotations.flatMap(({ source }) => restSource(source) ?? []),
  } as const
}

/** A source is a file or an address there; an entity has no form. */
function restSource(source: Source) {
  switch (source.type) {
    case 'file':
      return { type: 'file', source: { type: 'file', filename: source.filename } } as const
    case 'url':
      return { type: 'url', source: { type: 'url', url: source.url } } as const
    case 'entity':
      return null
    default:
      return source satisfies never
  }
}

function restTask(task: Task) {
  const query = task.type === 'web_search' ? task.title_query : undefined
  const summary = task.type === 'custom' || task.type === 'thought' ? task.content : undefined
  return {
    type: task.type === 'thought' ? 'thought' : 'custom',
    heading: task.title ?? query ?? null,
    summary: summary ?? null,
  } as const
}
