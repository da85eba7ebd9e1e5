// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { loadChatKit } from './index.ts'

const script = () => document.querySelector<HTMLScriptElement>('script[src="https://cdn.example/chatkit.js"]')
let define: () => void = () => {}
let known: Set<string>

/** A registry of its own for each test: the real one never forgets a definition. */
beforeEach(() => {
  vi.useFakeTimers()
  known = new Set()
  const defined = new Promise<void>((resolve) => {
    define = () => {
      known.add('openai-chatkit')
      resolve()
    }
  })
  vi.stubGlobal('customElements', {
    get: (tag: string) => (known.has(tag) ? class {} : undefined),
    whenDefined: () => defined,
  })
  const append = document.head.append.bind(document.head)
  vi.spyOn(document.head, 'append').mockImplementation((...nodes) => {
    for (const node of nodes) if (node instanceof HTMLScriptElement) node.type = 'text/plain' // never fetched
    append(...nodes)
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  document.head.replaceChildren()
})

test('an element that is there is ready at once', () => {
  define()
  expect(loadChatKit({ load: expect.fail }).getState()).toEqual({ status: 'ready', error: null })
})

test('it is loading until the element is defined', async () => {
  const load = vi.fn(async () => define())
  const chat = loadChatKit({ load })
  const listener = vi.fn()
  chat.subscribe(listener)
  expect(chat.getState()).toEqual({ status: 'loading', error: null })
  await vi.waitFor(() => expect(chat.getState()).toEqual({ status: 'ready', error: null }))
  expect(load).toHaveBeenCalledOnce()
  expect(listener).toHaveBeenCalledOnce()
})

test('a script is put into the page once, for all who wait for it', async () => {
  const chats = [1, 2].map(() => loadChatKit({ src: 'https://cdn.example/chatkit.js' }))
  expect(document.querySelectorAll('script')).toHaveLength(1)
  expect(script()?.async).toBe(true)
  script()?.dispatchEvent(new Event('error'))
  await vi.waitFor(() => expect(chats.map((chat) => chat.getState().status)).toEqual(['failed', 'failed']))
})

test('a script that cannot be loaded says so, and is taken out for another try', async () => {
  const chat = loadChatKit({ src: 'https://cdn.example/chatkit.js' })
  script()?.dispatchEvent(new Event('error'))
  await vi.waitFor(() => expect(chat.getState().status).toBe('failed'))
  expect(chat.getState().error).toMatchObject({
    code: 'network',
    at: 'load.src',
    problem: 'The script https://cdn.example/chatkit.js could not be loaded',
  })
  expect(script()).toBeNull()
})

test('an import that fails is the cause', async () => {
  const cause = new Error('chunk missing')
  const chat = loadChatKit({ load: () => Promise.reject(cause) })
  await vi.waitFor(() => expect(chat.getState().status).toBe('failed'))
  expect(chat.getState().error).toMatchObject({ code: 'network', at: 'load.load', cause })
})

test('when nothing defines the element in time it failed, and a late definition mends that', async () => {
  const chat = loadChatKit({ timeout: 1000 })
  vi.advanceTimersByTime(999)
  expect(chat.getState().status).toBe('loading')
  vi.advanceTimersByTime(1)
  expect(chat.getState()).toEqual({
    status: 'failed',
    error: expect.objectContaining({
      code: 'unsupported',
      at: 'load',
      problem: 'Nothing has defined <openai-chatkit> within 1000 ms',
    }),
  })
  define()
  await vi.waitFor(() => expect(chat.getState()).toEqual({ status: 'ready', error: null }))
})

test('who stops waiting hears nothing more', () => {
  const chat = loadChatKit({ timeout: 1000 })
  const listener = vi.fn()
  chat.subscribe(listener)
  chat.stop()
  vi.advanceTimersByTime(5000)
  expect(listener).not.toHaveBeenCalled()
})

test('on a server it stays loading', () => {
  vi.stubGlobal('customElements', undefined)
  expect(loadChatKit({ load: expect.fail, timeout: 0 }).getState()).toEqual({ status: 'loading', error: null })
})
