// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { defineAction, on } from '../actions/index.ts'
import type { Fetch } from '../client/index.ts'
import { ParlorError } from '../errors.ts'
import { Card } from '../kit/index.ts'
import { createHost, type HostOptions } from './index.ts'

const url = 'http://localhost/chatkit'
const spy = () => vi.fn<Fetch>(async () => new Response('{}'))
const headersOf = (fetch: ReturnType<typeof spy>) =>
  Object.fromEntries(
    [...new Headers(fetch.mock.lastCall?.[1]?.headers)].map(([name, value]) => [name.toLowerCase(), value]),
  )
/** Sends a request as the element would: through the fetch it was given. */
const send = async (host: { options: { api: object } }, address = url, init: RequestInit = {}) => {
  const { api } = host.options
  if (!('fetch' in api) || typeof api.fetch !== 'function') return expect.fail('no fetch')
  return api.fetch(address, init)
}
const chatError = (name: string, cause?: unknown) => ({
  error: Object.assign(new Error(`${name}!`, { cause }), { name }),
})

beforeEach(() => {
  localStorage.clear()
  vi.stubGlobal('customElements', { get: () => undefined, whenDefined: () => new Promise(() => {}) })
})
afterEach(() => vi.unstubAllGlobals())

test('ChatKit gets its own options, the url with a fetch, and nothing it does not know', () => {
  const { options, handlers } = createHost({
    api: { url, uploadStrategy: { type: 'two_phase' } },
    theme: 'dark',
    header: { enabled: false },
    userId: { header: 'userId' },
    remember: true,
    tools: {},
    effects: {},
    onProblem: () => {},
    onReady: () => {},
  })
  expect(options).toEqual({
    api: {
      url,
      domainKey: 'domain_pk_localhost_dev',
      fetch: expect.any(Function),
      uploadStrategy: { type: 'two_phase' },
    },
    theme: 'dark',
    header: { enabled: false },
    onClientTool: expect.any(Function),
  })
  expect(Object.keys(handlers).toSorted()).toEqual([
    'onEffect',
    'onError',
    'onReady',
    'onResponseStart',
    'onThreadChange',
  ])
})

test('a hosted session is the function that gets its secret, alone', async () => {
  const { options } = createHost({ api: { getClientSecret: async (current) => `after ${current}` } })
  expect(options.api).toEqual({ getClientSecret: expect.any(Function) })
  expect('getClientSecret' in options.api && (await options.api.getClientSecret('s1'))).toBe('after s1')
})

test.each<[string, object, string]>([
  ['both url and secret', { url, getClientSecret: async () => 's' }, 'api'],
  ['neither', {}, 'api.url'],
  ['an empty url', { url: '' }, 'api.url'],
])('%s is refused at once', (_, api, at) => {
  const options: HostOptions = { api: { url } }
  expect(() => createHost(Object.assign(options, { api }))).toThrow(
    expect.objectContaining({ code: 'invalid_input', at }),
  )
})

test('headers, secret and user id join the headers of the request', async () => {
  const fetch = spy()
  const host = createHost({
    api: { url, fetch, headers: async () => ({ 'X-User-Tier': 'gold' }), secret: async () => 's1' },
    userId: { header: 'userId' },
  })
  await send(host, url, { headers: { 'Content-Type': 'application/json' } })
  expect(headersOf(fetch)).toEqual({
    authorization: 'Bearer s1',
    'content-type': 'application/json',
    userid: localStorage.getItem('parlor.user-id'),
    'x-user-tier': 'gold',
  })
})

test('a secret given as text is sent as it is now', async () => {
  const fetch = spy()
  const host = createHost({ api: { url, fetch, secret: 's1' } })
  await send(host)
  expect(headersOf(fetch)).toEqual({ authorization: 'Bearer s1' })
  host.configure({ api: { url, fetch, secret: 's2' } })
  await send(host)
  expect(headersOf(fetch)).toEqual({ authorization: 'Bearer s2' })
})

test('uploads to a signed address elsewhere do not tell who the person is; the direct upload address does', async () => {
  const fetch = spy()
  const host = createHost({
    api: { url, fetch, secret: 's1', uploadStrategy: { type: 'direct', uploadUrl: 'https://files.example/up' } },
    userId: { header: 'userId', key: 'uid' },
  })
  await send(host, 'https://bucket.example/signed', { method: 'PUT', headers: { 'x-size': '5' } })
  expect(headersOf(fetch)).toEqual({ 'x-size': '5' })
  await send(host, 'https://files.example/up')
  expect(headersOf(fetch)).toEqual({ authorization: 'Bearer s1', userid: localStorage.getItem('uid') })
})

test('the fetch handed out before uses new options, and keeps the secret it has', async () => {
  const [old, fetch, secret] = [spy(), spy(), vi.fn(async () => 's1')]
  const host = createHost({ api: { url, fetch: old, secret, headers: { a: '1' } } })
  const before = { options: host.options }
  await send(before)
  host.configure({ api: { url, fetch, secret, headers: { a: '2' } } })
  await send(before)
  expect(headersOf(fetch)).toEqual({ a: '2', authorization: 'Bearer s1' })
  expect(secret).toHaveBeenCalledOnce()
})

