// @vitest-environment happy-dom
import { readFileSync } from 'node:fs'
import type { OpenAIChatKit } from '@openai/chatkit'
import { afterEach, expect, test } from 'vitest'
import { optionsSchema } from './chat/options-schema.ts'
import type { Chat } from './chat/state.ts'
import { firstTurn } from './chat/testing/samples.ts'
import { scriptedServer } from './chat/testing/scripted-server.ts'
import { ChatKitElement, register } from './index.ts'

/** The element with a view that only counts. */
class Counted extends ChatKitElement {
  mounted = 0
  unmounted = 0
  chat: Chat | null = null
  protected override mount(_: ShadowRoot, chat: Chat): () => void {
    this.mounted += 1
    this.chat = chat
    return () => {
      this.unmounted += 1
    }
  }
}
customElements.define('counted-chat', Counted)

const server = scriptedServer()
const options = { api: { url: '/chatkit', domainKey: 'k', fetch: server.fetch } }
const heard = (element: EventTarget, name: string) =>
  new Promise<Event>((resolve) => element.addEventListener(name, resolve, { once: true }))
/** By when a removed element has decided whether it stays away. */
const later = () => new Promise((resolve) => setTimeout(resolve))

afterEach(() => document.body.replaceChildren())

test('importing the room defines the tag, and defining it again changes nothing', () => {
  expect(customElements.get('openai-chatkit')).toBe(ChatKitElement)
  register()
  expect(customElements.get('openai-chatkit')).toBe(ChatKitElement)
})

test('a tag somebody else defined is left alone', () => {
  class Theirs extends HTMLElement {}
  customElements.define('their-chatkit', Theirs)
  register('their-chatkit')
  expect(customElements.get('their-chatkit')).toBe(Theirs)
})

test('a second name works beside the first', () => {
  register('second-chatkit')
  expect(document.createElement('second-chatkit')).toBeInstanceOf(ChatKitElement)
})

test('every method the official types name is there', () => {
  const types = readFileSync('node_modules/@openai/chatkit/types/index.d.ts', 'utf8')
  const [, body = ''] = /export interface OpenAIChatKit extends HTMLElement \{([\s\S]*?)\n\}/.exec(types) ?? []
  const names = [...new Set([...body.matchAll(/^ {2}(\w+)[<(]/gm)].map(([, name = '']) => name))]
  expect(names).toContain('sendUserMessage')
  expect(names.filter((name) => typeof Reflect.get(ChatKitElement.prototype, name) !== 'function')).toEqual([])
})

test('every option the official types name is read', () => {
  const types = readFileSync('node_modules/@openai/chatkit/types/index.d.ts', 'utf8')
  const [, body = ''] = /export type ChatKitOptions = \{([\s\S]*?)\n\};/.exec(types) ?? []
  const names = [...body.matchAll(/^ {2}(\w+)\??:/gm)].map(([, name = '']) => name)
  expect(names.sort()).toEqual(['api', ...Object.keys(optionsSchema.shape)].sort())
})

test('options may be set before the element is in the document; ready comes after, once, and bubbles', async () => {
  const element = new Counted()
  const ready = heard(document, 'chatkit.ready')
  element.setOptions({ ...options, theme: 'dark' })
  element.setOptions({ ...options, theme: 'dark' })
  let count = 0
  element.addEventListener('chatkit.ready', () => count++)
  document.body.append(element)
  expect(element.dataset.loaded).toBe(undefined)
  expect(element.dataset.colorScheme).toBe('dark')

  const event = await ready
  expect(event).toMatchObject({ target: element, bubbles: true, composed: true })
  expect(element.dataset.loaded).toBe('true')
  expect(count).toBe(1)
  element.setOptions({ ...options, theme: { colorScheme: 'light' } })
  expect(element.dataset.colorScheme).toBe('light')
  expect(element.shadowRoot?.mode).toBe('open')
})

test('other events stay on the element and carry their detail', async () => {
  const element = new Counted()
  let above = 0
  document.addEventListener('chatkit.thread.change', () => above++)
  element.setOptions(options)
  document.body.append(element)
  server.on('threads.create', { events: firstTurn })
  const changed = heard(element, 'chatkit.thread.change')
  const ended = heard(element, 'chatkit.response.end')
  await element.sendUserMessage({ text: 'hi' })
  expect(await changed).toMatchObject({ detail: { threadId: 'thr_1' }, bubbles: false })
  expect(await ended).toMatchObject({ detail: null })
  expect(above).toBe(0)
})

test('wrong options are an event and an exception', async () => {
  const element = new Counted()
  const failed = heard(element, 'chatkit.error')
  // @ts-expect-error without api
  expect(() => element.setOptions({ theme: 'dark' })).toThrow('options.api: Missing')
  expect(await failed).toMatchObject({ detail: { error: { name: 'IntegrationError' } } })
})

test('moving the element keeps its view and its chat', async () => {
  const element = new Counted()
  element.setOptions(options)
  document.body.append(element)
  await heard(element, 'chatkit.ready')
  await element.setComposerValue({ text: 'draft' })
  const aside = document.createElement('aside')
  document.body.append(aside)
  aside.append(element)
  await later()
  expect([element.mounted, element.unmounted]).toEqual([1, 0])
  expect(element.chat?.getState().composer.content).toEqual([{ type: 'input_text', text: 'draft' }])
})

test('a removed element rests, and goes on where it was when it comes back', async () => {
  const element = new Counted()
  element.setOptions(options)
  document.body.append(element)
  await heard(element, 'chatkit.ready')
  await element.setComposerValue({ text: 'draft' })
  element.remove()
  await later()
  expect([element.mounted, element.unmounted]).toEqual([1, 1])
  document.body.append(element)
  expect([element.mounted, element.unmounted]).toEqual([2, 1])
  await element.focusComposer()
  expect(element.chat?.getState().composer).toMatchObject({
    content: [{ type: 'input_text', text: 'draft' }],
    focusRequests: 1,
  })
})

test('a stub put on the element before the tag was defined does not hide the real method', () => {
  const calls: unknown[] = []
  const element = document.createElement('late-chatkit')
  Object.assign(element, { setOptions: (given: unknown) => calls.push(given) })
  document.body.append(element)
  customElements.define('late-chatkit', class extends Counted {})
  customElements.upgrade(element)
  const upgraded = document.querySelector<OpenAIChatKit & HTMLElement>('late-chatkit')
  upgraded?.setOptions(options)
  expect(calls).toEqual([])
  expect(upgraded?.dataset.colorScheme).toBe('light')
})

test('a hosted session is served from the page, or from where the attribute says', async () => {
  const element = new Counted()
  element.dataset.apiBase = 'https://chat.test/'
  const before = globalThis.fetch
  const asked = new Promise<string>((resolve) => {
    globalThis.fetch = async (input) => {
      resolve(String(input))
      return Response.json({ data: [], has_more: false })
    }
  })
  try {
    element.setOptions({ api: { getClientSecret: async () => 'ek_1' } })
    document.body.append(element)
    await element.showHistory()
    expect(await asked).toBe('https://chat.test/v1/chatkit/conversation')
  } finally {
    globalThis.fetch = before
  }
})
