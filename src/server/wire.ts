import {
  type Attachment,
  isHidden,
  type Page,
  type Thread,
  type ThreadItem,
  type ThreadMetadata,
  type ThreadStreamEvent,
} from '../protocol/index.ts'
import type { StoredAttachment } from './store.ts'

/** An attachment as clients see it: without the host's own metadata. */
export function wireAttachment({ metadata: _private, ...attachment }: StoredAttachment): Attachment {
  return attachment
}

/** An item as clients see it. */
export function wireItem(item: ThreadItem): ThreadItem {
  if (item.type === 'user_message') return { ...item, attachments: item.attachments.map(wireAttachment) }
  return item
}

/** A page without what is for the model alone; it may hold fewer rows than were asked for, and still not be the last. */
export function wireItems(page: Page<ThreadItem>): Page<ThreadItem> {
  return { ...page, data: page.data.filter((item) => !isHidden(item)).map(wireItem) }
}

/** A thread as clients see it: its metadata stays on the server. */
export function wireThread(thread: ThreadMetadata, items: Page<ThreadItem> = { data: [], has_more: false }): Thread {
  return { ...thread, metadata: {}, items: wireItems(items) }
}

/** An event as clients see it; `null` where it tells what is for the model alone. */
export function wireEvent(event: ThreadStreamEvent): ThreadStreamEvent | null {
  switch (event.type) {
    case 'thread.item.added':
    case 'thread.item.done':
    case 'thread.item.replaced':
      return isHidden(event.item) ? null : { ...event, item: wireItem(event.item) }
    case 'thread.created':
    case 'thread.updated':
      return { ...event, thread: wireThread(event.thread, event.thread.items) }
    default:
      return event
  }
}
