import type { MakeId } from './ids.ts'
import type { KnownWidgets } from './known-widgets.ts'
import type { ServerLog } from './log.ts'
import type { ChatServerOptions, FileTools, Tools } from './options.ts'
import type { Stop } from './stop.ts'
import type { ScopedStore } from './store.ts'

/** One request being answered, and all it may use. */
export interface Call<Context> {
  readonly options: ChatServerOptions<Context>
  readonly context: Context
  readonly user: string
  /** The address that was asked. */
  readonly url: string
  /** The store, for the user of this request. */
  readonly store: ScopedStore
  readonly widgets: KnownWidgets
  readonly locale: string | null
  /** Names what the user did; the same when the request is sent again. */
  readonly key: string | null
  /** Aborted when the client goes away; aborting it hangs up. */
  readonly gone: Stop
  readonly log: ServerLog
  readonly id: MakeId
  /** The time now, as the wire writes it. */
  now(): string
}

/** What the smaller handlers of a host may use of a call. */
export function tools<Context>({ context, store, gone, log }: Call<Context>): Tools<Context> {
  return {
    context,
    store,
    get signal() {
      return gone.native
    },
    log,
  }
}

/** What a host's files may use of a call. */
export function fileTools<Context>(call: Call<Context>): FileTools<Context> {
  return { ...tools(call), user: call.user, url: call.url }
}
