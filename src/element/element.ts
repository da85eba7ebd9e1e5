import type { ChatKitOptions, OpenAIChatKit } from '@openai/chatkit'
import { createChat } from './chat/chat.ts'
import type { ChatEventDetails, ChatEventName } from './chat/events.ts'
import type { SendUserMessageParams, SetComposerValueParams } from './chat/params.ts'
import type { Chat } from './chat/state.ts'
import { createLanguageStore } from './locale/index.ts'
import { mountView } from './view/index.ts'

/** What servers have in place of `HTMLElement`: enough for the module to load, the class is never made there. */
const Base = globalThis.HTMLElement ?? (class {} as unknown as typeof HTMLElement) // no DOM, so nothing truer to give

const methodNames = [
  'setOptions',
  'focusComposer',
  'setThreadId',
  'sendUserMessage',
  'setComposerValue',
  'sendCustomAction',
  'showHistory',
  'hideHistory',
  'fetchUpdates',
] as const satisfies readonly (keyof OpenAIChatKit)[]

/**
 * The offline `<openai-chatkit>`: the tag, options, methods and events of OpenAI's, without a script from anywhere.
 * Hosted sessions are served from `/v1/chatkit/…` of the page's own origin, or of the attribute `data-api-base`.
 */
export class ChatKitElement extends Base implements OpenAIChatKit {
  readonly #chat: Chat
  readonly #languages = createLanguageStore()
  readonly #root: ShadowRoot
  #unmount: (() => void) | null = null

  constructor() {
    super()
    this.#root = this.attachShadow({ mode: 'open' })
    this.#chat = createChat({
      emit: (name, detail) => this.#emit(name, detail),
      languages: this.#languages,
      hostedBase: () => (this.dataset.apiBase ?? '').replace(/\/+$/, ''),
    })
    // A stub put here before the tag was defined would hide the real method.
    for (const name of methodNames) if (Object.hasOwn(this, name)) Reflect.deleteProperty(this, name)
  }

  connectedCallback(): void {
    this.#showScheme()
    this.#unmount ??= this.mount(this.#root, this.#chat)
    this.#chat.connect()
  }

  /** A move within the document comes as a removal and an insertion in one go: only what stays away is put to rest. */
  disconnectedCallback(): void {
    setTimeout(() => {
      if (this.isConnected) return
      this.#unmount?.()
      this.#unmount = null
      this.#chat.dispose()
    })
  }

  setOptions(options: ChatKitOptions): void {
    this.#chat.setOptions(options)
    if (this.isConnected) this.#showScheme()
  }

  focusComposer(): Promise<void> {
    return this.#chat.methods.focusComposer()
  }

  setThreadId(threadId: string | null): Promise<void> {
    return this.#chat.methods.setThreadId(threadId)
  }

  sendUserMessage(params: SendUserMessageParams): Promise<void> {
    return this.#chat.methods.sendUserMessage(params)
  }

  setComposerValue(params: SetComposerValueParams): Promise<void> {
    return this.#chat.methods.setComposerValue(params)
  }

  sendCustomAction(action: { type: string; payload?: Record<string, unknown> }, itemId?: string): Promise<void> {
    return this.#chat.methods.sendCustomAction(action, itemId)
  }

  showHistory(): Promise<void> {
    return this.#chat.methods.showHistory()
  }

  hideHistory(): Promise<void> {
    return this.#chat.methods.hideHistory()
  }

  fetchUpdates(): Promise<void> {
    return this.#chat.methods.fetchUpdates()
  }

  /** Draws the chat; gives what takes it down. */
  protected mount(root: ShadowRoot, chat: Chat): () => void {
    return mountView(root, chat, this.#languages)
  }

  #showScheme(): void {
    const scheme = this.#chat.getState().options?.theme.colorScheme
    if (scheme) this.dataset.colorScheme = scheme
  }

  #emit<Name extends ChatEventName>(name: Name, detail: ChatEventDetails[Name]): void {
    const ready = name === 'chatkit.ready'
    if (ready) this.dataset.loaded = 'true'
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: ready, composed: ready }))
  }
}
