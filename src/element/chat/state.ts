import type { Command, Entity, StartScreenPrompt } from '@openai/chatkit'
import type { WidgetRoot } from '../../kit/index.ts'
import type { Attachment, ThreadMetadata, UserContent, UserMessageItem, WireAction } from '../../protocol/index.ts'
import type { ThreadState } from '../../updates/index.ts'
import type { ChatOptions } from './options.ts'
import type { SendUserMessageParams, SetComposerValueParams } from './params.ts'

/** What went wrong, as the view tells it: `message` is the server's own text, else the view words the `code`. */
export interface Failure {
  code: FailureCode
  /** Text written for the user, from the server; null when there is none. */
  message: string | null
  canRetry: boolean
  /** What a refused file was measured by: bytes for `too_large`, files for `too_many`. */
  limit?: number
}

/** `stream.error` and any other code a server may send, and the ones the element itself knows. */
export type FailureCode =
  | 'stream.error' // the answer failed on the server
  | 'custom' // the server's message says it
  | 'network' // no answer, or one that broke off
  | 'unauthorized'
  | 'http_error'
  | 'too_large'
  | 'too_many'
  | 'wrong_type'
  | 'unknown'
  | (string & {})

/** A file on its way to the server, or there already. `id` is local to the composer. */
export interface DraftAttachment {
  id: string
  name: string
  mimeType: string
  status: 'uploading' | 'done' | 'failed'
  /** 0 to 1, or null while it cannot be told. */
  progress: number | null
  error: Failure | null
  /** A URL for an `<img>`, for images only. */
  preview: string | null
  /** What the server knows it as, once it is there. */
  attachment: Attachment | null
}

export type DictationState = 'idle' | 'recording' | 'transcribing' | 'failed'

/** What the person is about to send. */
export interface ComposerState {
  /** Text and tags in reading order; neighbouring texts are joined, an empty draft is an empty list. */
  content: readonly UserContent[]
  attachments: readonly DraftAttachment[]
  /** Files that were refused, until the next change. */
  attachmentError: Failure | null
  toolId: string | null
  modelId: string | null
  /** A quoted passage shown above the composer. */
  reply: string | null
  dictation: DictationState
  /** Grows with every wish to have the focus. */
  focusRequests: number
}

/** The open list over the composer: `@` finds entities, `/` finds commands. */
export interface SearchState {
  kind: 'entity' | 'command'
  query: string
  status: 'loading' | 'ready' | 'failed'
  entities: readonly Entity[]
  commands: readonly Command[]
  /** How many menus deep the commands are. */
  level: number
}

export interface HistoryState {
  open: boolean
  status: 'idle' | 'loading' | 'ready' | 'failed'
  threads: readonly ThreadMetadata[]
  hasMore: boolean
  error: Failure | null
  /** The thread whose rename or delete is on its way. */
  pendingId: string | null
}

export interface TurnState {
  /** `sending` until the server took the message or answered, `client_tool` while the host's function runs. */
  status: 'idle' | 'sending' | 'streaming' | 'client_tool'
  /** What the person did to start it. Only a message shows the optimistic bubble. */
  kind: 'message' | 'retry' | 'action' | 'structured_input' | null
  /** Shown as the last message until the server's own item arrives. */
  pendingMessage: UserMessageItem | null
  error: Failure | null
}

/** Everything the view draws; replaced as a whole with every change, unchanged parts keep their identity. */
export interface ChatState {
  /** Null until the first `setOptions`. */
  options: ChatOptions | null
  /** `failed` when the host's `getClientSecret` failed: nothing can be asked of the server. */
  status: 'loading' | 'ready' | 'failed'
  error: Failure | null
  /** Null is the new-thread view. While a thread loads, the one that loads. */
  threadId: string | null
  threadLoad: 'idle' | 'loading' | 'failed'
  threadLoadError: Failure | null
  thread: ThreadState
  /** Older items of this thread that are not here yet. */
  older: 'none' | 'available' | 'loading' | 'failed'
  turn: TurnState
  history: HistoryState
  composer: ComposerState
  search: SearchState | null
  /** By item id: every item of a rated response. */
  feedback: Readonly<Record<string, 'positive' | 'negative'>>
}

