import type { Client, UploadStrategy } from '../../client/index.ts'
import { ParlorError } from '../../errors.ts'
import type { ThreadStreamEvent } from '../../protocol/index.ts'
import { emptyThreadState, reduce } from '../../updates/index.ts'
import type { EmitChatEvent } from './events.ts'
import { type ChatErrorName, chatError } from './failures.ts'
import type { ChatOptions } from './options.ts'
import type { ChatState, ComposerState, HistoryState, TurnState } from './state.ts'
import { createStore, type Store } from './store.ts'

/** What every part of the controller works with: the state, the host, the server. */
export interface ChatCore {
  readonly store: Store<ChatState>
  get(): ChatState
  patch(change: Partial<ChatState>): void
  patchTurn(change: Partial<TurnState>): void
  patchHistory(change: Partial<HistoryState>): void
  patchComposer(change: Partial<ComposerState>): void
  /** Puts an event of the server into the thread. */
  apply(event: ThreadStreamEvent): void
  /** Makes another thread the active one, empty for now, and tells the host. */
  switchThread(threadId: string | null): void
  /** The options as last set. */
  options(): ChatOptions
  client(): Client
  uploadStrategy(): UploadStrategy
  emit: EmitChatEvent
  /** Reports through `chatkit.error`, under a stable name. */
  report(name: ChatErrorName, cause: unknown): void
  /** Tells what was done, never what was written. */
  log(name: string, data?: Record<string, unknown>): void
  createId(): string
  now(): Date
}

export interface CoreInit {
  emit: EmitChatEvent
  client: () => Client
  uploadStrategy: () => UploadStrategy
  createId: () => string
  now: () => Date
}

const initialState: ChatState = {
  options: null,
  status: 'loading',
  error: null,
  threadId: null,
  threadLoad: 'idle',
  threadLoadError: null,
  thread: emptyThreadState,
  older: 'none',
  turn: { status: 'idle', kind: null, pendingMessage: null, error: null },
  history: { open: false, status: 'idle', threads: [], hasMore: false, error: null, pendingId: null },
  composer: {
    content: [],
    attachments: [],
    attachmentError: null,
    toolId: null,
    modelId: null,
    reply: null,
    dictation: 'idle',
    focusRequests: 0,
  },
  search: null,
  feedback: {},
}

/** Makes the part that all others share. */
export function createCore({ emit, client, uploadStrategy, createId, now }: CoreInit): ChatCore {
  const store = createStore(initialState)
  const patch = (change: Partial<ChatState>) => store.set((state) => ({ ...state, ...change }))
  return {
    store,
    get: store.get,
    patch,
    patchTurn: (change) => store.set((state) => ({ ...state, turn: { ...state.turn, ...change } })),
    patchHistory: (change) => store.set((state) => ({ ...state, history: { ...state.history, ...change } })),
    patchComposer: (change) => store.set((state) => ({ ...state, composer: { ...state.composer, ...change } })),
    apply: (event) =>
      store.set(
        (state) => {
          const thread = reduce(state.thread, event)
          return thread === state.thread ? state : { ...state, thread }
        },
        // Hundreds of these may come at once; nobody sees more than one picture per frame.
        event.type === 'thread.item.updated' ? 'soon' : 'now',
      ),
    switchThread(threadId) {
      const before = store.get()
      patch({
        threadId,
        threadLoad: 'idle',
        threadLoadError: null,
        thread: emptyThreadState,
        older: 'none',
        turn: initialState.turn,
        composer: { ...before.composer, reply: null },
        search: null,
        feedback: {},
      })
      if (before.threadId !== threadId) emit('chatkit.thread.change', { threadId })
    },
    options() {
      const { options } = store.get()
      if (options) return options
      throw new ParlorError('misuse', { at: 'options', problem: 'None yet', hint: 'Call setOptions first' })
    },
    client,
    uploadStrategy,
    emit,
    report: (name, cause) => emit('chatkit.error', { error: chatError(name, cause) }),
    log: (name, data) => emit('chatkit.log', data === undefined ? { name } : { name, data }),
    createId,
    now,
  }
}
