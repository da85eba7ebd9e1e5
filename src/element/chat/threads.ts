import { isHidden, type ThreadItem, type ThreadMetadata } from '../../protocol/index.ts'
import { emptyThreadState } from '../../updates/index.ts'
import type { ChatCore } from './core.ts'
import { failureOf } from './failures.ts'
import type { Turns } from './turns.ts'

/** How many items are asked for at once, newest first. */
const PAGE_SIZE = 30

export interface Threads {
  /** Makes a thread the active one and loads its tail; resolves when it is there or another one was opened meanwhile. */
  open(threadId: string, which?: 'initial'): Promise<void>
  /** The new-thread view; no request until its first message. */
  close(): void
  /** Resolves when nothing loads. */
  settled(): Promise<void>
  loadOlder(): void
  /** Reads the active thread and its items again, quietly; what a turn brought meanwhile stays. */
  refresh(): Promise<void>
}

interface Loaded {
  thread: ThreadMetadata
  items: ThreadItem[]
  /** Where older items go on, null when there are none. */
  cursor: string | null
}

/** Opens, pages and re-reads threads. */
export function createThreads(core: ChatCore, turns: Turns): Threads {
  let loading: { controller: AbortController; end: () => void; done: Promise<void> } | null = null
  let cursor: string | null = null

  async function open(threadId: string, which?: 'initial'): Promise<void> {
    leave()
    core.switchThread(threadId)
    const controller = new AbortController()
    let end = () => {}
    const done = new Promise<void>((resolve) => {
      end = () => {
        if (loading?.controller !== controller) return
        loading = null
        core.emit('chatkit.thread.load.end', { threadId })
        resolve()
      }
    })
    loading = { controller, end, done }
    core.patch({ threadLoad: 'loading' })
    core.emit('chatkit.thread.load.start', { threadId })
    try {
      const loaded = await load(threadId, PAGE_SIZE, controller.signal)
      if (loading?.controller !== controller) return
      show(loaded)
    } catch (error) {
      if (loading?.controller !== controller) return
      core.patch({ threadLoad: 'failed', threadLoadError: failureOf(error) })
      core.report(which === 'initial' ? 'InitialThreadLoadError' : 'ThreadLoadError', error)
      throw error
    } finally {
      end()
    }
  }

  function show(loaded: Loaded): void {
    cursor = loaded.cursor
    core.patch({
      threadLoad: 'idle',
      older: cursor ? 'available' : 'none',
      thread: { ...emptyThreadState, thread: loaded.thread, items: loaded.items },
    })
  }

  /** `threads.get_by_id` gives the oldest items first: of a long thread the newest are asked for separately. */
  async function load(threadId: string, limit: number, signal?: AbortSignal): Promise<Loaded> {
    const { items, ...thread } = await core
      .client()
      .request('threads.get_by_id', { thread_id: threadId }, signal ? { signal } : {})
    if (!items.has_more) return { thread, items: items.data.filter((item) => !isHidden(item)), cursor: null }
    return { thread, ...(await tail(threadId, null, limit, signal)) }
  }

  /** One page backwards. Servers filter hidden items after paging: a page may be empty and not the last. A cursor that stands still is the end. */
  async function tail(threadId: string, after: string | null, limit: number, signal?: AbortSignal) {
    let from = after
    while (true) {
      const page = await core
        .client()
        .request(
          'items.list',
          { thread_id: threadId, order: 'desc', limit, ...(from ? { after: from } : {}) },
          signal ? { signal } : {},
        )
      from = page.has_more && page.after !== from ? (page.after ?? null) : null
      const items = page.data.filter((item) => !isHidden(item)).toReversed()
      if (items.length > 0 || !from) return { items, cursor: from }
    }
  }

  /** Ends what runs in the thread that is about to be left. */
  function leave(): void {
    turns.stop()
    const left = loading
    left?.end()
    left?.controller.abort()
    cursor = null
  }

  async function loadOlder(): Promise<void> {
    const { threadId, older } = core.get()
    if (!threadId || !cursor || older === 'loading') return
    core.patch({ older: 'loading' })
    try {
      const page = await tail(threadId, cursor, PAGE_SIZE)
      if (core.get().threadId !== threadId) return
      const { thread } = core.get()
      const known = new Set(thread.items.map(({ id }) => id))
      cursor = page.cursor
      core.patch({
        older: cursor ? 'available' : 'none',
        thread: { ...thread, items: [...page.items.filter(({ id }) => !known.has(id)), ...thread.items] },
      })
    } catch (error) {
      if (core.get().threadId !== threadId) return
      core.patch({ older: 'failed' })
      core.report('ThreadLoadError', error)
    }
  }

  async function refresh(): Promise<void> {
    const before = core.get()
    if (!before.threadId) return
    try {
      const loaded = await load(before.threadId, Math.max(PAGE_SIZE, before.thread.items.length))
      const now = core.get()
      if (now.threadId === before.threadId && now.thread === before.thread && now.turn.status === 'idle') show(loaded)
    } catch (error) {
      core.report('ThreadLoadError', error)
      throw error
    }
  }

  return {
    open,
    close() {
      leave()
      core.switchThread(null)
    },
    settled: () => loading?.done ?? Promise.resolve(),
    loadOlder: () => void loadOlder(),
    refresh,
  }
}
