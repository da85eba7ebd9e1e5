import type { ItemUpdate, ThreadItem, ThreadStreamEvent } from '../protocol/index.ts'
import { applyUpdate } from '../updates/index.ts'

/** The items of a turn that were begun and are not done, put together only when somebody asks. */
export interface PendingItems {
  note(event: ThreadStreamEvent): void
  /** As far as they have come. */
  items(): ThreadItem[]
}

/** @param all widgets, workflows and all else too, not only the assistant's messages */
export function pendingItems({ all }: { all: boolean }): PendingItems {
  const pending = new Map<string, { item: ThreadItem; updates: ItemUpdate[] }>()
  return {
    note(event) {
      switch (event.type) {
        case 'thread.item.added':
          if (all || event.item.type === 'assistant_message')
            pending.set(event.item.id, { item: event.item, updates: [] })
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
    items: () => Array.from(pending.values(), ({ item, updates }) => updates.reduce(applyUpdate, item)),
  }
}
