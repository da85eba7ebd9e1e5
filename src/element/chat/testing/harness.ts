import { createClient } from '../../../client/index.ts'
import { type ChatInit, createChat } from '../chat.ts'
import type { ChatEventDetails, ChatEventName } from '../events.ts'
import type { Chat, ChatState } from '../state.ts'
import { type ScriptedServer, scriptedServer } from './scripted-server.ts'

/** A chat of the tests, with the server it talks to and everything it told its host, in order. */
export interface Harness {
  chat: Chat
  server: ScriptedServer
  /** Event names without `chatkit.`, errors with their name; logs are kept apart. */
  told: string[]
  logs: ChatEventDetails['chatkit.log'][]
  errors: Error[]
  warnings: string[]
  /** Called with every event, for tests that act on one. */
  listen(listener: (name: ChatEventName, detail: unknown) => void): void
  /** Resolves once the state is as asked. */
  until(condition: (state: ChatState) => boolean): Promise<ChatState>
  options(more?: Record<string, unknown>): Record<string, unknown>
}

/** Makes a chat that is connected and has its options, unless `options` is null. */
export function harness(options: Record<string, unknown> | null = {}, init: Partial<ChatInit> = {}): Harness {
  const server = scriptedServer()
  const told: string[] = []
  const logs: Harness['logs'] = []
  const errors: Error[] = []
  const warnings: string[] = []
  let listener: (name: ChatEventName, detail: unknown) => void = () => {}
  let ids = 0
  const chat = createChat({
    emit(name, detail) {
      if (detail && 'error' in detail) {
        errors.push(detail.error)
        told.push(`error ${detail.error.name}`)
      } else if (name === 'chatkit.log' && detail && 'name' in detail) logs.push(detail)
      else told.push(shortly(name, detail))
      listener(name, detail)
    },
    soon(callback) {
      let cancelled = false
      queueMicrotask(() => cancelled || callback())
      return () => {
        cancelled = true
      }
    },
    createClient: (clientOptions) => createClient({ ...clientOptions, retryDelays: [] }),
    fetch: server.fetch,
    browserLocale: () => 'en-GB',
    createId: () => `${++ids}`,
    now: () => new Date('2026-01-02T03:04:05Z'),
    previewOf: ({ name }) => `blob:${name}`,
    releasePreview: () => {},
    warn: (message) => warnings.push(message),
    ...init,
  })
  const allOptions = (more = {}) => ({
    api: { url: '/chatkit', domainKey: 'domain_pk_test', fetch: server.fetch },
    ...more,
  })
  if (options) {
    chat.setOptions(allOptions(options))
    chat.connect()
  }
  return {
    chat,
    server,
    told,
    logs,
    errors,
    warnings,
    listen(next) {
      listener = next
    },
    until: (condition) =>
      new Promise((resolve) => {
        const check = () => {
          const state = chat.getState()
          if (!condition(state)) return
          stop()
          resolve(state)
        }
        const stop = chat.subscribe(check)
        check()
      }),
    options: allOptions,
  }
}

function shortly(name: ChatEventName, detail: unknown): string {
  const short = name.replace('chatkit.', '')
  return detail === undefined ? short : `${short} ${JSON.stringify(Object.values(detail ?? {})[0])}`
}

/** Whether no turn runs and nothing loads. */
export const isIdle = (state: ChatState): boolean => state.turn.status === 'idle' && state.threadLoad !== 'loading'

/** What the transcript says, one line per item. */
export function transcript({ thread, turn }: ChatState): string[] {
  const items = turn.pendingMessage ? [...thread.items, turn.pendingMessage] : thread.items
  return items.map((item) => {
    if (item.type === 'user_message') return `user: ${item.content.map((part) => part.text).join('')}`
    if (item.type === 'assistant_message') return `assistant: ${item.content.map(({ text }) => text).join('')}`
    if (item.type === 'client_tool_call') return `tool: ${item.name} ${item.status}`
    return item.type
  })
}
