// @vitest-environment happy-dom
import { expect, onTestFinished, test, vi } from 'vitest'
import { firstTurn } from './chat/testing/samples.ts'
import { scriptedServer } from './chat/testing/scripted-server.ts'
import { ChatKitElement } from './index.ts'
import { drawnChat } from './testing/drawn-chat.ts'

const png = new File(['bytes'], 'cat.png', { type: 'image/png' })
const stored = { type: 'image', id: 'atc_1', name: 'cat.png', mime_type: 'image/png', preview_url: 'data:image/png,' }
const empty = { json: { data: [], has_more: false } }

/** A page's own fetch, watched. */
function onPage(fetch: typeof globalThis.fetch): { url: string; headers: Headers }[] {
  const calls: { url: string; headers: Headers }[] = []
  vi.stubGlobal('fetch', (input: RequestInfo | URL, init?: RequestInit) => {
    calls.push({ url: String(input), headers: new Headers(init?.headers) })
    return fetch(input, init)
  })
  onTestFinished(() => void vi.unstubAllGlobals())
  return calls
}

test('api.url is asked through the page’s fetch; api.domainKey is asked for and sent nowhere', async () => {
  const server = scriptedServer()
  server.on('threads.create', { events: firstTurn })
  const calls = onPage(server.fetch)
  const element = new ChatKitElement()
  expect(() => element.setOptions({ api: { url: '/chat', domainKey: '' } })).toThrow('options.api.domainKey')
  element.setOptions({ api: { url: '/chat', domainKey: 'domain_pk_secret' } })
  document.body.append(element)
  onTestFinished(() => element.remove())
  await element.sendUserMessage({ text: 'hi' })
  expect(calls.map(({ url }) => url)).toEqual(['/chat'])
  const sent = JSON.stringify([[...(calls[0]?.headers ?? [])], server.requests])
  expect(sent).not.toContain('domain_pk_secret')
})

test('api.fetch carries all traffic, uploads too, and gets the signal that cancels; the page’s fetch is not used', async () => {
  const server = scriptedServer()
  server.on('attachments.create', {
    json: { ...stored, upload_descriptor: { url: '/u/1', method: 'PUT', headers: {} } },
  })
  server.on('threads.create', { events: firstTurn.slice(0, 3), last: 'hang' })
  const calls = onPage(() => Promise.reject(new Error('Not this one')))
  const seen: { url: string; signal: boolean }[] = []
  const fetch: typeof globalThis.fetch = async (input, init) => {
    seen.push({ url: String(input), signal: init?.signal instanceof AbortSignal })
    return String(input) === '/u/1' ? new Response() : server.fetch(input, init)
  }
  const { element, view } = drawnChat({ api: { fetch }, composer: { attachments: { enabled: true } } }, server)
  await element.setComposerValue({ files: [png] })
  await vi.waitFor(() => expect(seen).toHaveLength(2))
  await element.sendUserMessage({ text: 'hi' })
  ;(await view.findByRole('button', { name: 'Stop' })).click()
  expect(server.calls.at(-1)?.signal?.aborted).toBe(true)
  expect(seen).toEqual([
    { url: '/chatkit', signal: true },
    { url: '/u/1', signal: true },
    { url: '/chatkit', signal: true },
  ])
  expect(calls).toEqual([])
})

test.each([
  ['two_phase', { type: 'two_phase' as const }, ['POST /chatkit json', 'PUT /u/1 File']],
  ['direct', { type: 'direct' as const, uploadUrl: '/files' }, ['POST /files FormData']],
  ['left out', undefined, ['POST /chatkit json', 'PUT /u/1 File']],
])('api.uploadStrategy %s', async (_, uploadStrategy, expected) => {
  const seen: string[] = []
  const server = scriptedServer()
  server.on('attachments.create', {
    json: { ...stored, upload_descriptor: { url: '/u/1', method: 'PUT', headers: {} } },
  })
  const fetch: typeof globalThis.fetch = async (input, init) => {
    seen.push(
      `${init?.method} ${String(input)} ${typeof init?.body === 'string' ? 'json' : init?.body?.constructor.name}`,
    )
    if (String(input) === '/chatkit') return server.fetch(input, init)
    return Response.json(String(input) === '/files' ? stored : {})
  }
  const { element, view } = drawnChat(
    { api: { fetch, ...(uploadStrategy ? { uploadStrategy } : {}) }, composer: { attachments: { enabled: true } } },
    server,
  )
  await element.setComposerValue({ files: [png] })
  expect(await view.findByRole('button', { name: 'Remove cat.png' })).toBeTruthy()
  await vi.waitFor(() => expect(view.queryByRole('progressbar')).toBe(null))
  expect(seen).toEqual(expected)
})

test('api.getClientSecret: asked at once with null, sent as Bearer, asked again before its end and after a 401, and shown nowhere', async () => {
  const claims = (exp: number) => btoa(JSON.stringify({ exp, iat: exp - 600 }))
  const now = Date.now() / 1000
  const secrets = [`ek_a.${claims(now + 600)}.x`, `ek_b.${claims(now + 1200)}.x`, 'ek_last']
  const asked: (string | null)[] = []
  const server = scriptedServer()
  server.on('threads.list', empty, { status: 401 }, empty)
  const calls = onPage(server.fetch)
  const element = new ChatKitElement()
  element.style.display = 'none'
  const events: unknown[] = []
  for (const name of ['error', 'log', 'ready']) {
    element.addEventListener(`chatkit.${name}`, (event) => event instanceof CustomEvent && events.push(event.detail))
  }
  const warn = vi.spyOn(console, 'warn')
  element.setOptions({
    api: {
      getClientSecret: async (current) => {
        asked.push(current)
        return secrets[asked.length - 1] ?? ''
      },
    },
  })
  expect(asked).toEqual([])
  document.body.append(element)
  onTestFinished(() => element.remove())
  expect(asked).toEqual([null])
  await element.showHistory()
  await vi.waitFor(() => expect(calls).toHaveLength(1))
  await element.hideHistory()
  vi.setSystemTime((now + 580) * 1000)
  onTestFinished(() => void vi.useRealTimers())
  await element.showHistory()
  await vi.waitFor(() => expect(calls).toHaveLength(3))
  expect(asked).toEqual([null, secrets[0], secrets[1]])
  expect(calls.map(({ url, headers }) => [url, headers.get('authorization')])).toEqual([
    ['/v1/chatkit/conversation', `Bearer ${secrets[0]}`],
    ['/v1/chatkit/conversation', `Bearer ${secrets[1]}`], // refused
    ['/v1/chatkit/conversation', `Bearer ${secrets[2]}`],
  ])
  const told = JSON.stringify([
    events,
    warn.mock.calls,
    element.outerHTML,
    element.shadowRoot?.innerHTML,
    server.requests,
  ])
  expect(told).not.toMatch(/ek_/)
})

test('api.getClientSecret that fails is an error of the host and a picture with a way back', async () => {
  let fails = true
  const { view, events } = drawnChat({
    api: {
      url: undefined,
      domainKey: undefined,
      fetch: undefined,
      getClientSecret: async () => {
        if (fails) throw new Error('Not signed in')
        return 'ek_1'
      },
    } as never, // undefined counts as left out
  })
  const retry = await view.findByRole('button', { name: 'Retry' })
  expect(events.find(({ name }) => name === 'error')?.detail).toMatchObject({
    error: { name: 'FatalAppError', cause: { message: 'Not signed in' } },
  })
  fails = false
  retry.click()
  expect(await view.findByRole('heading', { name: 'What can I help with today?' })).toBeTruthy()
})
