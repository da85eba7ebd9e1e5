import type { ActionHandlers } from '../actions/index.ts'
import type { ThreadItem, ThreadMetadata, UploadDescriptor, UserMessageItem } from '../protocol/index.ts'
import type { ActionCall, SyncActionCall } from './action-call.ts'
import type { AnyWidget } from './draw-widget.ts'
import type { MakeId } from './ids.ts'
import type { Limits } from './limits.ts'
import type { ServerLog } from './log.ts'
import type { Answering } from './run-turn.ts'
import type { ChatStore, ScopedStore, StoredAttachment } from './store.ts'
import type { Turn } from './turn.ts'
import type { Wait } from './wait.ts'

/** What a request's context has to tell: whose data this is about. Anything else in it is the host's own. */
export interface UserContext {
  readonly user: string
}

/** What the smaller handlers may use. */
export interface Tools<Context> {
  context: Context
  store: ScopedStore
  signal: AbortSignal
  log: ServerLog
}

export interface Feedback {
  threadId: string
  itemIds: string[]
  kind: 'positive' | 'negative'
}

/** A turn that its client has left before it was complete. */
export interface Cancelled {
  thread: ThreadMetadata
  /** The message it was to answer, if it was one. */
  message: UserMessageItem | null
  /** Items that were begun and are not done, as far as they have come. */
  pending: ThreadItem[]
  /** Keeps what is kept without `onCancel`: pending messages with some text, and a note for the model. */
  keep(): Promise<void>
}

export interface Audio {
  data: Uint8Array
  /** As the client told it, such as `audio/webm;codecs=opus`. */
  mimeType: string
  /** Without its parameters: `audio/webm`. */
  mediaType: string
}

export interface NewFile {
  id: string
  name: string
  size: number
  mimeType: string
}

/**
 * Where a new attachment's bytes go. With `previewUrl` it is shown as an image; `metadata` stays on the server; `name` and
 * `mimeType` replace what the client told.
 */
export interface PreparedFile {
  upload?: UploadDescriptor
  previewUrl?: string
  name?: string
  mimeType?: string
  metadata?: Record<string, unknown>
}

/** What files may use of a request: whose it is, and the address that was asked. */
export interface FileTools<Context> extends Tools<Context> {
  user: string
  url: string
}

/** What answers uploads and previews; over all users, because a signed address tells itself whose file it is. */
export interface FileDesk<Context> {
  store: ChatStore
  id: MakeId
  log: ServerLog
  /** Who asks, by the server's own `context`; throws what refuses them. */
  tools(): Promise<FileTools<Context>>
}

/** Where the bytes of attachments live: `attachmentFiles(…)`, or your own. */
export interface AttachmentFiles<Context> {
  create(file: NewFile, tools: FileTools<Context>): PreparedFile | Promise<PreparedFile>
  /** Called before a message with it is taken: what is kept and shown from then on; throw to refuse the message. */
  settle?(attachment: StoredAttachment, tools: FileTools<Context>): StoredAttachment | Promise<StoredAttachment>
  /** Removes the bytes; what is not there is no error. */
  delete?(attachmentId: string, tools: FileTools<Context>): void | Promise<void>
  /** Answers requests to addresses of files; `null` for every other request. */
  answer?(request: Request, desk: FileDesk<Context>): Promise<Response> | null
}

/** TypeScript reads `on(…)` before it knows the context: handlers then know its `user` alone, and all of it by `createChatServer<Context>`. */
type OrUser<Context> = [Context] extends [never] ? UserContext : Context

export interface ChatServerOptions<Context> {
  /** Where threads live: `memoryStore()`, or one of your own. */
  store: ChatStore
  /** Who asks, and what your handlers want to know of it; throw `unauthorized` to refuse. Without it everybody is one user. */
  context?: (request: Request) => Context | Promise<Context>
  /** Answers a message; also called with what a client tool or a structured input gave. */
  respond: (turn: Turn<Context>) => Answering
  /** What the actions of widgets do, with a streamed answer: `on(action, handler)`, and lists of them: `handlers(widget, { … })`. */
  actions?: ActionHandlers<NoInfer<ActionCall<OrUser<Context>>>>
  /** What actions with `streaming: false` do: they answer with the changed widget alone. */
  syncActions?: ActionHandlers<NoInfer<SyncActionCall<OrUser<Context>>>>
  /** Widgets that `update` may have to draw before this process has shown one, after a restart. */
  widgets?: readonly AnyWidget[]
  /** What is kept of an answer that was stopped, while the thread is still held: call `keep`, or do something else instead. */
  onCancel?: (cancelled: Cancelled, tools: Tools<Context>) => unknown
  feedback?: (feedback: Feedback, tools: Tools<Context>) => unknown
  /** Turns speech into text. */
  transcribe?: (audio: Audio, tools: Tools<Context>) => string | Promise<string>
  /** Where files go that users attach: `attachmentFiles(…)`, or your own. */
  attachments?: AttachmentFiles<NoInfer<Context>>
  /** Whether clients may offer a stop button; they do by default. */
  allowCancel?: boolean
  /** Origins that browsers may call from: `'*'`, or a list. By default none but the server's own. */
  cors?: '*' | readonly string[]
  ids?: MakeId
  now?: () => Date
  log?: ServerLog
  limits?: Partial<Limits>
  /** What requests are counted by before it is known who asks, such as the address that a proxy of yours tells; see `requestsPerMinute`. */
  rateKey?: (request: Request) => string | null | undefined
  /** Users are known by cookies: then browsers may call from this origin and those of `cors` alone, and with JSON alone. */
  cookies?: boolean
  /** Silence after which a comment keeps a stream open, in ms: 15 s unless set, never with 0. */
  heartbeatMs?: number
  /** How the server lets time pass, for tests: resolves after `ms`, or as soon as `signal` aborts. */
  wait?: Wait
}
