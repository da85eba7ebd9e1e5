// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/dom'
import { expect, onTestFinished, test, vi } from 'vitest'
import { answered, card, done, firstTurn, said, thread } from './chat/testing/samples.ts'
import { register } from './index.ts'
import { drawnChat } from './testing/drawn-chat.ts'

const tools = [{ id: 'search', label: 'Search', icon: 'search' as const }]
const ids = (root: ShadowRoot) => [...root.querySelectorAll('[id]')].map(({ id }) => id)

test('two chats on one page do not meet: events, threads, menus, keys', async () => {
  const [first, second] = [drawnChat({ composer: { tools } }), drawnChat({ composer: { tools } })]
  first.server.on('threads.create', { events: firstTurn })
  first.server.on('threads.list', { json: { data: [], has_more: false } })
  await first.element.sendUserMessage({ text: 'hi' })
  await first.view.findByText('Hello.')
  expect(second.view.getByRole('heading', { name: 'What can I help with today?' })).toBeTruthy()
  await vi.waitFor(() => expect(second.events.map(({ name }) => name)).toEqual(['log', 'ready']))
  expect(second.server.requests).toEqual([])
  expect(first.server.calls[0]?.headers.get('chatkit-frame-instance-id')).toMatch(/^[0-9a-f-]{32,36}$/)

  await first.element.showHistory()
  second.view.getByRole('button', { name: 'Add files and tools' }).click()
  const menu = await second.view.findByRole('menu')
  fireEvent.keyDown(menu, { key: 'Escape' })
  await vi.waitFor(() => expect(second.view.queryByRole('menu')).toBe(null))
  expect(first.view.getByRole('dialog', { name: 'History' })).toBeTruthy()
  fireEvent.scroll(first.root.querySelector('.chat-scroll') ?? first.element)
  expect(ids(first.root).length).toBe(new Set(ids(first.root)).size)
})

test('nothing is left in the page’s storage or under its names', async () => {
  const names = new Set(Object.getOwnPropertyNames(globalThis))
  const { element, server, view } = drawnChat()
  server.on('threads.create', { events: firstTurn })
  await element.sendUserMessage({ text: 'hi' })
  await view.findByText('Hello.')
  expect([localStorage.length, sessionStorage.length, document.cookie]).toEqual([0, 0, ''])
  expect(Object.getOwnPropertyNames(globalThis).filter((name) => !names.has(name))).toEqual([])
})

test('what comes and goes leaves no listeners on the page, no observers and no timers that repeat', async () => {
  const kept = new Map<string, number>()
  const count = (what: string, by: number) => kept.set(what, (kept.get(what) ?? 0) + by)
  for (const [name, target] of Object.entries({ document, window })) {
    const known = new Map<unknown, string>()
    const forget = (listener: unknown) => {
      const type = known.get(listener)
      if (known.delete(listener)) count(`${name} ${type}`, -1)
    }
    const { addEventListener, removeEventListener } = target
    vi.spyOn(target, 'addEventListener').mockImplementation((...args: unknown[]) => {
      const [type, listener, options] = args
      count(`${name} ${type}`, 1)
      known.set(listener, String(type))
      if (typeof options === 'object' && options !== null && 'signal' in options) {
        const { signal } = options
        if (signal instanceof AbortSignal) signal.addEventListener('abort', () => forget(listener))
      }
      return Reflect.apply(addEventListener, target, args)
    })
    vi.spyOn(target, 'removeEventListener').mockImplementation((...args: unknown[]) => {
      forget(args[1])
      return Reflect.apply(removeEventListener, target, args)
    })
  }
  for (const Observer of [ResizeObserver, MutationObserver, IntersectionObserver]) {
    const seen = new Set<unknown>()
    const { observe, disconnect } = Observer.prototype
    vi.spyOn(Observer.prototype, 'observe').mockImplementation(function (this: never, ...args: unknown[]) {
      if (!seen.has(this)) count(Observer.name, 1)
      seen.add(this)
      return Reflect.apply(observe, this, args)
    })
    vi.spyOn(Observer.prototype, 'disconnect').mockImplementation(function (this: never) {
      if (seen.delete(this)) count(Observer.name, -1)
      return Reflect.apply(disconnect, this, [])
    })
  }
  const intervals = vi.spyOn(globalThis, 'setInterval')
  onTestFinished(() => void vi.restoreAllMocks())

  const visit = async () => {
    const { element, server, view } = drawnChat({ composer: { tools, models: [{ id: 'a', label: 'A' }] } })
    server.on('threads.create', { events: [...firstTurn, done(card('w1', 'A card'))] })
    server.on('threads.list', { json: { data: [], has_more: false } })
    await element.sendUserMessage({ text: 'hi' })
    await view.findByText('A card')
    view.getByRole('button', { name: 'Model: A' }).click()
    await view.findByRole('menu')
    await element.showHistory()
    element.remove() // with all of that open
    await new Promise((resolve) => setTimeout(resolve, 20))
    return Object.fromEntries([...kept].filter(([, left]) => left !== 0))
  }
  const first = await visit()
  expect(await visit()).toEqual(first)
  expect(await visit()).toEqual(first)
  expect(Object.keys(first).filter((what) => what !== 'document selectionchange')).toEqual([]) // React's own, one per page
  expect(intervals.mock.calls.filter(([, ms]) => ms !== 50)).toEqual([]) // testing-library looks every 50 ms
})

test('a chat that was taken out and put back shows its thread, and answers', async () => {
  const { element, server, root, events } = drawnChat({ initialThread: 'thr_1' })
  server.on('threads.get_by_id', {
    json: { ...thread('thr_1', 'Hills'), items: { data: [answered('m2', 'One.')], has_more: false } },
  })
  server.on('threads.add_user_message', { events: [done(said('m3', 'more')), done(answered('m4', 'Two.'))] })
  await vi.waitFor(() => expect(root.textContent).toContain('One.'))
  element.remove()
  await new Promise((resolve) => setTimeout(resolve))
  expect(root.textContent).not.toContain('One.')
  document.body.append(element)
  await vi.waitFor(() => expect(root.textContent).toContain('One.'))
  await element.sendUserMessage({ text: 'more' })
  await vi.waitFor(() => expect(root.textContent).toContain('Two.'))
  expect(server.requests.map(({ type }) => type)).toEqual(['threads.get_by_id', 'threads.add_user_message'])
  expect(events.filter(({ name }) => name === 'ready')).toHaveLength(1)
})

test('an element from before the tag was defined, with calls made on what it was, is the chat once it is defined', async () => {
  const early = document.createElement('chat-to-come')
  document.body.append(early)
  onTestFinished(() => early.remove())
  register('chat-to-come')
  await customElements.whenDefined('chat-to-come')
  expect(early.shadowRoot?.mode).toBe('open')
  expect(Reflect.has(early, 'setOptions')).toBe(true)
})

test('OpenAI’s script that comes later finds the tag taken, says so, and changes nothing', async () => {
  const { view } = drawnChat()
  expect(() => customElements.define('openai-chatkit', class extends HTMLElement {})).toThrow()
  expect(await view.findByRole('textbox', { name: 'Message' })).toBeTruthy()
})
