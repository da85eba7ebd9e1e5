import { checkWidget, type WidgetRoot } from '../kit/index.ts'
import type { JsonObject, NoticeEvent, ThreadStatus, ThreadStreamEventInput } from '../protocol/index.ts'
import type { LiveOptions, Question, ShowOptions, StatefulWidget } from '../server/index.ts'

/** What happens in a turn of a script, as a plain value. */
export type Step =
  | { kind: 'say'; text: string; pace?: number | undefined }
  | { kind: 'pause'; ms: number }
  | { kind: 'show'; widget: StatefulWidget<never>; state: never }
  | { kind: 'show'; widget?: undefined; root: WidgetRoot; options: ShowOptions }
  | {
      kind: 'live'
      widget: StatefulWidget<never>
      states: readonly [never, ...never[]]
      every: number
      options: LiveOptions
    }
  | { kind: 'progress'; text: string; icon?: string | undefined }
  | { kind: 'effect'; name: string; data: JsonObject }
  | { kind: 'notice'; message: string; options: NoticeOptions }
  | { kind: 'title'; title: string }
  | { kind: 'status'; status: ThreadStatus }
  | { kind: 'remember'; content: unknown }
  | { kind: 'emit'; event: ThreadStreamEventInput }
  | { kind: 'update'; next: NextState }
  | { kind: 'callClient'; tool: string; args: JsonObject }
  | { kind: 'ask'; inputs: readonly Question[] }
  | { kind: 'fail'; message?: string | undefined; retry: boolean }
  | { kind: 'stall' }
export type StepKind = Step['kind']

type NoticeOptions = { level?: NoticeEvent['level']; title?: string }
type NextState = JsonObject | ((state: JsonObject) => JsonObject)

/** An assistant's message, word by word; `pace` is the time between two words in ms. */
export function say(text: string, { pace }: { pace?: number } = {}): Step {
  return { kind: 'say', text, pace }
}

/** Nothing, for so many ms of the script's clock. */
export function pause(ms: number): Step {
  return { kind: 'pause', ms }
}

/** A widget in this state; a state that does not fit throws here, where it is written. */
export function show<Input>(widget: StatefulWidget<Input>, state: NoInfer<Input>): Step
/** A widget as JSON. */
export function show(root: WidgetRoot, options?: ShowOptions): Step
export function show(shown: StatefulWidget<never> | WidgetRoot, detail?: unknown): Step {
  if (typeof shown !== 'function')
    return { kind: 'show', root: checkWidget(shown), options: (detail ?? {}) as ShowOptions }
  const state = detail as never // the overloads see to it that it is the widget's
  shown(state)
  return { kind: 'show', widget: shown, state }
}

export interface PacedLive extends LiveOptions {
  /** Time between two states, in ms. */
  every?: number
}

/** A widget that goes through these states, one after the other, and stays in the last. */
export function live<Input>(
  widget: StatefulWidget<Input>,
  states: readonly [NoInfer<Input>, ...NoInfer<Input>[]],
  { every = 300, ...options }: PacedLive = {},
): Step {
  for (const state of states) widget(state)
  return { kind: 'live', widget, states: states as readonly unknown[] as readonly [never, ...never[]], every, options } // its own states
}

/** What the assistant is doing. */
export function progress(text: string, icon?: string): Step {
  return { kind: 'progress', text, icon }
}

/** An event for the page around the chat. */
export function effect(name: string, data: JsonObject = {}): Step {
  return { kind: 'effect', name, data }
}

/** A notice above the composer. */
export function notice(message: string, options: NoticeOptions = {}): Step {
  return { kind: 'notice', message, options }
}

/** Gives the thread a title. */
export function title(title: string): Step {
  return { kind: 'title', title }
}

/** Locks, closes or opens the thread. */
export function status(status: ThreadStatus): Step {
  return { kind: 'status', status }
}

/** Something for the model alone: kept in the thread, never shown. */
export function remember(content: unknown): Step {
  return { kind: 'remember', content }
}

/** Any event of the protocol. */
export function emit(event: ThreadStreamEventInput): Step {
  return { kind: 'emit', event }
}

/** On an action: the next state of the widget it came from, or how to make it from the present one. */
export function update(next: NextState): Step {
  return { kind: 'update', next }
}

/** Asks the client to run a tool; the last step, as the answer begins a new turn (`onToolResult`). */
export function callClient(tool: string, args: JsonObject = {}): Step {
  return { kind: 'callClient', tool, args }
}

/** Questions in place of the composer; the last step, as the answers begin a new turn (`onAnswers`). */
export function ask(...inputs: Question[]): Step {
  return { kind: 'ask', inputs }
}

/** The turn fails: with words for the user, or as an unexpected failure. The last step. */
export function fail(message?: string, { retry = true }: { retry?: boolean } = {}): Step {
  return { kind: 'fail', message, retry }
}

/** Nothing more comes until the client goes away. The last step. */
export function stall(): Step {
  return { kind: 'stall' }
}
