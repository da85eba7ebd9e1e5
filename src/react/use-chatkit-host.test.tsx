// @vitest-environment happy-dom
import type { ChatKitOptions } from '@openai/chatkit'
import { act, cleanup, render, renderHook } from '@testing-library/react'
import { StrictMode } from 'react'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { defineAction, on } from '../actions/index.ts'
import type { Fetch } from '../client/index.ts'
import { ChatKit, type UseChatKitHostOptions, type UseChatKitHostReturn, useChatKitHost } from './index.ts'

/** What stands in for the element: it keeps what it was told. */
class Element extends HTMLElement {
  static setOptions = vi.fn<(options: ChatKitOptions) => void>()
  setOptions = Element.setOptions
  sendUserMessage = vi.fn(async () => {})
}
const latest = () => Element.setOptions.mock.lastCall?.[0]
const fire = (name: string, detail?: unknown) =>
  act(() => document.querySelector('openai-chatkit')?.dispatchEvent(new CustomEvent(name, { detail })))

let chat: UseChatKitHostReturn
function App({ options }: { options: UseChatKitHostOptions }) {
  chat = useChatKitHost(options)
  return (
    <main data-status={chat.status}>
      <ChatKit control={chat.control} className="chat" />
    </main>
  )
}
const api = { url: 'http://localhost/chatkit' }

beforeEach(() => {
  localStorage.clear()
  Element.setOptions.mockClear()
  if (!customElements.get('openai-chatkit')) customElements.define('openai-chatkit', Element)
})
afterEach(cleanup)

test('it returns what useChatKit returns, and where the chat stands', () => {
  render(<App options={{ api }} />)
  expect(chat).toEqual({
    control: { setInstance: expect.any(Function), options: expect.any(Object), handlers: expect.any(Object) },
    ref: { current: document.querySelector('openai-chatkit') },
    focusComposer: expect.any(Function),
    setThreadId: expect.any(Function),
    sendUserMessage: expect.any(Function),
    setComposerValue: expect.any(Function),
    fetchUpdates: expect.any(Function),
    sendCustomAction: expect.any(Function),
    showHistory: expect.any(Function),
    hideHistory: expect.any(Function),
    status: 'ready',
    error: null,
    threadId: null,
  })
})

test('the element gets plain ChatKit options, once, however often the page renders', () => {
  const options = (): UseChatKitHostOptions => ({
    api: { ...api, headers: () => ({}) },
    theme: 'dark',
    tools: { a: () => {} },
    userId: { header: 'userId' },
    onReady: () => {},
  })
  const { rerender } = render(<App options={options()} />)
  rerender(<App options={options()} />)
  expect(Element.setOptions.mock.calls).toEqual([
    [
      {
        api: { ...api, domainKey: 'domain_pk_localhost_dev', fetch: expect.any(Function) },
        theme: 'dark',
        onClientTool: expect.any(Function),
      },
    ],
  ])
  rerender(<App options={{ ...options(), theme: 'light' }} />)
  expect(Element.setOptions).toHaveBeenCalledTimes(2)
})

test('a hosted session gets its secret and nothing else', () => {
  render(<App options={{ api: { getClientSecret: async () => 's1' } }} />)
  expect(latest()?.api).toEqual({ getClientSecret: expect.any(Function) })
})

test('functions of the latest render are used, without setting options again', async () => {
  const open = defineAction('open', { handler: 'client' })
  const [fetch, opened, flashed, changed] = [vi.fn<Fetch>(async () => new Response('{}')), vi.fn(), vi.fn(), vi.fn()]
  const options = (user: string): UseChatKitHostOptions => ({
    api: { ...api, fetch, headers: { 'X-User-Id': user } },
    tools: { who: () => ({ user }) },
    actions: [on(open, () => opened(user))],
    effects: { flash: () => flashed(user) },
    onThreadChange: ({ threadId }) => changed(user, threadId),
  })
  const { rerender } = render(<App options={options('u1')} />)
  const given = latest()
  rerender(<App options={options('u2')} />)
  expect(Element.setOptions).toHaveBeenCalledOnce()

  if (given && 'url' in given.api) await given.api.fetch?.(api.url)
  expect(new Headers(fetch.mock.lastCall?.[1]?.headers).get('X-User-Id')).toBe('u2')
  expect(await given?.onClientTool?.({ name: 'who', params: {} })).toEqual({ user: 'u2' })
  await given?.widgets?.onAction?.({ type: 'open' }, { id: 'i', widget: { type: 'Card', children: [] } })
  fire('chatkit.effect', { name: 'flash' })
  fire('chatkit.thread.change', { threadId: 'thr_1' })
  expect([opened, flashed, changed].map(({ mock }) => mock.calls)).toEqual([[['u2']], [['u2']], [['u2', 'thr_1']]])
})

