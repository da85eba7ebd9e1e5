// @vitest-environment node
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { actionRoute, proxyRoute, tokenRoutes } from './index.ts'
import { keptLog } from './testing/kept-log.ts'
import { asked, ownSessions, secret } from './testing/own-sessions.ts'

const names = [
  ...[
    'authorization',
    'cookie',
    'content-type',
    'content-length',
    'origin',
    'accept-language',
    'x-user-id',
    'connection',
  ],
  ...['webhook-id', 'webhook-timestamp', 'webhook-signature', 'idempotency-key', 'x-forwarded-proto', 'openai-beta'],
]
const value = fc.oneof(
  fc.stringMatching(/^[\x21-\x7e]{0,80}$/),
  fc.constantFrom(
    'Bearer ek_a.b.c',
    'Bearer key',
    'bearer',
    'visitor=',
    'visitor=%zz; visitor=b',
    '-1',
    '1e99',
    'null',
  ),
)
const json = fc.jsonValue({ maxDepth: 4 }).map((json) => JSON.stringify(json))
const body = fc.oneof(
  fc.string({ maxLength: 300 }),
  json,
  json.map((params) => `{"type":"threads.list","params":${params}}`),
  json.map((workflow) => `{"user":"ada","workflow":${workflow},"chatkit_configuration":${workflow}}`),
  json.map((token) => `{"currentClientSecret":${token},"session_id":${token},"__proto__":${token}}`),
)
const part = fc.oneof(
  fc.constantFrom(
    'v1',
    'chatkit',
    'threads',
    'sessions',
    'conversation',
    'files',
    'items',
    'cancel',
    'start',
    'refresh',
  ),
  fc.constantFrom('..', '%2e%2e', '%2f', '%E0%A4%A', '__proto__', 'constructor', 'thr_1'),
  fc.stringMatching(/^[\w%~-]{1,12}$/),
)
const query = fc.constantFrom(
  '',
  '?limit=1e3',
  '?limit=',
  '?order=constructor',
  '?user=ada&after=x',
  '?user[]=a&limit=0x10',
)
const request = fc
  .record({
    method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH'),
    parts: fc.array(part, { maxLength: 6 }),
    query,
    headers: fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 5 }),
    body,
  })
  .map(({ method, parts, query, headers, body }) => {
    const sent = method === 'GET' || method === 'HEAD' ? null : body
    return () => new Request(`https://app.test/${parts.join('/')}${query}`, { method, headers, body: sent })
  })

/** Sends requests of any kind: each gets an answer, none is a failure of ours, and none tells a secret. */
async function holds(route: (request: Request) => Promise<Response>, log: ReturnType<typeof keptLog>): Promise<void> {
  await fc.assert(
    fc.asyncProperty(request, async (make) => {
      const response = await route(make())
      const text = await response.text()
      expect(response.status).toBeLessThan(500)
      if (text) expect(() => JSON.parse(text)).not.toThrow()
      expect(text + JSON.stringify([...response.headers])).not.toMatch(/thirty-two.bytes/)
    }),
    { numRuns: 1500 },
  )
  expect(log.text()).not.toMatch(/failed/)
  expect(log.text()).not.toMatch(/thirty-two.bytes/)
  expect(Object.keys(Object.prototype)).toEqual([])
}

test('session endpoints answer whatever comes', async () => {
  const { routes, log } = ownSessions({ apiKeys: 'any', cors: ['https://shop.test'] })
  await holds(routes.fetch, log)
})

test('the starter’s routes answer whatever comes', async () => {
  const { routes, log } = ownSessions({ workflow: 'wf_1', user: { cookie: 'visitor' } })
  await holds(routes.create, log)
  await holds(routes.cancel, log)
})

test('the conversation answers whatever comes with a good secret', async () => {
  const { routes, sessions, log } = ownSessions()
  const { client_secret } = await sessions.create({
    ...asked,
    chatkit_configuration: { history: { recent_threads: 2 } },
  })
  const route = async (given: Request) => {
    const { headers } = given
    headers.set('authorization', `Bearer ${client_secret}`)
    const body = await given.text()
    return routes.fetch(new Request('https://app.test/v1/chatkit/conversation', { method: 'POST', headers, body }))
  }
  await holds(route, log)
})

test('token routes answer whatever comes', async () => {
  const log = keptLog()
  const tokens = tokenRoutes({ secret, user: { cookie: 'visitor' }, log })
  await holds(tokens.fetch, log)
  await holds(tokens.start, log)
  await holds(tokens.refresh, log)
})

test('the action route answers whatever comes', async () => {
  const log = keptLog()
  await holds(actionRoute({ secret, actions: [], log }), log)
})

test('the proxy answers whatever comes, and asks nothing but its own address', async () => {
  const log = keptLog()
  const key = secret.replaceAll(' ', '-')
  const asked = new Set<string>()
  const fetch = async ({ url }: Request) => {
    asked.add(new URL(url).origin)
    expect(new URL(url).pathname).toMatch(/^\/chatkit(\/|$)/)
    return Response.json({})
  }
  await holds(proxyRoute({ url: 'http://chat.test/chatkit', key, fetch, log }), log)
  await holds(proxyRoute({ url: 'http://chat.test/chatkit/', key, path: (path) => path, fetch, log }), log)
  expect([...asked]).toEqual(['http://chat.test'])
})