test('tools, actions and effects are wired; what nobody handles is reported', async () => {
  const open = defineAction('article.open', { handler: 'client' })
  const [opened, flashed, onProblem] = [vi.fn(), vi.fn(), vi.fn()]
  const { options, handlers } = createHost({
    api: { url },
    tools: { title: () => ({ title: 'Home' }) },
    actions: [on(open, ({ item }) => opened(item.id))],
    effects: { flash: flashed },
    onProblem,
  })
  const item = { id: 'msg_1', widget: Card({ children: [] }) }
  expect(await options.onClientTool?.({ name: 'title', params: {} })).toEqual({ title: 'Home' })
  await options.widgets?.onAction?.({ type: 'article.open' }, item)
  handlers.onEffect?.({ name: 'flash', data: { a: 1 } })
  expect([opened.mock.calls, flashed.mock.calls, onProblem.mock.calls]).toEqual([[['msg_1']], [[{ a: 1 }]], []])

  await options.onClientTool?.({ name: 'fly', params: {} })
  await options.widgets?.onAction?.({ type: 'article.close' }, item)
  handlers.onEffect?.({ name: 'fade' })
  expect(onProblem.mock.calls.map(([error]) => error.code)).toEqual(['unknown_tool', 'unknown_action', 'unsupported'])
})

test("the page's own callbacks come after ours, and get what ours do not handle", async () => {
  const order: string[] = []
  const { options, handlers } = createHost({
    api: { url },
    effects: { flash: () => void order.push('ours') },
    onEffect: ({ name }) => void order.push(`theirs ${name}`),
    onClientTool: ({ name }) => ({ name }),
    widgets: { onAction: async ({ type }) => void order.push(type) },
    onToolChange: ({ toolId }) => void order.push(`tool ${toolId}`),
    onProblem: (error) => expect.fail(error.message),
  })
  handlers.onEffect?.({ name: 'flash' })
  handlers.onEffect?.({ name: 'fade' })
  handlers.onToolChange?.({ toolId: 't1' })
  await options.widgets?.onAction?.({ type: 'a' }, { id: 'i', widget: Card({ children: [] }) })
  expect(order).toEqual(['ours', 'theirs flash', 'theirs fade', 'tool t1', 'a'])
  expect(await options.onClientTool?.({ name: 'fly', params: {} })).toEqual({ name: 'fly' })
})

test('the thread is known, and kept across reloads', () => {
  const first = createHost({ api: { url }, remember: 'my.thread' })
  expect(first.options).not.toHaveProperty('initialThread')
  const listener = vi.fn()
  first.subscribe(listener)
  first.handlers.onThreadChange?.({ threadId: 'thr_1' })
  expect(first.getState().threadId).toBe('thr_1')
  expect(listener).toHaveBeenCalledOnce()

  const reloaded = createHost({ api: { url }, remember: 'my.thread' })
  expect(reloaded.options.initialThread).toBe('thr_1')
  expect(reloaded.getState().threadId).toBe('thr_1')
  reloaded.handlers.onThreadChange?.({ threadId: 'thr_2' })
  expect(reloaded.configure({ api: { url }, remember: 'my.thread' }).options.initialThread).toBe('thr_1')

  reloaded.handlers.onThreadChange?.({ threadId: null })
  expect(createHost({ api: { url }, remember: 'my.thread' }).options).not.toHaveProperty('initialThread')
})

test('a remembered thread that is gone is forgotten', () => {
  localStorage.setItem('parlor.thread-id', 'thr_1')
  const gone = new ParlorError('not_found', { at: 'threads.get_by_id', problem: 'No thread', hint: '' })
  createHost({ api: { url }, remember: true }).handlers.onError?.(chatError('InitialThreadLoadError', gone))
  expect(createHost({ api: { url }, remember: true }).options).not.toHaveProperty('initialThread')
})

test('an initial thread that the page asks for wins over the remembered one', () => {
  localStorage.setItem('parlor.thread-id', 'thr_1')
  expect(createHost({ api: { url }, remember: true, initialThread: 'thr_9' }).options.initialThread).toBe('thr_9')
})

test('an error of the chat stands until the next response; a fatal one until the chat is ready again', () => {
  const onError = vi.fn()
  const host = createHost({ api: { url }, onError })
  host.handlers.onReady?.()
  const cause = new ParlorError('stream_cut', { at: 'threads.create', problem: 'p', hint: 'h' })
  host.handlers.onError?.(chatError('StreamError', cause))
  expect(host.getState()).toEqual({ status: 'ready', error: cause, threadId: null })
  host.handlers.onResponseStart?.()
  expect(host.getState()).toEqual({ status: 'ready', error: null, threadId: null })
  host.handlers.onError?.(chatError('FatalAppError'))
  expect(host.getState()).toEqual({
    status: 'failed',
    error: expect.objectContaining({ code: 'unauthorized', at: 'FatalAppError', problem: 'FatalAppError!' }),
    threadId: null,
  })
  host.handlers.onReady?.()
  expect(host.getState()).toEqual({ status: 'ready', error: null, threadId: null })
  expect(onError).toHaveBeenCalledTimes(2)
})

test('loading begins with the first subscriber, ends with the last, and tells why it failed', async () => {
  const cause = new Error('offline')
  const [load, onProblem] = [vi.fn(() => Promise.reject(cause)), vi.fn()]
  const host = createHost({ api: { url }, load, onProblem })
  expect(load).not.toHaveBeenCalled()
  const [leave, leaveToo] = [host.subscribe(() => {}), host.subscribe(() => {})]
  await vi.waitFor(() => expect(host.getState()).toMatchObject({ status: 'failed', error: { code: 'network', cause } }))
  expect(load).toHaveBeenCalledOnce()
  expect(onProblem).toHaveBeenCalledOnce()
  leave()
  leaveToo()
  host.subscribe(() => {})
  await vi.waitFor(() => expect(load).toHaveBeenCalledTimes(2))
  host.dispose()
})

test('without onProblem, problems go to the console', () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue()
  createHost({ api: { url } }).handlers.onEffect?.({ name: 'fade' })
  expect(warn.mock.calls).toEqual([[expect.objectContaining({ at: 'effects.fade' })]])
  warn.mockRestore()
})
