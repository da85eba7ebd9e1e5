export type { UserSource } from './asked-by.ts'
export type { Cors } from './cors.ts'
export type { RouteLog } from './log.ts'
export { type ProxyRouteOptions, proxyRoute } from './proxy/proxy-route.ts'
export type { Chat } from './sessions/ask-chat.ts'
export {
  type ChatSessions,
  type ChatSessionsOptions,
  chatSessions,
  type SessionContext,
} from './sessions/chat-sessions.ts'
export type { SessionUpkeep } from './sessions/rest-threads.ts'
export type { ChatSession, CreateSession, SessionClaims } from './sessions/session.ts'
export {
  type HostedSessionOptions,
  type OwnSessionOptions,
  type OwnSessionRoutes,
  sessionRoutes,
} from './sessions/session-routes.ts'
export type { StarterRoutes } from './sessions/starter.ts'
export { type ProcessMemoryOptions, processMemory, type ShortMemory } from './short-memory.ts'
export type { Secrets } from './signed-tokens.ts'
export { type TokenContext, type TokenRoutes, type TokenRoutesOptions, tokenRoutes } from './token-routes.ts'
export { type ActionRouteOptions, actionRoute, type PostedAction } from './webhook/action-route.ts'
export { type PostActionOptions, postAction } from './webhook/post-action.ts'
