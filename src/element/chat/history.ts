import type { ThreadMetadata } from '../../protocol/index.ts'
import type { ChatCore } from './core.ts'
import { failureOf } from './failures.ts'
import type { Threads } from './threads.ts'

const PAGE_SIZE = 30

export interface History {
  show(): void
  hide(): void
  reload(): void
  loadMore(): void
  rename(threadId: string, title: string): void
  remove(threadId: string): void
  /** Forgets the list: another server, other threads. */
  reset(): void
}

/** The list of threads, newest first, and what can be done with one. */
export function createHistory(core: ChatCore, threads: Threads): History {
  let cursor: string | null = null
  /** Which reading of the list is the current one; an older answer that comes late is dropped. */
  let reading = 0

  async function read(after: string | null): Promise<void> {
    reading += 1
    const mine = reading
    core.patchHistory({ status: 'loading', error: null })
    try {
      const page = await core
        .client()
        .request('threads.list', { limit: PAGE_SIZE, order: 'desc', ...(after ? { after } : {}) })
      if (mine !== reading) return
      cursor = page.has_more ? (page.after ?? null) : null
      const rows = page.data.map(({ items: _, ...thread }) => thread)
      const before = after ? core.get().history.threads : []
      const known = new Set(before.map(({ id }) => id))
      core.patchHistory({
        status: 'ready',
        threads: [...before, ...rows.filter(({ id }) => !known.has(id))],
        hasMore: cursor !== null,
      })
    } catch (error) {
      if (mine !== reading) return
      core.patchHistory({ status: 'failed', error: failureOf(error) })
      core.report('HistoryViewError', error)
    }
  }

  /** Runs a change of one thread; what fails is shown above the list, which stays as it was. */
  async function change(threadId: string, work: () => Promise<void>): Promise<void> {
    if (core.get().history.pendingId) return
    core.patchHistory({ pendingId: threadId, error: null })
    try {
      await work()
      core.patchHistory({ pendingId: null })
    } catch (error) {
      core.patchHistory({ pendingId: null, error: failureOf(error, false) })
      core.report('HistoryViewError', error)
    }
  }

  function renamed(threadId: string, title: string): void {
    const { history, thread } = core.get()
    const rename = (row: ThreadMetadata) => (row.id === threadId ? { ...row, title } : row)
    core.patchHistory({ threads: history.threads.map(rename) })
    if (thread.thread?.id === threadId) core.patch({ thread: { ...thread, thread: rename(thread.thread) } })
  }

  return {
    show() {
      if (core.get().history.open) return
      core.patchHistory({ open: true })
      core.log('history.open')
      core.emit('chatkit.history.open', undefined)
      void read(null)
    },
    hide() {
      if (!core.get().history.open) return
      core.patchHistory({ open: false, error: null })
      core.log('history.close')
      core.emit('chatkit.history.close', undefined)
    },
    reload: () => void read(null),
    loadMore() {
      const { status } = core.get().history
      if (cursor && status !== 'loading') void read(cursor)
    },
    rename(threadId, title) {
      const text = title.trim()
      if (text === '') return
      void change(threadId, async () => {
        await core.client().request('threads.update', { thread_id: threadId, title: text })
        renamed(threadId, text)
      })
    },
    remove(threadId) {
      void change(threadId, async () => {
        await core.client().request('threads.delete', { thread_id: threadId })
        core.patchHistory({ threads: core.get().history.threads.filter(({ id }) => id !== threadId) })
        if (core.get().threadId === threadId) threads.close()
      })
    },
    reset() {
      reading += 1
      cursor = null
      core.patchHistory({ status: 'idle', threads: [], hasMore: false, error: null, pendingId: null })
      if (core.get().history.open) void read(null)
    },
  }
}
