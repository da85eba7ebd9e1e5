import type { Attachment, JsonObject, Page, ThreadItem, ThreadMetadata } from '../protocol/index.ts'

/** Whose data a store call is about. A store never answers with what belongs to somebody else. */
export interface Scope {
  readonly user: string
}

/** Which rows of a list: a full page is `limit` rows, the next one starts after the row with the id `after`. */
export interface PageRequest {
  limit: number
  order: 'asc' | 'desc'
  /** An id that is not there (any more) starts from the beginning. */
  after?: string | undefined
}

/** What a widget item was drawn from: kept beside its item, never on the wire. `version` grows by one with each save. */
export interface WidgetRecord {
  widget: string
  state: unknown
  version: number
  /** Keys of the clicks that were answered with this widget, newest last: a click that comes again changes nothing. */
  clicks?: readonly string[]
}

/** An attachment as it is kept; its `metadata` is the host's own and never leaves the server. */
export type StoredAttachment = Attachment & { metadata?: JsonObject | undefined }

/** Where threads live. Every method is told whose; what is not there is `null`, and deleting it is no error. */
export interface ChatStore {
  loadThread(scope: Scope, threadId: string): Promise<ThreadMetadata | null>
  /** Inserts, or replaces what has this id. */
  saveThread(scope: Scope, thread: ThreadMetadata): Promise<void>
  /** Takes the thread's items with it. */
  deleteThread(scope: Scope, threadId: string): Promise<void>
  /** In the order the threads were made. */
  listThreads(scope: Scope, page: PageRequest): Promise<Page<ThreadMetadata>>

  loadItem(scope: Scope, threadId: string, itemId: string): Promise<ThreadItem | null>
  /**
   * Inserts at the end, or replaces in place what has this id. With `widget`, saves that record too, in the same step.
   * Throws `not_found` without such a thread, and `conflict` if the record kept now is not of the version before.
   */
  saveItem(scope: Scope, threadId: string, item: ThreadItem, widget?: WidgetRecord): Promise<void>
  deleteItem(scope: Scope, threadId: string, itemId: string): Promise<void>
  /** In the order the items were first saved. */
  listItems(scope: Scope, threadId: string, page: PageRequest): Promise<Page<ThreadItem>>
  loadWidget(scope: Scope, threadId: string, itemId: string): Promise<WidgetRecord | null>
  /** Of these items those that have a record, by item id. */
  loadWidgets(scope: Scope, threadId: string, itemIds: readonly string[]): Promise<Map<string, WidgetRecord>>

  /**
   * Takes the thread for one holder, for `ttlMs` by the store's own clock, or prolongs what this holder has; `false` while
   * another's time runs. A row, never a held connection: what a holder that died had is free when its time is over.
   * The thread itself need not be there: a new one is held before it is made.
   */
  holdThread(scope: Scope, threadId: string, holder: string, ttlMs: number): Promise<boolean>
  /** Gives the thread free; nothing happens if this holder does not have it. */
  releaseThread(scope: Scope, threadId: string, holder: string): Promise<void>

  loadAttachment(scope: Scope, attachmentId: string): Promise<StoredAttachment | null>
  /** Inserts, or replaces what has this id. */
  saveAttachment(scope: Scope, attachment: StoredAttachment): Promise<void>
  deleteAttachment(scope: Scope, attachmentId: string): Promise<void>

  /** For the host's own upkeep, over all users; never for what a user asked. */
  readonly upkeep: StoreUpkeep
}

export interface StoreUpkeep {
  /** Whose thread this is. */
  ownerOf(threadId: string): Promise<string | null>
  /** In the order the threads were made. */
  listThreads(page: PageRequest): Promise<Page<ThreadMetadata & { user: string }>>
  /** Attachments that nobody sees: never sent and first saved before this time, or sent in a thread that is gone; oldest first. */
  listOrphans(savedBefore: Date, limit: number): Promise<{ user: string; attachment: StoredAttachment }[]>
}

type Scoped<Method> = Method extends (scope: Scope, ...rest: infer Rest) => infer Result
  ? (...rest: Rest) => Result
  : never

/** A store for one user: the same methods, with the scope filled in. */
export type ScopedStore = { readonly [Method in Exclude<keyof ChatStore, 'upkeep'>]: Scoped<ChatStore[Method]> }

/** Binds a store to one user, so that code further in cannot ask for anybody else's data. */
export function scopedStore(store: ChatStore, scope: Scope): ScopedStore {
  return new UserStore(store, scope)
}

/** A class, as every request makes one: fifteen functions of its own would weigh more than the rest of an idle turn. */
class UserStore implements ScopedStore {
  readonly #store: ChatStore
  readonly #scope: Scope

  constructor(store: ChatStore, scope: Scope) {
    this.#store = store
    this.#scope = scope
  }

  loadThread(threadId: string) {
    return this.#store.loadThread(this.#scope, threadId)
  }
  saveThread(thread: ThreadMetadata) {
    return this.#store.saveThread(this.#scope, thread)
  }
  deleteThread(threadId: string) {
    return this.#store.deleteThread(this.#scope, threadId)
  }
  listThreads(page: PageRequest) {
    return this.#store.listThreads(this.#scope, page)
  }
  loadItem(threadId: string, itemId: string) {
    return this.#store.loadItem(this.#scope, threadId, itemId)
  }
  saveItem(threadId: string, item: ThreadItem, widget?: WidgetRecord) {
    return this.#store.saveItem(this.#scope, threadId, item, widget)
  }
  deleteItem(threadId: string, itemId: string) {
    return this.#store.deleteItem(this.#scope, threadId, itemId)
  }
  listItems(threadId: string, page: PageRequest) {
    return this.#store.listItems(this.#scope, threadId, page)
  }
  loadWidget(threadId: string, itemId: string) {
    return this.#store.loadWidget(this.#scope, threadId, itemId)
  }
  loadWidgets(threadId: string, itemIds: readonly string[]) {
    return this.#store.loadWidgets(this.#scope, threadId, itemIds)
  }
  holdThread(threadId: string, holder: string, ttlMs: number) {
    return this.#store.holdThread(this.#scope, threadId, holder, ttlMs)
  }
  releaseThread(threadId: string, holder: string) {
    return this.#store.releaseThread(this.#scope, threadId, holder)
  }
  loadAttachment(attachmentId: string) {
    return this.#store.loadAttachment(this.#scope, attachmentId)
  }
  saveAttachment(attachment: StoredAttachment) {
    return this.#store.saveAttachment(this.#scope, attachment)
  }
  deleteAttachment(attachmentId: string) {
    return this.#store.deleteAttachment(this.#scope, attachmentId)
  }
}