test('tools and actions may appear later', async () => {
  const { rerender } = render(<App options={{ api, onProblem: () => {} }} />)
  rerender(<App options={{ api, tools: { late: () => ({ ok: true }) }, actions: [], onProblem: () => {} }} />)
  expect(await latest()?.onClientTool?.({ name: 'late', params: {} })).toEqual({ ok: true })
  expect(latest()?.widgets?.onAction).toBeTypeOf('function')
})

test('the thread and errors are followed', () => {
  render(<App options={{ api }} />)
  fire('chatkit.thread.change', { threadId: 'thr_1' })
  fire('chatkit.error', { error: Object.assign(new Error('boom'), { name: 'StreamError' }) })
  expect(chat).toMatchObject({ status: 'ready', threadId: 'thr_1', error: { code: 'stream_cut', problem: 'boom' } })
  fire('chatkit.response.start')
  expect(chat.error).toBeNull()
})

test('the thread is kept across reloads, and options stay set while it changes', () => {
  const first = render(<App options={{ api, remember: true }} />)
  fire('chatkit.thread.change', { threadId: 'thr_1' })
  expect(Element.setOptions).toHaveBeenCalledOnce()
  first.unmount()
  render(<App options={{ api, remember: true }} />)
  expect(latest()?.initialThread).toBe('thr_1')
  expect(chat.threadId).toBe('thr_1')
})

test('in StrictMode everything happens to one host', () => {
  const onThreadChange = vi.fn()
  render(
    <StrictMode>
      <App options={{ api, onThreadChange }} />
    </StrictMode>,
  )
  fire('chatkit.thread.change', { threadId: 'thr_1' })
  expect(onThreadChange.mock.calls).toEqual([[{ threadId: 'thr_1' }]])
  expect(chat).toMatchObject({ status: 'ready', threadId: 'thr_1' })
})

test('methods reach the element; before it is there they warn and do nothing, as in useChatKit', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue()
  const { result } = renderHook(() => useChatKitHost({ api }))
  expect(result.current.sendUserMessage({ text: 'hi' })).toBeUndefined()
  expect(warn).toHaveBeenCalledWith('ChatKit element is not mounted')
  warn.mockRestore()
  render(<App options={{ api }} />)
  await chat.sendUserMessage({ text: 'hi' })
  expect(chat.ref.current?.sendUserMessage).toHaveBeenCalledWith({ text: 'hi' })
})

test('an element that cannot be loaded is `failed`, and says why', async () => {
  const registry = vi.spyOn(customElements, 'get').mockReturnValue(undefined)
  vi.spyOn(customElements, 'whenDefined').mockReturnValue(new Promise(() => {}))
  const cause = new Error('blocked')
  const [load, onProblem] = [vi.fn(() => Promise.reject(cause)), vi.fn()]
  const { result } = renderHook(() => useChatKitHost({ api, load, onProblem }), { wrapper: StrictMode })
  expect(result.current.status).toBe('loading')
  await vi.waitFor(() => expect(result.current).toMatchObject({ status: 'failed', error: { code: 'network', cause } }))
  expect(onProblem).toHaveBeenCalledOnce()
  registry.mockRestore()
  vi.restoreAllMocks()
})

test('on a server it renders as loading', () => {
  expect(renderToString(<App options={{ api, remember: true, load: expect.fail }} />)).toBe(
    '<main data-status="loading"><openai-chatkit class="chat"></openai-chatkit></main>',
  )
})
