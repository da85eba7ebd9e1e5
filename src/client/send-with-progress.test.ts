// @vitest-environment happy-dom
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { globalFetch } from './index.ts'
import { sendWithProgress, tellsProgress } from './send-with-progress.ts'

const file = new File(['hello'], 'note.txt', { type: 'text/plain' })

/** A server on this machine that allows the page of the tests. */
async function serving(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*')
    response.setHeader('Access-Control-Allow-Headers', '*')
    response.setHeader('Access-Control-Allow-Methods', '*')
    if (request.method === 'OPTIONS') return response.end()
    request.resume().on('end', () => answer(request, response))
  }).listen(0)
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo // it listens on a port
  return `http://localhost:${port}/upload`
}

test('sends what fetch would, and answers as fetch would', async () => {
  const seen: unknown[] = []
  const url = await serving(({ method, headers }, response) => {
    seen.push([method, headers['x-user'], headers['content-type']])
    response.writeHead(413, { 'Content-Type': 'application/json' }).end('{"error":"too large"}')
  })
  const response = await sendWithProgress(url, { method: 'PUT', body: file, headers: { 'X-User': 'ada' } }, () => {})
  expect(response.status).toBe(413)
  expect(response.headers.get('content-type')).toBe('application/json')
  expect(await response.json()).toEqual({ error: 'too large' })
  expect(seen).toEqual([['PUT', 'ada', 'text/plain']])
})

test('an answer without a body is one', async () => {
  const url = await serving((_, response) => response.writeHead(204).end())
  expect((await sendWithProgress(url, { body: file }, () => {})).status).toBe(204)
})

test('no answer and an aborted upload reject as those of fetch do', async () => {
  await expect(sendWithProgress('http://localhost:1/', { body: file }, () => {})).rejects.toThrow(TypeError)
  const controller = new AbortController()
  const url = await serving(() => controller.abort())
  const sent = sendWithProgress(url, { body: file, signal: controller.signal }, () => {})
  await expect(sent).rejects.toMatchObject({ name: 'AbortError' })
  const late = sendWithProgress(url, { body: file, signal: controller.signal }, () => {})
  await expect(late).rejects.toMatchObject({ name: 'AbortError' })
})

test.each<[string, string, RequestInit, boolean]>([
  ['a form to the page’s own server', '/upload', { method: 'POST', body: new FormData() }, true],
  [
    'a plain form elsewhere, which asks nobody',
    'https://files.example/',
    { method: 'POST', body: new FormData() },
    false,
  ],
  ['bytes elsewhere', 'https://files.example/', { method: 'PUT', body: file }, true],
  ['a form elsewhere with headers', 'https://files.example/', { body: new FormData(), headers: { 'x-a': '1' } }, true],
  [
    'a form elsewhere with a language',
    'https://files.example/',
    { body: new FormData(), headers: { accept: '*/*' } },
    false,
  ],
  ['a question to the chat', '/chatkit', { method: 'POST', body: '{}' }, false],
])('%s', (_, url, init, tells) => {
  expect(tellsProgress(url, init)).toBe(tells)
})

test('a fetch that the page has put in the place of the browser’s is used for everything', async () => {
  const before = globalThis.fetch
  onTestFinished(() => {
    globalThis.fetch = before
  })
  const inits: unknown[] = []
  globalThis.fetch = async (_, init) => {
    inits.push(init)
    return new Response()
  }
  await globalFetch('/a', { method: 'POST', body: new FormData() })
  await globalFetch('/own', { method: 'POST', body: new FormData(), onProgress: () => {} })
  await globalFetch('https://files.example/', { method: 'POST', body: 'text', onProgress: () => {} })
  expect(inits).toEqual([
    { method: 'POST', body: expect.any(FormData) },
    { method: 'POST', body: expect.any(FormData) },
    { method: 'POST', body: 'text' },
  ])
})

test('the browser’s own fetch is left aside only for a body that somebody wants to follow', async () => {
  const before = globalThis.fetch
  onTestFinished(() => {
    globalThis.fetch = before
  })
  const url = await serving((_, response) => response.end('by XMLHttpRequest'))
  globalThis.fetch = (async () => new Response('by fetch')).bind(null) // bound functions print as native code
  const put = { method: 'PUT', body: file }
  expect(await (await globalFetch(url, put)).text()).toBe('by fetch')
  expect(await (await globalFetch(url, { ...put, onProgress: () => {} })).text()).toBe('by XMLHttpRequest')
})
