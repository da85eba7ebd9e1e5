import type { ItemUpdate, ThreadItem, ThreadStreamEvent } from '../protocol/index.ts'
import { applyUpdate } from '../updates/index.ts'

/** The items of a turn that were begun and are not done, put together only when somebody asks. */
export class PendingItems {
  readonly #all: boolean
  #pending: Map<string, { item: ThreadItem; updates: ItemUpdate[] }> | undefined

  /** @param all widgets, workflows and all else too, not only the assistant's messages */
  constructor({ all }: { all: boolean }) {
    this.#all = all
  }

  note(event: ThreadStreamEvent): void {
    switch (event.type) {
      case 'thread.item.added':
        if (!this.#all && event.item.type !== 'assistant_message') break
        this.#pending ??= new Map()
        this.#pending.set(event.item.id, { item: event.item, updates: [] })
        break
      case 'thread.item.updated':
        this.#pending?.get(event.item_id)?.updates.push(event.update)
        break
      case 'thread.item.done':
      case 'thread.item.replaced':
        this.#pending?.delete(event.item.id)
        break
      case 'thread.item.removed':
        this.#pending?.delete(event.item_id)
        break
    }
  }

  /** As far as they have come. */
  items(): ThreadItem[] {
    return Array.from(this.#pending?.values() ?? [], ({ item, updates }) => updates.reduce(applyUpdate, item))
  }
}
