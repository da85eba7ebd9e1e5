// @vitest-environment node
import fc from 'fast-check'
import OpenAI from 'openai'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { type ActionHandler, defineAction, on } from '../../actions/index.ts'
import { ParlorError } from '../../errors.ts'
import { keptLog } from '../testing/kept-log.ts'
import { listen } from '../testing/listen.ts'
import { type ActionRouteOptions, actionRoute, type PostedAction } from './action-route.ts'
import { type PostActionOptions, postAction } from './post-action.ts'

const secret = 'a secret of thirty-two bytes, or of more'
const older = 'the secret that was in use before this one'
const place = defineAction('slip.place', {
  payload: z.strictObject({ id: z.string() }),
  form: z.strictObject({ stake: z.coerce.number().positive() }),
  handler: 'server',
})
const cancel = defineAction('slip.cancel')

/** A route that keeps what its handler was called with, and a way to post to it. */
function webhook(options: Partial<ActionRouteOptions> = {}) {
  let at = Date.parse('2026-01-02T03:04:05Z')
  const now = () => new Date(at)
  const log = keptLog()
  const calls: object[] = []
  const sent: Request[] = []
  const actions: ActionHandler<PostedAction>[] = [
    on(place, ({ input, metadata, sentAt, ...call }) => {
      calls.push({ input, metadata, sentAt, type: call.action.type })
      return { receipt: `${input.id} for ${input.stake}` }
    }),
    on(cancel, () => {
      throw new Error('the bookmaker is closed, at /srv/bets')
    }),
  ]
  const route = actionRoute({ secret, actions, now, log, ...options })
  const post = (action: { type: string; payload?: unknown }, more: Partial<PostActionOptions> = {}) =>
    postAction('https://bets.test/actions?token=hidden', action, {
      secret,
      now,
      fetch: (request) => {
        sent.push(request.clone())
        return route(request)
      },
      ...more,
    })
  function pass(seconds: number) {
    at += seconds * 1000
  }
  return { route, post, pass, calls, sent, log }
}
const placed = { type: 'slip.place', payload: { id: 'a', stake: '5' } }
const refused = async (response: Response) => [response.status, (await response.json()).error.message]

test('an action that is posted is checked and handled, and its result comes back', async () => {
  const { post, calls, sent } = webhook()
  const config = { ...place({ id: 'a' }), payload: { id: 'a', stake: '12.5' } }
  expect(await post(config, { metadata: { thread_id: 'thr_1' } })).toEqual({ receipt: 'a for 12.5' })
  expect(calls).toEqual([
    {
      type: 'slip.place',
      input: { id: 'a', stake: 12.5 },
      metadata: { thread_id: 'thr_1' },
      sentAt: new Date('2026-01-02T03:04:05Z'),
    },
  ])
  const [request] = sent
  expect(Object.fromEntries(request?.headers ?? [])).toEqual({
    'content-type': 'application/json',
    'webhook-id': expect.stringMatching(/^act_[0-9a-f]{32}$/),
    'webhook-timestamp': '1767323045',
    'webhook-signature': expect.stringMatching(/^v1,[\w+/]{43}=$/),
  })
  expect(await request?.json()).toEqual({
    type: 'slip.place',
    payload: { id: 'a', stake: '12.5' },
    metadata: { thread_id: 'thr_1' },
  })
})

test('what does not fit the action’s schemas is refused at its place', async () => {
  const { post, calls } = webhook()
  await expect(post(place({ id: 'a' }))).rejects.toMatchObject({
    code: 'http_error',
    at: 'POST https://bets.test/actions',
    problem: expect.stringMatching(/^400: /),
    hint: expect.stringMatching(/^slip\.place\.payload\.stake: /),
  })
  await expect(post({ type: 'slip.plcae' })).rejects.toMatchObject({
    problem: '400: There is no action slip.plcae',
    hint: 'type: There are slip.place, slip.cancel',
  })
  expect(calls).toEqual([])
})

test('a delivery counts once', async () => {
  const { post, route, sent, calls, pass } = webhook()
  await post(placed)
  const again = () => route(sent[0]?.clone() ?? new Request(''))
  expect(await refused(await again())).toEqual([
    409,
    expect.stringMatching(/^The delivery act_[0-9a-f]{32} has come before$/),
  ])
  pass(300)
  expect((await again()).status).toBe(409)
  pass(1)
  expect(await refused(await again())).toEqual([401, 'It was signed at another time'])
  expect(calls.length).toBe(1)
})

