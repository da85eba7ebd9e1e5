export { type HeadersSource, type SecretSource, withHeaders } from '../client/index.ts'
export { type AnonymousUserIdOptions, anonymousUserId } from './anonymous-user-id.ts'
export {
  type CheckedTool,
  type ClientTool,
  type ClientTools,
  clientTools,
  type OnClientTool,
  type ToolParams,
  tool,
} from './client-tools.ts'
export { createHost, type Host, type HostSetup, type HostState } from './create-host.ts'
export {
  type CheckedEffect,
  type EffectData,
  type EffectHandler,
  type Effects,
  effect,
  effects,
  type OnEffect,
} from './effects.ts'
export type { CustomApi, HostExtras, HostedApi, HostHandlers, HostOptions } from './host-options.ts'
export { type ChatKitLoad, type LoadOptions, type LoadState, loadChatKit } from './load-chatkit.ts'
export type { Report } from './report.ts'
export type { KeyValueStorage } from './stored-text.ts'
export { type ThreadMemory, type ThreadMemoryOptions, threadMemory } from './thread-memory.ts'
export { type OnAction, type WidgetActionCall, type WidgetActionHandler, widgetActions } from './widget-actions.ts'
