import { ChatKitElement } from './element.ts'

/** Defines the tag, unless somebody (OpenAI's own script, say) has, or there is no DOM to define it in. */
export function register(tag = 'openai-chatkit'): void {
  if (typeof customElements === 'undefined' || typeof HTMLElement === 'undefined') return
  if (customElements.get(tag)) return
  // One class serves one name: a second tag gets a class of its own.
  const Tag = customElements.getName?.(ChatKitElement) ? class extends ChatKitElement {} : ChatKitElement
  customElements.define(tag, Tag)
}

register()