test('of many of the same at once, one counts', async () => {
  const { post, route, sent, calls } = webhook()
  await post(placed)
  calls.length = 0
  const request = sent[0] ?? new Request('')
  const fresh = webhook({ actions: [on(place, () => calls.push({}))] })
  const answers = await Promise.all(Array.from({ length: 20 }, () => fresh.route(request.clone())))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(19).fill(409)])
  expect(calls.length).toBe(1)
  expect((await route(request.clone())).status).toBe(409)
})

test('a delivery of a clock that is too far off does not count, past or future', async () => {
  for (const [seconds, ok] of [
    [-301, false],
    [-300, true],
    [300, true],
    [301, false],
  ] as const) {
    const { post } = webhook()
    const sending = post(placed, { now: () => new Date(Date.parse('2026-01-02T03:04:05Z') + seconds * 1000) })
    if (ok) await sending
    else await expect(sending).rejects.toThrow('401: It was signed at another time')
  }
})

test('a delivery that was changed in any part is refused, and nothing is told of why', async () => {
  const { post, route, sent, calls } = webhook()
  await post(placed)
  calls.length = 0
  const original = sent[0] ?? new Request('')
  const body = await original.clone().text()
  const changed = (header: string, value: string | null, text = body) => {
    const headers = new Headers(original.headers)
    if (value === null) headers.delete(header)
    else headers.set(header, value)
    return route(new Request(original.url, { method: 'POST', headers, body: text }))
  }
  const signature = original.headers.get('webhook-signature') ?? ''
  const id = original.headers.get('webhook-id') ?? ''
  const answers = [
    await changed('webhook-id', 'act_00000000000000000000000000000000'),
    await changed('webhook-id', `${id}x`),
    await changed('webhook-timestamp', '1767323046'),
    await changed('x', '', body.replace('"5"', '"500"')),
    await changed('x', '', `${body} `),
    await changed('webhook-signature', signature.replace('v1,', 'v1a,')),
    await changed('webhook-signature', 'v1,'),
    await changed('webhook-signature', 'v1,not base64!'),
    await changed('webhook-signature', `v1,${'A'.repeat(43)}=`),
  ]
  for (const answer of answers) expect(await refused(answer)).toEqual([401, 'The signature is of another secret'])
  for (const header of ['webhook-id', 'webhook-timestamp', 'webhook-signature']) {
    expect(await refused(await changed(header, null))).toEqual([401, 'It is not signed'])
  }
  expect(await refused(await changed('webhook-timestamp', '1e9'))).toEqual([401, 'It is not signed'])
  expect(await refused(await changed('webhook-id', 'a.b.c.d.e'))).toEqual([401, 'It is not signed'])
  expect(calls).toEqual([])
})

test('any change of one byte of the body is refused', async () => {
  const { post, sent } = webhook()
  await post(placed)
  const original = sent[0] ?? new Request('')
  const bytes = new Uint8Array(await original.clone().arrayBuffer())
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
      const body = bytes.slice()
      body[at] = (body[at] ?? 0) ^ flip
      const { route, calls } = webhook()
      const response = await route(new Request(original.url, { method: 'POST', headers: original.headers, body }))
      expect([response.status, calls.length]).toEqual([401, 0])
    }),
    { numRuns: 200 },
  )
})

test('secrets are changed without a break: the first signs, all verify', async () => {
  const during = webhook({ secret: [secret, older] })
  await during.post(placed, { secret: older })
  await during.post(placed, { secret: [secret, older] })
  await expect(webhook().post(placed, { secret: older })).rejects.toThrow('401: The signature is of another secret')
})

test('it is the signature of standardwebhooks.com: the official client verifies and is verified', async () => {
  const now = () => new Date()
  const bytes = `whsec_${btoa('twenty-four bytes or more')}`
  for (const shared of [secret, bytes]) {
    const { post, sent } = webhook({ secret: shared, now })
    await post(placed, { secret: shared, now })
    const [request] = sent
    const { webhooks } = new OpenAI({ apiKey: 'none' })
    const body = (await request?.text()) ?? ''
    await webhooks.verifySignature(body, request?.headers ?? new Headers(), shared)
    await expect(webhooks.verifySignature(`${body} `, request?.headers ?? new Headers(), shared)).rejects.toThrow()
  }
})

