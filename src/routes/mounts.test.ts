// @vitest-environment node
import { createServer } from 'node:http'
import { serve } from '@hono/node-server'
import express from 'express'
import { Hono } from 'hono'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { defineAction, on } from '../actions/index.ts'
import { createClient } from '../client/index.ts'
import { createChatServer, memoryStore } from '../server/index.ts'
import { toNodeHandler } from '../server/node.ts'
import { actionRoute, chatSessions, postAction, proxyRoute, sessionRoutes, tokenRoutes } from './index.ts'
import { listen } from './testing/listen.ts'

/* One file of the host, `chat.ts`: all that the mounts below hand requests to. */

const env = {
  SESSION_SECRET: 'made with openssl rand -base64 32',
  TOKEN_SECRET: 'made with openssl rand -base64 32, too',
  ACTION_SECRET: 'made with openssl rand -base64 32, as well',
  API_KEY: 'sk-of-this-server',
}
const store = memoryStore()
const log = { info() {}, warn() {}, error() {} }

/** Hosted-style: pages get a client secret by `getClientSecret`. */
const sessions = chatSessions({ secret: env.SESSION_SECRET })
const hosted = createChatServer({ store, log, context: sessions.context, respond: (turn) => turn.say('Hello') })
const hostedRoutes = sessionRoutes({
  sessions,
  chat: hosted,
  upkeep: store.upkeep,
  apiKeys: [env.API_KEY],
  workflow: 'wf_1',
})

/** Custom `api.url`: the page's fetch sends a token of ours. */
const tokens = tokenRoutes({ secret: env.TOKEN_SECRET, user: { cookie: 'visitor' } })
const chat = createChatServer({ store, log, context: tokens.verify, respond: (turn) => turn.say('Hello') })

const place = defineAction('slip.place', { payload: z.strictObject({ id: z.string() }) })
const actions = actionRoute({ secret: env.ACTION_SECRET, actions: [on(place, ({ input }) => `placed ${input.id}`)] })

/* What each mount has to do, over a port. */

const message = {
  input: { content: [{ type: 'input_text' as const, text: 'Hi' }], attachments: [], inference_options: {} },
}

/** Goes through all routes of an app as a page, a program with the key, and a service would. */
async function everythingWorks(at: string): Promise<void> {
  expect(await (await fetch(`${at}/chatkit/health`)).json()).toEqual({ ok: true, server: 'parlor' })

  const started = await fetch(`${at}/api/token/start`, { method: 'POST' })
  const cookie = started.headers.get('set-cookie')?.split(';')[0] ?? ''
  const { client_secret: token } = await started.json()
  const page = createClient({ url: `${at}/chatkit`, headers: { authorization: `Bearer ${token}` } })
  const events: string[] = []
  for await (const { type } of page.stream('threads.create', message)) events.push(type)
  expect(events).toContain('thread.item.done')
  expect((await page.request('threads.list', {})).data).toHaveLength(1)
  const refreshed = await fetch(`${at}/api/token/refresh`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, cookie },
  })
  expect(refreshed.status).toBe(200)
  expect((await fetch(`${at}/chatkit`, { method: 'POST', body: '{}' })).status).toBe(401)

  const created = await fetch(`${at}/api/create-session`, { method: 'POST', body: '{}' })
  const { client_secret: secret } = await created.json()
  const hostedPage = createClient({
    url: `${at}/v1/chatkit/conversation`,
    headers: { authorization: `Bearer ${secret}` },
  })
  for await (const { type } of hostedPage.stream('threads.create', message)) events.push(type)
  const threads = await fetch(`${at}/v1/chatkit/threads?limit=1`, {
    headers: { authorization: `Bearer ${env.API_KEY}` },
  })
  const [thread] = (await threads.json()).data
  expect(thread).toMatchObject({ object: 'chatkit.thread', id: expect.any(String) })
  const items = `${at}/v1/chatkit/threads/${thread.id}/items`
  expect((await fetch(items, { headers: { authorization: `Bearer ${env.API_KEY}` } })).status).toBe(200)

  expect(await postAction(`${at}/api/actions`, place({ id: 'a' }), { secret: env.ACTION_SECRET })).toBe('placed a')

  const proxied = createClient({ url: `${at}/api/proxy`, headers: { authorization: `Bearer ${token}` } })
  expect((await proxied.request('threads.list', {})).data).toHaveLength(1)
}

