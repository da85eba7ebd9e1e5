import type { Page, ThreadItem, ThreadMetadata } from '../protocol/index.ts'
import type { ChatStore, PageRequest, Scope, StoredAttachment, WidgetRecord } from './store.ts'
import { noThread, versionConflict } from './store-errors.ts'

interface ThreadRow {
  thread: ThreadMetadata
  /** Its place among all threads. */
  made: number
  items: Map<string, ThreadItem>
  widgets: Map<string, WidgetRecord>
}
interface AttachmentRow {
  attachment: StoredAttachment
  savedAt: number
}
interface Hold {
  holder: string
  until: number
}
interface UserRow {
  threads: Map<string, ThreadRow>
  attachments: Map<string, AttachmentRow>
  holds: Map<string, Hold>
}

/**
 * A store in this process's memory, for tests, mocks and first steps. What goes in and comes out is copied.
 * @param now the clock by which threads are held and attachments get old
 */
export function memoryStore({ now = () => new Date() }: { now?: () => Date } = {}): ChatStore {
  const users = new Map<string, UserRow>()
  let made = 0

  function of({ user }: Scope): UserRow {
    const row = users.get(user) ?? { threads: new Map(), attachments: new Map(), holds: new Map() }
    users.set(user, row)
    return row
  }

  function threadOf(scope: Scope, threadId: string): ThreadRow | undefined {
    return users.get(scope.user)?.threads.get(threadId)
  }

  return {
    async loadThread(scope, threadId) {
      return copy(threadOf(scope, threadId)?.thread ?? null)
    },
    async saveThread(scope, thread) {
      const row = threadOf(scope, thread.id)
      if (row) row.thread = copy(thread)
      else
        of(scope).threads.set(thread.id, { thread: copy(thread), made: ++made, items: new Map(), widgets: new Map() })
    },
    async deleteThread(scope, threadId) {
      of(scope).threads.delete(threadId)
    },
    async listThreads(scope, page) {
      return pageOf(
        [...of(scope).threads.values()].map(({ thread }) => thread),
        page,
      )
    },

    async loadItem(scope, threadId, itemId) {
      return copy(threadOf(scope, threadId)?.items.get(itemId) ?? null)
    },
    async saveItem(scope, threadId, item, widget) {
      const row = threadOf(scope, threadId)
      if (!row) throw noThread(threadId)
      if (widget) {
        const version = row.widgets.get(item.id)?.version ?? 0
        if (widget.version !== version + 1) throw versionConflict(item.id, widget.version, version)
        row.widgets.set(item.id, copy(widget))
      }
      row.items.set(item.id, copy(item))
    },
    async deleteItem(scope, threadId, itemId) {
      const row = threadOf(scope, threadId)
      row?.items.delete(itemId)
      row?.widgets.delete(itemId)
    },
    async listItems(scope, threadId, page) {
      return pageOf([...(threadOf(scope, threadId)?.items.values() ?? [])], page)
    },
    async loadWidget(scope, threadId, itemId) {
      return copy(threadOf(scope, threadId)?.widgets.get(itemId) ?? null)
    },
    async loadWidgets(scope, threadId, itemIds) {
      const widgets = threadOf(scope, threadId)?.widgets
      return new Map(
        itemIds.flatMap((id) => {
          const record = widgets?.get(id)
          return record ? [[id, copy(record)]] : []
        }),
      )
    },

    async holdThread(scope, threadId, holder, ttlMs) {
      const { holds } = of(scope)
      const at = now().getTime()
      const held = holds.get(threadId)
      if (held && held.holder !== holder && held.until > at) return false
      holds.set(threadId, { holder, until: at + ttlMs })
      return true
    },
    async releaseThread(scope, threadId, holder) {
      const { holds } = of(scope)
      if (holds.get(threadId)?.holder === holder) holds.delete(threadId)
    },

    async loadAttachment(scope, attachmentId) {
      return copy(of(scope).attachments.get(attachmentId)?.attachment ?? null)
    },
    async saveAttachment(scope, attachment) {
      const { attachments } = of(scope)
      const savedAt = attachments.get(attachment.id)?.savedAt ?? now().getTime()
      attachments.set(attachment.id, { attachment: copy(attachment), savedAt })
    },
    async deleteAttachment(scope, attachmentId) {
      of(scope).attachments.delete(attachmentId)
    },

    upkeep: {
      async ownerOf(threadId) {
        for (const [user, { threads }] of users) if (threads.has(threadId)) return user
        return null
      },
      async listThreads(page) {
        const all = Array.from(users, ([user, { threads }]) =>
          Array.from(threads.values(), (row) => ({ user, ...row })),
        )
        const inOrder = all.flat().sort((a, b) => a.made - b.made)
        return pageOf(
          inOrder.map(({ thread, user }) => ({ ...thread, user })),
          page,
        )
      },
      async listOrphans(savedBefore, limit) {
        const orphans = Array.from(users, ([user, { attachments, threads }]) =>
          Array.from(attachments.values(), (row) => ({ user, ...row })).filter(({ attachment, savedAt }) =>
            attachment.thread_id ? !threads.has(attachment.thread_id) : savedAt < savedBefore.getTime(),
          ),
        )
        return orphans
          .flat()
          .sort((a, b) => a.savedAt - b.savedAt)
          .slice(0, limit)
          .map(({ user, attachment }) => ({ user, attachment: copy(attachment) }))
      },
    },
  }
}

/** Everything kept is JSON, and is copied as JSON. */
function copy<Row>(row: Row): Row {
  return copied(row) as Row // the same shape
}

/** What `JSON.parse(JSON.stringify(value))` gives, at a tenth of the cost for plain objects. */
function copied(value: unknown): unknown {
  if (Array.isArray(value)) return Array.from(value, copiedEntry)
  if (typeof value !== 'object' || value === null)
    return typeof value === 'number' && !Number.isFinite(value) ? null : value
  if (!isPlain(value)) return JSON.parse(JSON.stringify(value))
  const members: Record<string, unknown> = {}
  for (const key in value) if (isKept(value[key])) members[key] = copied(value[key])
  return members
}

function copiedEntry(entry: unknown): unknown {
  return isKept(entry) ? copied(entry) : null
}

function isKept(member: unknown): boolean {
  return member !== undefined && typeof member !== 'function' && typeof member !== 'symbol'
}

/** A key that would set the prototype is left to JSON, too. */
function isPlain(value: object): value is Record<string, unknown> {
  return Object.getPrototypeOf(value) === Object.prototype && !('toJSON' in value) && !Object.hasOwn(value, '__proto__')
}

function pageOf<Row extends { id: string }>(rows: Row[], { limit, order, after }: PageRequest): Page<Row> {
  if (order === 'desc') rows.reverse()
  const start = after === undefined ? 0 : rows.findIndex(({ id }) => id === after) + 1
  const data = rows.slice(start, start + limit).map(copy)
  const last = data.at(-1)
  return last && start + limit < rows.length ? { data, has_more: true, after: last.id } : { data, has_more: false }
}
