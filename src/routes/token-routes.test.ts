// @vitest-environment node
import { decodeJwt, SignJWT } from 'jose'
import { expect, test } from 'vitest'
import type { RouteLog } from './log.ts'
import { processMemory } from './short-memory.ts'
import { type TokenRoutesOptions, tokenRoutes } from './token-routes.ts'

const secret = 'a secret of thirty-two bytes, or of more'
const older = 'the secret that was in use before this one'
const silent: RouteLog = { warn() {}, error() {} }

/** Routes with a clock that the test moves; the log-in is the header `x-login`. */
function routes(options: Partial<TokenRoutesOptions> = {}) {
  let at = Date.parse('2026-01-02T03:04:05Z')
  const tokens = tokenRoutes({
    secret,
    user: ({ headers }) => headers.get('x-login'),
    now: () => new Date(at),
    log: silent,
    ...options,
  })
  function pass(seconds: number) {
    at += seconds * 1000
  }
  return { tokens, pass }
}

const post = (path: string, headers: Record<string, string> = {}, body?: unknown) =>
  new Request(`https://app.test/chatkit/${path}`, {
    method: 'POST',
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
const ada = { 'x-login': 'ada' }

async function started(tokens: ReturnType<typeof tokenRoutes>): Promise<string> {
  const { client_secret } = await (await tokens.start(post('start', ada))).json()
  return client_secret
}
const refreshed = async (tokens: ReturnType<typeof tokenRoutes>, token: string, login: object = ada) => {
  const response = await tokens.refresh(post('refresh', { ...login, ...bearer(token) }))
  return { status: response.status, body: await response.json() }
}
const refusedWith = (problem: string) => ({
  error: expect.objectContaining({ code: 'unauthorized', message: problem }),
})

test('a start gives a token that says whose requests follow', async () => {
  const { tokens } = routes()
  const response = await tokens.start(post('start', ada))
  const body = await response.json()
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(body).toEqual({ client_secret: expect.any(String), expires_at: Date.parse('2026-01-02T03:14:05Z') / 1000 })
  expect(await tokens.verify(post('', bearer(body.client_secret)))).toEqual({
    user: 'ada',
    chat: expect.stringMatching(/^chat_[0-9a-f]{32}$/),
  })
})

test('who is not logged in gets none', async () => {
  const { tokens } = routes()
  const response = await tokens.start(post('start'))
  expect(response.status).toBe(401)
  expect(await response.json()).toEqual({
    error: { code: 'unauthorized', message: 'The request does not say who asks', at: 'user', hint: 'Log in' },
  })
})

test('a refresh gives the next token of the same chat', async () => {
  const { tokens, pass } = routes()
  const first = await started(tokens)
  pass(500)
  const { body } = await refreshed(tokens, first)
  expect(body.expires_at).toBe(Date.parse('2026-01-02T03:04:05Z') / 1000 + 1100)
  const [before, after] = [
    await tokens.verify(post('', bearer(first))),
    await tokens.verify(post('', bearer(body.client_secret))),
  ]
  expect(after).toEqual(before)
})

test('the current token may come in the body, as getClientSecret is often written', async () => {
  const { tokens } = routes()
  const token = await started(tokens)
  const response = await tokens.refresh(post('refresh', ada, { currentClientSecret: token }))
  expect(response.status).toBe(200)
})

test('a token that expired can be refreshed for a while, but counts for nothing else', async () => {
  const { tokens, pass } = routes()
  const token = await started(tokens)
  pass(601)
  await expect(tokens.verify(post('', bearer(token)))).rejects.toMatchObject({
    code: 'unauthorized',
    message: 'token: The token has expired. Refresh it, or start anew',
  })
  expect((await refreshed(tokens, token)).status).toBe(200)
  pass(60)
  expect(await refreshed(tokens, token)).toEqual({ status: 401, body: refusedWith('The token has expired') })
})

test('a refresh is for who has the token and is logged in', async () => {
  const { tokens } = routes()
  const token = await started(tokens)
  const problem = refusedWith('The request does not say who asks')
  expect(await refreshed(tokens, token, {})).toEqual({ status: 401, body: problem })
  expect(await refreshed(tokens, token, { 'x-login': 'eve' })).toEqual({ status: 401, body: problem })
  expect((await tokens.refresh(post('refresh', ada))).status).toBe(401)
})

test('a refresh asked again at once is answered; later it shuts the chat', async () => {
  const { tokens, pass } = routes()
  const first = await started(tokens)
  const { body } = await refreshed(tokens, first)
  expect((await refreshed(tokens, first)).status).toBe(200)
  pass(31)
  expect(await refreshed(tokens, first)).toEqual({ status: 401, body: refusedWith('The token was refreshed before') })
  await expect(tokens.verify(post('', bearer(body.client_secret)))).rejects.toThrow('This chat was shut')
  expect(await refreshed(tokens, body.client_secret)).toEqual({ status: 401, body: refusedWith('This chat was shut') })
  const anew = await started(tokens)
  expect(await tokens.verify(post('', bearer(anew)))).toMatchObject({ user: 'ada' })
})

test('a token is remembered no longer than it could come again', async () => {
  let at = Date.parse('2026-01-02T03:04:05Z')
  const now = () => new Date(at)
  const { tokens } = routes({ now, memory: processMemory({ now, maxKeys: 2 }) })
  for (let round = 0; round < 10; round++) {
    expect((await refreshed(tokens, await started(tokens))).status).toBe(200)
    at += 400_000
  }
})

test('refreshing ends some time, and no token counts for longer', async () => {
  const { tokens, pass } = routes({ maxAgeSeconds: 700 })
  const first = await started(tokens)
  pass(500)
  const { body } = await refreshed(tokens, first)
  expect(body.expires_at).toBe(Date.parse('2026-01-02T03:04:05Z') / 1000 + 700)
  pass(210)
  expect(await refreshed(tokens, body.client_secret)).toEqual({
    status: 401,
    body: refusedWith('This chat has gone on long enough'),
  })
})

test('secrets are changed without a break: the first signs, the older still verify', async () => {
  const before = routes({ secret: older }).tokens
  const during = routes({ secret: [secret, older] }).tokens
  const after = routes({ secret }).tokens
  const old = await started(before)
  expect(await during.verify(post('', bearer(old)))).toMatchObject({ user: 'ada' })
  const next = (await refreshed(during, old)).body.client_secret
  expect(await after.verify(post('', bearer(next)))).toMatchObject({ user: 'ada' })
  await expect(after.verify(post('', bearer(old)))).rejects.toThrow('none of this server’s')
})

test('tokens of other purposes, other algorithms and no signature are refused', async () => {
  const { tokens } = routes()
  const claims = decodeJwt(await started(tokens))
  const key = new TextEncoder().encode(secret)
  const sign = (alg: string, change: object) =>
    new SignJWT({ ...claims, ...change }).setProtectedHeader({ alg }).sign(key)
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const strange = [
    await sign('HS256', { aud: 'chatkit.session' }),
    await sign('HS512', {}),
    await sign('HS256', { exp: undefined }),
    await sign('HS256', { sub: 7 }),
    `${part({ alg: 'none' })}.${part(claims)}.`,
    'x'.repeat(100_000),
    'a.b.c',
  ]
  for (const token of strange)
    await expect(tokens.verify(post('', bearer(token)))).rejects.toThrow('none of this server’s')
  await expect(tokens.verify(post(''))).rejects.toThrow('No token was sent')
})

test('a visitor who is not logged in anywhere is known by a cookie', async () => {
  const { tokens } = routes({ user: { cookie: 'visitor' } })
  const response = await tokens.start(post('start'))
  const cookie = response.headers.get('set-cookie') ?? ''
  expect(cookie).toMatch(/^visitor=[0-9a-f-]{36}; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Lax; Secure$/)
  const { client_secret } = await response.json()
  const known = { cookie: cookie.split(';')[0] ?? '' }
  expect((await refreshed(tokens, client_secret, known)).status).toBe(200)
  expect((await refreshed(tokens, client_secret, {})).status).toBe(401)
})

test('both routes hang under one path', async () => {
  const { tokens } = routes()
  expect((await tokens.fetch(post('start', ada))).status).toBe(200)
  expect((await tokens.fetch(post('refresh', ada))).status).toBe(401)
  expect((await tokens.fetch(post('stop', ada))).status).toBe(404)
  const got = await tokens.fetch(new Request('https://app.test/start'))
  expect([got.status, got.headers.get('allow')]).toEqual([405, 'POST'])
})

test('a secret that could be guessed is refused when the routes are made', () => {
  expect(() => routes({ secret: 'short' })).toThrow(
    'secret: It has 5 bytes, at least 32 are needed. Make one with `openssl rand -base64 32`',
  )
  expect(() => routes({ secret: [] })).toThrow('secret: There is none. Give at least one')
})