/** How an action of a widget wants to be handled; already resolved, never a default. */
export interface ActionRoute {
  handler: 'server' | 'client'
  streaming: boolean
}

/** One person's answers to a structured input, by input id. */
export type StructuredAnswers = Record<string, { values: string[]; skipped: boolean }>

/** What the view may ask for. None of them throws or rejects, except where the return type is a promise of a result. */
export interface ChatActions {
  /** Sends the composer's content; does nothing while it cannot be sent. */
  send(): void
  /** Aborts the running response; what came stays. */
  stop(): void
  /** Repeats what `turn.error` says can be retried. */
  retry(): void
  dismissError(): void
  startPrompt(prompt: StartScreenPrompt): void

  newThread(): void
  openThread(threadId: string): void
  /** Loads the thread (or the client secret) again after a failure. */
  reload(): void
  loadOlder(): void

  showHistory(): void
  hideHistory(): void
  /** The first page again, after a failure. */
  reloadHistory(): void
  loadMoreHistory(): void
  renameThread(threadId: string, title: string): void
  deleteThread(threadId: string): void

  setDraft(content: readonly UserContent[]): void
  setReply(text: string | null): void
  attachFiles(files: readonly File[]): void
  removeAttachment(id: string): void
  retryAttachment(id: string): void
  selectTool(toolId: string | null): void
  selectModel(modelId: string): void
  startDictation(): void
  /** Ends the recording; the text is put at the end of the draft. */
  stopDictation(): void
  cancelDictation(): void

  /** The view has the caret: it says what stands after `@` or `/`, and puts in what was picked. */
  searchEntities(query: string): void
  searchCommands(query: string): void
  closeSearch(): void
  /** Runs a command; resolves to the entity to put in, or null when there is none (another menu, or an effect only). */
  selectCommand(command: Command): Promise<Entity | null>

  /** `itemIds`: every item of the response. */
  giveFeedback(itemIds: readonly string[], kind: 'positive' | 'negative'): void
  /** Asks again: `itemId` is the user message, everything after it goes. */
  retryItem(itemId: string): void
  /** Settles when the action is through; never rejects (the failure is shown and reported). */
  customAction(itemId: string, action: WireAction, route: ActionRoute): Promise<void>
  /** An action in an entity's preview, which has no item: the host handles it. */
  previewAction(entity: Entity, widget: WidgetRoot, action: WireAction): Promise<void>
  /** Null answers skip the whole input. */
  answerStructuredInput(itemId: string, answers: StructuredAnswers | null): void

  clickEntity(entity: Entity): void
  /** The host's card for an entity; null when it has none. */
  previewEntity(entity: Entity): Promise<WidgetRoot | null>
  /** True when the address was a `chatkit-link://` one and has been reported. */
  openLink(href: string): boolean
  headerAction(side: 'left' | 'right'): void
  /** What a part of the view could not draw, e.g. a widget. */
  reportProblem(error: Error): void
  /** A part of the view's own code that could not be loaded. */
  reportMissingPart(cause: unknown): void
}

/** The methods of the tag, without `setOptions`. */
export interface ChatMethods {
  focusComposer(): Promise<void>
  setThreadId(threadId: string | null): Promise<void>
  sendUserMessage(params: SendUserMessageParams): Promise<void>
  setComposerValue(params: SetComposerValueParams): Promise<void>
  sendCustomAction(action: WireAction, itemId?: string): Promise<void>
  showHistory(): Promise<void>
  hideHistory(): Promise<void>
  fetchUpdates(): Promise<void>
}

/** The controller of one element, an external store for `useSyncExternalStore`. */
export interface Chat {
  getState(): ChatState
  /** Calls back after changes: at most once per microtask, and once per frame for text that streams in. */
  subscribe(listener: () => void): () => void
  readonly actions: ChatActions
  readonly methods: ChatMethods
  /** Checks and applies a full set of options; throws when they cannot be used. */
  setOptions(options: unknown): void
  /** The element is in a document (again). */
  connect(): void
  /** Aborts everything and forgets its listeners. */
  dispose(): void
}
