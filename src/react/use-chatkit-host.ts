import { type UseChatKitReturn, useChatKit } from '@openai/chatkit-react'
import { useMemo, useState, useSyncExternalStore } from 'react'
import { createHost, type HostOptions, type HostState } from '../connect/index.ts'

/** ChatKit's options and handlers, with an `api` of url and headers, tables of tools, actions and effects, and more. */
export type UseChatKitHostOptions = HostOptions

/** What `useChatKit` returns, and where the chat stands: `status`, `error`, `threadId`. */
export type UseChatKitHostReturn = UseChatKitReturn & HostState

/**
 * Wires a chat into a page; give `control` to `<ChatKit>`. Functions may be new with each render, the latest are used. `load`,
 * `remember` and the first `initialThread` are read once.
 * @example
 * const chat = useChatKitHost({ api: { url: '/chatkit', headers: () => ({ 'X-User-Id': user.id }) }, remember: true })
 * return chat.status === 'failed' ? <p>{chat.error?.message}</p> : <ChatKit control={chat.control} />
 */
export function useChatKitHost(options: UseChatKitHostOptions): UseChatKitHostReturn {
  const [host] = useState(() => createHost(options))
  const setup = host.configure(options)
  const chat = useChatKit({ ...setup.options, ...setup.handlers })
  const state = useSyncExternalStore(host.subscribe, host.getState, host.getInitialState)
  return useMemo(() => ({ ...chat, ...state }), [chat, state])
}
