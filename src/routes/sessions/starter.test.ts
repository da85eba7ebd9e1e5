// @vitest-environment node
import { expect, test } from 'vitest'
import { ParlorError } from '../../errors.ts'
import { keptLog } from '../testing/kept-log.ts'
import { listen } from '../testing/listen.ts'
import { ownSessions } from '../testing/own-sessions.ts'
import { type HostedSessionOptions, sessionRoutes } from './session-routes.ts'

const apiKey = 'sk-proj-1234567890'

/** The starter app's route, over an API that answers what the test says. */
function hosted(answer: () => Response | Promise<Response>, options: Partial<HostedSessionOptions> = {}) {
  const asked: Request[] = []
  const log = keptLog()
  const fetch = async (request: Request) => {
    asked.push(request)
    return answer()
  }
  return { asked, log, ...sessionRoutes({ apiKey, workflow: 'wf_env', fetch, log, ...options }) }
}
const made = () => Response.json({ id: 'cksess_1', client_secret: 'ek_1', expires_at: 1767323645, status: 'active' })
const post = (body?: unknown, headers: Record<string, string> = {}) =>
  new Request('http://app.test/api/create-session', {
    method: 'POST',
    headers,
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
const sent = (requests: Request[]) => Promise.all(requests.map((request) => request.json()))
const visitor = { cookie: 'a=1; chatkit_session_id=visitor-1; b=2' }

test('a page asks with a workflow, the API is asked with the key, and the page gets the secret', async () => {
  const { create, asked } = hosted(made)
  const body = {
    workflow: { id: 'wf_1' },
    scope: { user_id: 'x' },
    chatkit_configuration: { file_upload: { enabled: true } },
  }
  const response = await create(post(body, visitor))
  expect(await response.json()).toEqual({
    client_secret: 'ek_1',
    expires_after: null,
    expires_at: 1767323645,
    session_id: 'cksess_1',
  })
  expect(response.headers.get('set-cookie')).toBeNull()
  const [request] = asked
  expect([request?.method, request?.url]).toEqual(['POST', 'https://api.openai.com/v1/chatkit/sessions'])
  expect(Object.fromEntries(request?.headers ?? [])).toEqual({
    authorization: `Bearer ${apiKey}`,
    'content-type': 'application/json',
    'openai-beta': 'chatkit_beta=v1',
  })
  expect(await request?.json()).toEqual({
    workflow: { id: 'wf_1' },
    user: 'visitor-1',
    chatkit_configuration: { file_upload: { enabled: true } },
  })
})

test('the workflow is that of the body, in either form, or the one that is set', async () => {
  const { create, asked } = hosted(made)
  for (const body of [
    { workflow: { id: 'wf_1' }, workflowId: 'wf_2' },
    { workflowId: 'wf_2' },
    {},
    undefined,
    'nonsense',
    '[]',
  ]) {
    expect((await create(post(body, visitor))).status).toBe(200)
  }
  const ids = await Promise.all(asked.map(async (request) => (await request.json()).workflow.id))
  expect(ids).toEqual(['wf_1', 'wf_2', 'wf_env', 'wf_env', 'wf_env', 'wf_env'])
})

test('without a workflow the page is told', async () => {
  const { create, asked } = hosted(made, { workflow: undefined })
  const response = await create(post({ workflow: { id: '' } }))
  expect([response.status, await response.json()]).toEqual([400, { error: 'Missing workflow id' }])
  expect(asked).toEqual([])
})

test('a host may say which workflows there are', async () => {
  const { create } = hosted(made, { workflows: ['wf_1'] })
  expect((await create(post({ workflowId: 'wf_1' }))).status).toBe(200)
  const response = await create(post({ workflowId: 'wf_2' }))
  expect([response.status, await response.json()]).toEqual([404, { error: "Workflow with id 'wf_2' not found." }])
})

test('without a key it says which variable is missing, and sets no cookie', async () => {
  for (const apiKey of [undefined, '']) {
    const response = await hosted(made, { apiKey }).create(post({}))
    expect([response.status, await response.json()]).toEqual([
      500,
      { error: 'Missing OPENAI_API_KEY environment variable' },
    ])
    expect(response.headers.get('set-cookie')).toBeNull()
  }
})

test('a new visitor gets a cookie, on errors too', async () => {
  const { create, asked } = hosted(made)
  const response = await create(post({}))
  const cookie = response.headers.get('set-cookie') ?? ''
  expect(cookie).toMatch(/^chatkit_session_id=[0-9a-f-]{36}; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Lax$/)
  expect(await sent(asked)).toMatchObject([{ user: cookie.split(/[=;]/)[1] }])
  const behindTls = await create(post({}, { 'x-forwarded-proto': 'https' }))
  expect(behindTls.headers.get('set-cookie')).toMatch(/; SameSite=Lax; Secure$/)
  const failed = await hosted(() => Response.json({}, { status: 503 })).create(post({}))
  expect([failed.status, failed.headers.get('set-cookie')]).toEqual([503, expect.stringContaining('HttpOnly')])
  const broken = await hosted(() => Promise.reject(new TypeError('fetch failed'))).create(post({}))
  expect([broken.status, broken.headers.get('set-cookie')]).toEqual([500, expect.stringContaining('HttpOnly')])
})

test('the user may come from a header, or from the host’s own log-in', async () => {
  const byHeader = hosted(made, { user: { header: 'x-user' } })
  expect((await byHeader.create(post({}))).status).toBe(401)
  await byHeader.create(post({}, { 'x-user': 'ada' }))
  expect(await sent(byHeader.asked)).toMatchObject([{ user: 'ada' }])
  const byLogIn = hosted(made, { user: async ({ headers }) => (headers.get('x-token') === 't' ? 'bob' : null) })
  const response = await byLogIn.create(post({}))
  expect([response.status, await response.json()]).toEqual([401, { error: 'The request does not say who asks' }])
  const throwing = hosted(made, {
    user: () => {
      throw new ParlorError('unauthorized', { at: 'token', problem: 'The log-in has ended', hint: 'Log in' })
    },
  })
  const thrown = await throwing.create(post({}))
  expect([thrown.status, await thrown.json()]).toEqual([401, { error: 'The log-in has ended' }])
  await byLogIn.create(post({}, { 'x-token': 't' }))
  expect(await sent(byLogIn.asked)).toMatchObject([{ user: 'bob' }])
})

test.each([
  [{ error: 'plain' }, 'plain'],
  [{ error: { message: 'nested', code: 'c' } }, 'nested'],
  [{ details: 'details' }, 'details'],
  [{ details: { error: 'in details' } }, 'in details'],
  [{ details: { error: { message: 'deep' } } }, 'deep'],
  [{ message: 'message' }, 'message'],
  [{}, 'The session API answered 404'],
])('what the API refuses is told with its status: %j', async (body, error) => {
  const response = await hosted(() => Response.json(body, { status: 404 })).create(post({}, visitor))
  expect([response.status, await response.json()]).toEqual([404, { error, details: body }])
})

test('answers that are no JSON, no secret, or elsewhere are failures', async () => {
  const html = await hosted(() => new Response('<html>', { status: 502 })).create(post({}, visitor))
  expect([html.status, await html.json()]).toEqual([502, { error: 'The session API answered 502', details: {} }])
  const empty = await hosted(() => Response.json({ id: 'cksess_1' })).create(post({}, visitor))
  expect([empty.status, await empty.json()]).toEqual([502, { error: 'The session API gave no client secret' }])
  const elsewhere = () => new Response(null, { status: 302, headers: { location: 'https://evil.test' } })
  expect((await hosted(elsewhere).create(post({}, visitor))).status).toBe(502)
})

test('the key follows no redirect', async () => {
  let asked = 0
  const other = await listen((_, response) => void response.end(String(asked++)))
  const baseUrl = await listen((_, response) => void response.writeHead(307, { location: other }).end())
  const { create } = sessionRoutes({ apiKey, workflow: 'wf_1', baseUrl, log: keptLog() })
  expect([(await create(post({}, visitor))).status, asked]).toEqual([502, 0])
})

test('what is not expected is told to the log alone', async () => {
  const { create, log } = hosted(() => Promise.reject(new TypeError('connect ECONNREFUSED')))
  const response = await create(post({}, visitor))
  expect([response.status, await response.json()]).toEqual([500, { error: 'Unexpected error' }])
  expect(log.text()).toContain('ECONNREFUSED')
})

test('an API that does not answer is given up', async () => {
  const never = (request: Request) =>
    new Promise<Response>((_, reject) => request.signal.addEventListener('abort', () => reject(request.signal.reason)))
  const { create } = hosted(made, { fetch: never, timeoutMs: 5 })
  expect((await create(post({}, visitor))).status).toBe(500)
})

test('the key is in no answer and in no log, even where the API quotes it', async () => {
  const quoted = {
    error: { message: `Incorrect API key provided: ${apiKey}, sk-proj-12****90.`, code: 'invalid_api_key' },
  }
  const { create, log } = hosted(() => Response.json(quoted, { status: 401 }))
  expect(await (await create(post({}, visitor))).text()).not.toContain('sk-')
  const failing = hosted(() => Promise.reject(new Error(`bad header Bearer ${apiKey}`)))
  expect(await (await failing.create(post({}, visitor))).text()).not.toContain('sk-')
  expect(log.text() + failing.log.text()).not.toMatch(/1234567890|12\*/)
  const gateway = 'a-key-of-some-gateway'
  const otherForm = hosted(() => Response.json({ error: `No ${gateway} here` }, { status: 403 }), { apiKey: gateway })
  expect(await (await otherForm.create(post({}, visitor))).json()).toEqual({
    error: 'No [key] here',
    details: { error: 'No [key] here' },
  })
})

test('another address of the API is taken with and without its version', async () => {
  for (const baseUrl of [
    'http://localhost:8000',
    'http://localhost:8000/',
    'http://localhost:8000/v1',
    'http://localhost:8000/v1/',
  ]) {
    const { create, asked } = hosted(made, { baseUrl })
    await create(post({}))
    expect(asked[0]?.url).toBe('http://localhost:8000/v1/chatkit/sessions')
  }
})

test('a session is cancelled by its id', async () => {
  const { cancel, asked } = hosted(() => Response.json({ id: 'cksess_1', client_secret: 'ek_1', status: 'cancelled' }))
  const response = await cancel(post({ session_id: 'cksess_1/../x' }, visitor))
  expect(await response.json()).toEqual({ session_id: 'cksess_1/../x', status: 'cancelled' })
  expect(asked[0]?.url).toBe('https://api.openai.com/v1/chatkit/sessions/cksess_1%2F..%2Fx/cancel')
  const missing = await cancel(post({}, visitor))
  expect([missing.status, await missing.json()]).toEqual([400, { error: 'Missing session id' }])
})

test('only POST is answered', async () => {
  const { create, cancel } = hosted(made)
  for (const route of [create, cancel]) {
    const response = await route(new Request('http://app.test/api'))
    expect([response.status, await response.json()]).toEqual([405, { error: 'Method Not Allowed' }])
  }
})

test('the same route hands out sessions of one’s own server', async () => {
  const { routes, converse } = ownSessions({ workflow: 'wf_1', workflows: ['wf_1'] })
  const response = await routes.create(post({}, visitor))
  const { client_secret, session_id, ...rest } = await response.json()
  expect(rest).toEqual({ expires_after: null, expires_at: 1767323645 })
  expect((await converse(client_secret, 'threads.list')).status).toBe(200)
  const cancelled = await routes.cancel(post({ session_id }, visitor))
  expect(await cancelled.json()).toEqual({ session_id, status: 'cancelled' })
  expect((await converse(client_secret, 'threads.list')).status).toBe(401)
  const unknown = await routes.cancel(post({ session_id: 'cksess_x' }, visitor))
  expect([unknown.status, await unknown.json()]).toMatchObject([
    404,
    { error: "Chatkit Session with id 'cksess_x' not found." },
  ])
})
