import type { ChatKitOptions, OpenAIChatKit } from '@openai/chatkit'
import type { ParlorError } from '../errors.ts'
import { anonymousUserId } from './anonymous-user-id.ts'
import { attachHost } from './attach-host.ts'
import { chatError, isFatal } from './chat-error.ts'
import { hostFetch } from './host-api.ts'
import type { HostHandlers, HostOptions } from './host-options.ts'
import { type ChatKitLoad, type LoadState, loadChatKit } from './load-chatkit.ts'
import { officialHandlers, officialOptions } from './official.ts'
import type { Report } from './report.ts'
import { threadMemory } from './thread-memory.ts'

/** Where the chat stands, for the page around it. */
export interface HostState {
  /** Whether `<openai-chatkit>` is there and can be used. */
  status: 'loading' | 'ready' | 'failed'
  /** Why it failed, or what last went wrong in the chat; null again with the next response. */
  error: ParlorError | null
  threadId: string | null
}

/** What to give to the element: options for `setOptions`, handlers for its events. */
export interface HostSetup {
  options: ChatKitOptions
  handlers: HostHandlers
}

/** A page's side of one chat. */
export interface Host extends HostSetup {
  /** Takes new options; everything already handed out uses them from now on. */
  configure(options: HostOptions): HostSetup
  getState(): HostState
  /** The state before anything ran, for rendering on a server. */
  getInitialState(): HostState
  /** Called after each change. What `load` says is loaded while anybody is subscribed. */
  subscribe(listener: () => void): () => void
  /** Sets an element up and keeps it so, without any framework; the function returned lets go of it. */
  attach(element: OpenAIChatKit): () => void
  dispose(): void
}

/**
 * Wires a chat to its page.
 * @example
 * const host = createHost({ api: { url: '/chatkit' }, tools: { page_title: () => ({ title: document.title }) } })
 * host.attach(document.querySelector('openai-chatkit'))
 */
export function createHost(initial: HostOptions): Host {
  let current = initial
  const memory = initial.remember
    ? threadMemory(typeof initial.remember === 'string' ? { key: initial.remember } : {})
    : null
  const remembered = initial.initialThread ?? memory?.get() ?? null
  const initialState: HostState = { status: 'loading', error: null, threadId: remembered }
  let state = initialState
  const listeners = new Set<() => void>()
  let load: ChatKitLoad | null = null

  const set = (change: Partial<HostState>) => {
    const next = { ...state, ...change }
    if (next.status === state.status && next.error === state.error && next.threadId === state.threadId) return
    state = next
    for (const listener of listeners) listener()
  }
  const report: Report = (error) => (current.onProblem ?? console.warn)(error)
  const followLoad = ({ status, error }: LoadState) => {
    set({ status, error })
    if (error) report(error)
  }
  const fetch = hostFetch(() => current.api, userHeaders)
  const ours: HostHandlers = {
    onReady: () => set({ status: 'ready', error: null }),
    onResponseStart: () => set({ error: null }),
    onError: ({ error }) => {
      memory?.onError(error)
      set({ error: chatError(error), ...(isFatal(error) ? { status: 'failed' } : {}) })
    },
    onThreadChange: ({ threadId }) => {
      memory?.set(threadId)
      set({ threadId })
    },
  }

  const host: Host = {
    ...setup(),
    configure(options) {
      current = options
      return Object.assign(host, setup())
    },
    getState: () => state,
    getInitialState: () => initialState,
    subscribe(listener) {
      listeners.add(listener)
      if (load === null) {
        const started = loadChatKit(typeof initial.load === 'function' ? { load: initial.load } : initial.load)
        started.subscribe(() => followLoad(started.getState()))
        load = started
        followLoad(started.getState())
      }
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) stopLoading()
      }
    },
    attach: (element) => attachHost(host, element),
    dispose() {
      listeners.clear()
      stopLoading()
    },
  }

  function setup(): HostSetup {
    return {
      options: officialOptions(current, { fetch, initialThread: remembered, report }),
      handlers: officialHandlers(current, ours, report),
    }
  }

  function userHeaders(): Record<string, string> {
    const { userId } = current
    return userId ? { [userId.header]: anonymousUserId(userId.key ? { key: userId.key } : {}) } : {}
  }

  function stopLoading(): void {
    load?.stop()
    load = null
  }

  return host
}
