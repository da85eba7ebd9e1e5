import type { ChatKitEvents, ChatKitOptions } from '@openai/chatkit'
import type { Fetch, HeadersSource, SecretSource, UploadStrategy } from '../client/index.ts'
import type { ClientTools } from './client-tools.ts'
import type { Effects } from './effects.ts'
import type { LoadOptions } from './load-chatkit.ts'
import type { Report } from './report.ts'
import type { WidgetActionHandler } from './widget-actions.ts'

/** A chat server of your own. */
export interface CustomApi {
  url: string
  /** Joined to those of each request, as a value, a promise, or a function that is asked each time. */
  headers?: HeadersSource | undefined
  /** Sent as `Authorization: Bearer`; a function is asked again, once, after a 401. */
  secret?: string | SecretSource | undefined
  fetch?: Fetch | undefined
  /** Checked by OpenAI's script only; any text does elsewhere. */
  domainKey?: string | undefined
  /** How attachments reach the server; needed when the composer takes some. */
  uploadStrategy?: UploadStrategy | undefined
  getClientSecret?: never
}

/** A hosted session: all that ChatKit takes is the function that gets its secret. */
export interface HostedApi {
  getClientSecret(current: string | null): Promise<string>
  url?: never
}

type CamelCase<Name extends string> = Name extends `${infer Head}.${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : Name
type HandlerName<Event extends string> = CamelCase<Event> extends `chatkit${infer Name}` ? `on${Name}` : never

/** The element's events as handlers: `chatkit.thread.change` is `onThreadChange`, called with the event's detail. */
export type HostHandlers = {
  [Event in keyof ChatKitEvents as HandlerName<Event>]?: ChatKitEvents[Event] extends CustomEvent<infer Detail>
    ? [undefined] extends [Detail]
      ? () => void
      : (detail: Detail) => void
    : never
}

/** What this host adds to ChatKit's own options. */
export interface HostExtras {
  /** Which server the chat talks to: one of your own by its `url`, or a hosted session by `getClientSecret`. */
  api: CustomApi | HostedApi
  /** Client tools by name: functions, or `tool({ params, run })`. */
  tools?: ClientTools | undefined
  /** What the page does on widget actions with `handler: 'client'`: `[on(action, handler)]`. */
  actions?: readonly WidgetActionHandler[] | undefined
  /** Client effects by name: functions, or `effect({ data, run })`. */
  effects?: Effects | undefined
  /** Sends a stable anonymous id in this header, kept under `key`. Own API only; off by default. */
  userId?: { header: string; key?: string } | false | undefined
  /** Opens the last thread again after a reload; a text is the storage key. Read once. */
  remember?: boolean | string | undefined
  /** What defines `<openai-chatkit>`, where the page does not do that itself. Read once. */
  load?: LoadOptions | (() => Promise<unknown>) | undefined
  /** Told of everything that goes wrong between the chat and this page; `console.warn` by default. */
  onProblem?: Report | undefined
}

/** ChatKit's options with a friendlier `api`, the host's own functions in tables, and the handlers of its events. */
export type HostOptions = Omit<ChatKitOptions, 'api'> & HostHandlers & HostExtras
