import { decodeEvent, type ItemUpdate, type ThreadItem } from 'parlor/protocol'

/** An event in a few words, for the list. */
export function gist(json: unknown): { type: string; detail: string } {
  const decoded = decodeEvent(json)
  if ('problem' in decoded) return { type: 'unknown', detail: decoded.problem.problem }
  const { event } = decoded
  return { type: event.type, detail: detailOf(event) }
}

function detailOf(event: Extract<ReturnType<typeof decodeEvent>, { event: unknown }>['event']): string {
  switch (event.type) {
    case 'thread.created':
    case 'thread.updated':
      return event.thread.title ?? event.thread.id
    case 'thread.item.added':
    case 'thread.item.done':
    case 'thread.item.replaced':
      return itemGist(event.item)
    case 'thread.item.updated':
      return updateGist(event.update)
    case 'thread.item.removed':
      return event.item_id
    case 'stream_options':
      return event.stream_options.allow_cancel ? 'may be stopped' : 'may not be stopped'
    case 'progress_update':
      return event.text
    case 'client_effect':
      return event.name
    case 'error':
      return event.message ?? event.code
    case 'notice':
      return event.message
    default:
      event satisfies never
      return ''
  }
}

function itemGist(item: ThreadItem): string {
  if (item.type === 'user_message') return `you: ${item.content.map((part) => part.text).join('')}`
  if (item.type === 'assistant_message')
    return `assistant: ${item.content
      .map((part) => part.text)
      .join('')
      .slice(0, 80)}`
  if (item.type === 'widget') return `widget: ${item.widget.type}`
  if (item.type === 'client_tool_call') return `client tool: ${item.name}`
  return item.type
}

function updateGist(update: ItemUpdate): string {
  if ('delta' in update) return `${update.type} ${JSON.stringify(update.delta)}`
  return update.type
}