test('a body that is too long is refused before it is hashed, one that is no action after', async () => {
  const { post, route } = webhook({ maxBodyBytes: 300 })
  const long = { type: 'slip.place', payload: { id: 'x'.repeat(300), stake: '1' } }
  await expect(post(long)).rejects.toThrow('413: The body has more than 300 bytes')
  expect((await route(new Request('https://bets.test', { method: 'POST', body: 'x'.repeat(301) }))).status).toBe(401)
  for (const odd of [{ payload: {} }, { type: 7 }]) {
    await expect(post(odd as never)).rejects.toThrow('400: The body is not an action')
  }
})

test('what a handler throws is told to the log alone, what it refuses to the sender', async () => {
  const { post, log } = webhook()
  await expect(post(cancel())).rejects.toMatchObject({ problem: '500: The server failed' })
  expect(log.text()).toContain('the bookmaker is closed')
  const refusing = webhook({
    actions: [
      on(cancel, () => {
        throw new ParlorError('conflict', { at: 'slip', problem: 'It is settled', hint: 'Nothing to do' })
      }),
    ],
  })
  await expect(refusing.post(cancel())).rejects.toMatchObject({
    problem: '409: It is settled',
    hint: 'slip: Nothing to do',
  })
})

test('a handler that returns nothing is a result all the same', async () => {
  const { post } = webhook({ actions: [on(cancel, () => {})] })
  expect(await post(cancel())).toBeNull()
})

test('only POST is answered', async () => {
  const { route } = webhook()
  const response = await route(new Request('https://bets.test/actions'))
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST'])
})

test('who posts hears when nobody answers, when it takes too long, and when it gave up', async () => {
  const { post } = webhook()
  const at = 'POST https://bets.test/actions'
  const never = (request: Request) =>
    new Promise<Response>((_, reject) => {
      const leave = () => reject(request.signal.reason)
      if (request.signal.aborted) leave()
      request.signal.addEventListener('abort', leave)
    })
  await expect(post(placed, { fetch: () => Promise.reject(new TypeError('fetch failed')) })).rejects.toMatchObject({
    code: 'network',
    at,
    problem: 'No answer came',
  })
  await expect(post(placed, { fetch: never, timeoutMs: 5 })).rejects.toMatchObject({
    code: 'timeout',
    at,
    problem: 'No answer within 5 ms',
  })
  await expect(post(placed, { fetch: never, signal: AbortSignal.abort() })).rejects.toMatchObject({
    code: 'aborted',
    at,
  })
  const moved = async () => new Response(null, { status: 307, headers: { location: 'https://evil.test' } })
  await expect(post(placed, { fetch: moved })).rejects.toMatchObject({ code: 'http_error', at })
})

test('what was signed for one address is sent to no other', async () => {
  let asked = 0
  const other = await listen((_, response) => void response.end(String(asked++)))
  const moved = await listen((_, response) => void response.writeHead(307, { location: other }).end())
  await expect(postAction(moved, placed, { secret })).rejects.toMatchObject({ code: 'http_error' })
  expect(asked).toBe(0)
})

test('secrets are in no error and no log', async () => {
  const { post, log } = webhook()
  const errors = await Promise.all(
    [
      post(cancel()),
      post(placed, { secret: older }),
      post(placed, { fetch: () => Promise.reject(new Error('no')) }),
    ].map((sending) => sending.catch((error: Error) => `${error.stack}${JSON.stringify(error)}`)),
  )
  expect(errors.join() + log.text()).not.toMatch(/a secret of|the secret that|hidden/)
})

test('a secret that could be guessed is refused when the route is made', () => {
  expect(() => webhook({ secret: 'short' })).toThrow('secret: It has 5 bytes, at least 32 are needed')
  expect(() => webhook({ secret: 'whsec_c2hvcnQ=' })).toThrow('After whsec_ it is not the base64 of at least 24 bytes')
  expect(() => webhook({ secret: [] })).toThrow('secret: There is none')
})

test('whatever comes, the answer is a refusal in JSON', async () => {
  const { route, calls } = webhook()
  const text = fc.string({ maxLength: 200 })
  const headerText = fc.stringMatching(/^[\x20-\x7e]{0,60}$/)
  await fc.assert(
    fc.asyncProperty(text, headerText, headerText, headerText, async (body, id, timestamp, signature) => {
      const headers = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature }
      const response = await route(new Request('https://bets.test', { method: 'POST', headers, body }))
      expect(response.status).toBe(401)
      expect(await response.json()).toHaveProperty('error.code', 'unauthorized')
    }),
    { numRuns: 500 },
  )
  expect(calls).toEqual([])
})
