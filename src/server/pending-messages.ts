import type { AssistantMessageItem, ItemUpdate, ThreadStreamEvent } from '../protocol/index.ts'
import { applyUpdate } from '../updates/index.ts'

/** The assistant's messages of a turn that were begun and are not done, put together only when somebody asks. */
export interface PendingMessages {
  note(event: ThreadStreamEvent): void
  /** Those with some text, as far as they have come. */
  withText(): AssistantMessageItem[]
}

export function pendingMessages(): PendingMessages {
  const pending = new Map<string, { item: AssistantMessageItem; updates: ItemUpdate[] }>()
  return {
    note(event) {
      switch (event.type) {
        case 'thread.item.added':
          if (event.item.type === 'assistant_message') pending.set(event.item.id, { item: event.item, updates: [] })
          break
        case 'thread.item.updated':
          pending.get(event.item_id)?.updates.push(event.update)
          break
        case 'thread.item.done':
        case 'thread.item.replaced':
          pending.delete(event.item.id)
          break
        case 'thread.item.removed':
          pending.delete(event.item_id)
          break
      }
    },
    withText() {
      return [...pending.values()].flatMap(({ item, updates }) => {
        const message = updates.reduce(applyUpdate, item)
        return message.type === 'assistant_message' && message.content.some(({ text }) => text.trim()) ? [message] : []
      })
    },
  }
}
