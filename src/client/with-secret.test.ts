import { expect, onTestFinished, test, vi } from 'vitest'
import { expiresSoon } from './expires-soon.ts'
import { type Fetch, withSecret } from './index.ts'

/** A server that accepts one secret only. */
const guarded = (accepted: string) =>
  vi.fn<Fetch>(async (input, init) => {
    const headers = new Headers(init?.headers ?? (input instanceof Request ? input.headers : undefined))
    return new Response(null, { status: headers.get('Authorization') === `Bearer ${accepted}` ? 200 : 401 })
  })

test('the secret is asked for once and kept', async () => {
  const source = vi.fn(async () => 's1')
  const send = withSecret(guarded('s1'), source)
  await send('/chatkit')
  expect((await send('/chatkit')).status).toBe(200)
  expect(source.mock.calls).toEqual([[null]])
})

test('a refused secret is renewed once, whoever waits for it', async () => {
  const answers = ['old', 'new']
  const source = vi.fn(async (_current: string | null) => answers.shift() ?? 'never')
  const fetch = guarded('new')
  const send = withSecret(fetch, source)
  const responses = await Promise.all([send('/a'), send('/b'), send('/c')])
  expect(responses.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(source.mock.calls).toEqual([[null], ['old']])
  expect(fetch).toHaveBeenCalledTimes(6)
})

test('a secret that was renewed meanwhile is used, not renewed again', async () => {
  const answers = ['old', 'new']
  const source = vi.fn(async () => answers.shift() ?? 'never')
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const server = guarded('new')
  const send = withSecret(async (input, init) => {
    const response = await server(input, init)
    if (input === '/slow' && response.status === 401) await held
    return response
  }, source)
  const late = send('/slow')
  await send('/fast')
  release()
  expect((await late).status).toBe(200)
  expect(source.mock.calls).toEqual([[null], ['old']])
})

test('a secret that is refused again is not asked for a third time', async () => {
  const source = vi.fn(async () => 'wrong')
  expect((await withSecret(guarded('right'), source)('/chatkit')).status).toBe(401)
  expect(source.mock.calls).toEqual([[null], ['wrong']])
})

test('a Request with a body is sent again whole', async () => {
  const bodies: string[] = []
  const send = withSecret(
    async (input) => {
      bodies.push(input instanceof Request ? await input.text() : '')
      return new Response(null, { status: bodies.length === 1 ? 401 : 200 })
    },
    async () => 's',
  )
  await send(new Request('http://localhost/chatkit', { method: 'POST', body: 'hello' }))
  expect(bodies).toEqual(['hello', 'hello'])
})

test('without a secret nothing is sent, and the next request asks anew', async () => {
  const cause = new Error('offline')
  const source = vi.fn<() => Promise<string>>().mockRejectedValueOnce(cause).mockResolvedValue('s1')
  const fetch = guarded('s1')
  const send = withSecret(fetch, source)
  await expect(send('/chatkit')).rejects.toMatchObject({ code: 'unauthorized', at: 'secret', cause })
  expect(fetch).not.toHaveBeenCalled()
  expect((await send('/chatkit')).status).toBe(200)
})

test.each([
  ['', 'The client secret is empty'],
  [{ client_secret: 's' }, 'The client secret is of type object, not a string'],
])('a secret has to be a string with something in it: %j', async (secret, problem) => {
  const send = withSecret(guarded('s'), () => JSON.parse(JSON.stringify(secret)))
  await expect(send('/chatkit')).rejects.toMatchObject({ code: 'unauthorized', problem })
})

test('who gives up does not wait for the secret', async () => {
  const controller = new AbortController()
  const send = withSecret(guarded('s'), () => new Promise(() => {}))
  const response = send('/chatkit', { signal: controller.signal })
  controller.abort(new Error('gone'))
  await expect(response).rejects.toThrow('gone')
})

/** A token as our server signs them, without a signature. */
function tokenUntil(exp: number, iat?: number, prefix = 'ek_'): string {
  const text = (value: object) =>
    btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
  return `${prefix}${text({ alg: 'HS256' })}.${text({ sub: 'ada?>', exp, ...(iat === undefined ? {} : { iat }) })}.c2ln`
}

test('a secret that says when it expires is renewed shortly before, once for all requests, and before the server refuses it', async () => {
  vi.useFakeTimers({ now: 1_000_000_000_000 })
  onTestFinished(() => void vi.useRealTimers())
  const first = tokenUntil(1_000_000_600, 1_000_000_000)
  const second = tokenUntil(1_000_001_200, 1_000_000_600)
  const answers = [first, second]
  const source = vi.fn(async (_current: string | null) => answers.shift() ?? 'never')
  const seen: (string | null)[] = []
  const send = withSecret(async (_, init) => {
    seen.push(new Headers(init?.headers).get('Authorization'))
    return new Response()
  }, source)
  await send('/a')
  vi.setSystemTime(1_000_000_569_000)
  await send('/b')
  vi.setSystemTime(1_000_000_570_000)
  await Promise.all([send('/c'), send('/d')])
  expect(source.mock.calls).toEqual([[null], [first]])
  expect(seen).toEqual([`Bearer ${first}`, `Bearer ${first}`, `Bearer ${second}`, `Bearer ${second}`])
})

test('where no new secret can be had, the old one is used while the server takes it', async () => {
  const nearlyOver = tokenUntil(Date.now() / 1000 + 10)
  const source = vi.fn(async (current: string | null) => {
    if (current !== null) throw new Error('Offline')
    return nearlyOver
  })
  const send = withSecret(guarded(nearlyOver), source)
  await send('/a')
  expect((await send('/b')).status).toBe(200)
  expect(source).toHaveBeenCalledTimes(2)
})

test.each([
  ['a secret without a date', 'ek_68a3f', false],
  ['what only looks like a token', 'a.b.c', false],
  ['a claim that is no number', `x.${btoa('{"exp":"soon"}')}.y`, false],
  ['a payload that is no object', `x.${btoa('null')}.y`, false],
  ['a long life, half a minute before its end', tokenUntil(1030, 0), true],
  ['a long life, before that', tokenUntil(1031, 0), false],
  ['a short life, three quarters through', tokenUntil(1001, 997), true],
  ['a short life, before that', tokenUntil(1002, 998), false],
  ['one that is over', tokenUntil(999), true],
])('%s: %s', (_, token, soon) => {
  expect(expiresSoon(token, 1000)).toBe(soon)
})
