import type { z } from 'zod'
import type { WidgetRoot } from '../kit/index.ts'
import type {
  AssistantMessageItem,
  JsonObject,
  NoticeEvent,
  StructuredInputItem,
  structuredInputSchema,
  ThreadMetadata,
  ThreadStreamEventInput,
  UserMessageItem,
  WidgetItem,
} from '../protocol/index.ts'
import type { StatefulWidget } from './draw-widget.ts'
import type { LiveOptions, LiveWidget } from './live-widget.ts'
import type { ServerLog } from './log.ts'
import type { ScopedStore } from './store.ts'

/** The thread of a turn: what is set here is saved, and told to the client. `metadata` never leaves the server. */
export type TurnThread = Pick<ThreadMetadata, 'title' | 'status' | 'allowed_image_domains' | 'metadata'> &
  Readonly<Pick<ThreadMetadata, 'id' | 'created_at'>>

/** What the client answered to `turn.callClient`. */
export interface ToolResult {
  tool: string
  arguments: JsonObject
  result: unknown
  callId: string
}

/** A question as a server writes it; what has a default may be left out. */
export type Question = z.input<typeof structuredInputSchema>

export interface ShowOptions {
  /** What the client's copy button takes. */
  copyText?: string
}

/**
 * One answer of the server, while it is being made. What is said is queued at once, in the order of the calls; each call's
 * promise resolves when the client's reading has come that far, and rejects when the client has gone. Waiting is optional.
 */
export interface Turn<Context = unknown> {
  readonly thread: TurnThread
  /** What the user wrote; `null` when the turn goes on after a client tool, a structured input or an action. */
  readonly message: UserMessageItem | null
  /** The text of `message`, tags included. */
  readonly text: string
  /** Set when the turn goes on after `callClient`. */
  readonly toolResult: ToolResult | null
  /** Set when the turn goes on after the user answered, or skipped, a structured input. */
  readonly answered: StructuredInputItem | null
  readonly context: Context
  /** The language the client asks for, such as `fr` or `de-CH`. */
  readonly locale: string | null
  /** Aborts when the client goes away. */
  readonly signal: AbortSignal
  /** The store, for this turn's user. */
  readonly store: ScopedStore
  readonly log: ServerLog

  /** An assistant's message: as one text, or piece by piece as it comes. */
  say(text: string | Iterable<string> | AsyncIterable<string>): Promise<AssistantMessageItem>
  /** A widget drawn from its state, which is kept for the actions that change it. */
  show<Input>(widget: StatefulWidget<Input>, state: NoInfer<Input>): Promise<WidgetItem>
  /** A widget as JSON, without a state. */
  show(root: WidgetRoot, options?: ShowOptions): Promise<WidgetItem>
  /** A widget that changes while the turn goes on; what is not `done` by the end of the turn is done as it stands. */
  live<Input>(widget: StatefulWidget<Input>, state: NoInfer<Input>, options?: LiveOptions): LiveWidget<Input>
  live(root: WidgetRoot, options?: ShowOptions & LiveOptions): LiveWidget<WidgetRoot>
  /** What the assistant is doing, until the next progress, message or the end. */
  progress(text: string, icon?: string): Promise<void>
  /** An event for the page around the chat (`chatkit.effect`). */
  effect(name: string, data?: JsonObject): Promise<void>
  /** A notice above the composer; `message` is markdown. Not stored. */
  notice(message: string, options?: { level?: NoticeEvent['level']; title?: string }): Promise<void>
  /** Something for the model alone: kept in the thread, never sent to a client. */
  remember(content: unknown): Promise<void>
  /** Any event of the protocol; what has a default may be left out. */
  emit(event: ThreadStreamEventInput): Promise<void>
  /** Asks the client to run a tool, and ends the turn: `return turn.callClient('name', args)`. The answer starts a new one. */
  callClient(tool: string, args?: JsonObject): Promise<void>
  /** Puts questions in place of the composer, and ends the turn. The answers start a new one, with `answered`. */
  ask(...questions: Question[]): Promise<void>
}
