import type { Cors } from '../cors.ts'
import { consoleLog, type RouteLog } from '../log.ts'
import type { Chat } from './ask-chat.ts'
import type { ChatSessions } from './chat-sessions.ts'
import { type HostedApiOptions, hostedApi } from './hosted-api.ts'
import { ownApi } from './own-api.ts'
import type { SessionUpkeep } from './rest-threads.ts'
import { sessionEndpoints } from './session-endpoints.ts'
import { type StarterOptions, type StarterRoutes, starterRoutes } from './starter.ts'

interface CommonOptions extends StarterOptions {
  log?: RouteLog
}

/** Sessions of OpenAI's API: the key stays on this server. */
export interface HostedSessionOptions extends CommonOptions, HostedApiOptions {}

/** The same API, answered here by a chat server of your own. */
export interface OwnSessionOptions extends CommonOptions {
  /** Made with the secret that signs; its `context` is the chat server's, too. */
  sessions: ChatSessions
  chat: Chat
  /** `store.upkeep` of the chat's store. */
  upkeep: SessionUpkeep
  /** Which keys the REST endpoints take. `'any'` is for a server that nobody else reaches: a key sees every user's threads. */
  apiKeys: 'any' | readonly string[]
  /** Origins that browsers may call from; by default none but the server's own. */
  cors?: Cors
  /** Of a request to `/v1/chatkit/conversation`; default 10 MiB. */
  maxBodyBytes?: number
}

export interface OwnSessionRoutes extends StarterRoutes {
  /** `…/v1/chatkit/*`: sessions and threads for a key, conversation and files for a client secret. */
  fetch(request: Request): Promise<Response>
}

/**
 * Hosted ChatKit's sessions. With an `apiKey` they are OpenAI's; with `sessions` and a `chat` they are this server's, under the
 * same addresses, so that the `openai` client and pages with `getClientSecret` run on unchanged.
 *
 * @example
 * export const { create: POST } = sessionRoutes({ apiKey: process.env.OPENAI_API_KEY, workflow: 'wf_1' })
 *
 * @example
 * const sessions = chatSessions({ secret: env.SESSION_SECRET })
 * const chat = createChatServer({ store, context: sessions.context, respond })
 * const routes = sessionRoutes({ sessions, chat, upkeep: store.upkeep, apiKeys: [env.PARLOR_API_KEY] })
 */
export function sessionRoutes(options: OwnSessionOptions): OwnSessionRoutes
export function sessionRoutes(options: HostedSessionOptions): StarterRoutes
export function sessionRoutes(options: OwnSessionOptions | HostedSessionOptions): StarterRoutes {
  const { log = consoleLog } = options
  if (!('sessions' in options)) return starterRoutes(hostedApi(options), options, log)
  const starter = starterRoutes(ownApi(options.sessions, log), options, log)
  const routes: OwnSessionRoutes = { ...starter, fetch: sessionEndpoints(options, log) }
  return routes
}