/** A chat server elsewhere, that `/api/proxy` stands before. */
const elsewhere = () => listen(toNodeHandler(chat.fetch))

test('Next.js, App Router', async () => {
  const proxy = proxyRoute({ url: await elsewhere() })
  // app/chatkit/[[...path]]/route.ts
  const chatkit = { GET: chat.fetch, POST: chat.fetch }
  // app/v1/chatkit/[...path]/route.ts
  const v1 = {
    GET: hostedRoutes.fetch,
    POST: hostedRoutes.fetch,
    DELETE: hostedRoutes.fetch,
    OPTIONS: hostedRoutes.fetch,
  }
  // app/api/create-session/route.ts
  const createSession = { POST: hostedRoutes.create }
  // app/api/token/[step]/route.ts
  const token = { POST: tokens.fetch }
  // app/api/actions/route.ts and app/api/proxy/route.ts
  const [action, throughProxy] = [{ POST: actions }, { POST: proxy }]

  /** Next calls a route file's export with a request and the parts of its path. */
  type NextHandler = (
    request: Request,
    context: { params: Promise<Record<string, string | string[]>> },
  ) => Promise<Response>
  const files: [RegExp, Partial<Record<string, NextHandler>>][] = [
    [/^\/chatkit/, chatkit],
    [/^\/v1\/chatkit\//, v1],
    [/^\/api\/create-session$/, createSession],
    [/^\/api\/token\//, token],
    [/^\/api\/actions$/, action],
    [/^\/api\/proxy$/, throughProxy],
  ]
  const next = async (request: Request) => {
    const { pathname } = new URL(request.url)
    const handler = files.find(([path]) => path.test(pathname))?.[1][request.method]
    const params = Promise.resolve({ path: pathname.split('/').slice(1) })
    return handler?.(request, { params }) ?? new Response('', { status: 404 })
  }
  await everythingWorks(await listen(toNodeHandler(next)))
})

test('Hono', async () => {
  const app = new Hono()
  app.all('/chatkit/*', ({ req }) => chat.fetch(req.raw))
  app.all('/v1/chatkit/*', ({ req }) => hostedRoutes.fetch(req.raw))
  app.post('/api/create-session', ({ req }) => hostedRoutes.create(req.raw))
  app.post('/api/token/*', ({ req }) => tokens.fetch(req.raw))
  app.mount('/api/actions', actions)
  app.mount('/api/proxy', proxyRoute({ url: await elsewhere() }))

  const port = await new Promise<number>((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => resolve(port))
    onTestFinished(() => void server.close())
  })
  await everythingWorks(`http://127.0.0.1:${port}`)
})

test('Express', async () => {
  const app = express()
  app.use('/chatkit', toNodeHandler(chat.fetch)) // before express.json(): each route reads its own body
  app.use('/v1/chatkit', toNodeHandler(hostedRoutes.fetch))
  app.post('/api/create-session', toNodeHandler(hostedRoutes.create))
  app.use('/api/token', toNodeHandler(tokens.fetch))
  app.post('/api/actions', toNodeHandler(actions))
  app.post('/api/proxy', toNodeHandler(proxyRoute({ url: await elsewhere() })))

  await everythingWorks(await listen(app))
})

test('plain Node', async () => {
  const routes = new Map<RegExp, (request: Request) => Promise<Response>>([
    [/^\/chatkit/, chat.fetch],
    [/^\/v1\/chatkit\//, hostedRoutes.fetch],
    [/^\/api\/create-session$/, hostedRoutes.create],
    [/^\/api\/token\//, tokens.fetch],
    [/^\/api\/actions$/, actions],
    [/^\/api\/proxy$/, proxyRoute({ url: await elsewhere() })],
  ])
  const server = createServer(
    toNodeHandler(async (request) => {
      const { pathname } = new URL(request.url)
      const route = [...routes].find(([path]) => path.test(pathname))?.[1]
      return route ? route(request) : new Response('Not found', { status: 404 })
    }),
  )
  await everythingWorks(await listen((request, response) => server.emit('request', request, response)))
})
