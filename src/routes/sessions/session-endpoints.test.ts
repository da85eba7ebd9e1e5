// @vitest-environment node
import { expect, test } from 'vitest'
import { asked, ownSessions } from '../testing/own-sessions.ts'

const refused = async (response: Response) => ({ status: response.status, ...(await response.json()) })
const invalid = (message: unknown, param: string) => ({
  status: 400,
  error: { message, type: 'invalid_request_error', param, code: null },
})

test.each([
  ['user', { ...asked, user: '' }],
  ['user', { workflow: { id: 'wf_1' } }],
  ['workflow', { user: 'ada' }],
  ['workflow.id', { user: 'ada', workflow: { id: '' } }],
  ['workflow.state_variables', { user: 'ada', workflow: { id: 'wf_1', state_variables: { ['k'.repeat(65)]: 1 } } }],
  ['workflow.state_variables.deep', { user: 'ada', workflow: { id: 'wf_1', state_variables: { deep: {} } } }],
  ['expires_after.seconds', { ...asked, expires_after: { anchor: 'created_at', seconds: 601 } }],
  ['expires_after.seconds', { ...asked, expires_after: { anchor: 'created_at', seconds: 0 } }],
  ['expires_after.anchor', { ...asked, expires_after: { anchor: 'now', seconds: 60 } }],
  ['rate_limits.max_requests_per_1_minute', { ...asked, rate_limits: { max_requests_per_1_minute: 0 } }],
  [
    'chatkit_configuration.file_upload.max_file_size',
    { ...asked, chatkit_configuration: { file_upload: { max_file_size: 513 } } },
  ],
  [
    'chatkit_configuration.file_upload.max_files',
    { ...asked, chatkit_configuration: { file_upload: { max_files: 0 } } },
  ],
  [
    'chatkit_configuration.history.recent_threads',
    { ...asked, chatkit_configuration: { history: { recent_threads: -1 } } },
  ],
])('a session that is wrong at %s is refused there', async (param, body) => {
  const { rest } = ownSessions()
  const answer = await refused(await rest('POST', 'sessions', body))
  expect(answer).toMatchObject({
    ...invalid(expect.any(String), param),
    error: { param: expect.stringContaining(param) },
  })
})

test('a body that is no JSON object is refused, unknown keys pass', async () => {
  const { rest } = ownSessions()
  for (const body of ['', 'nonsense', '[]', '"text"', 'null']) {
    expect(await refused(await rest('POST', 'sessions', body))).toEqual(
      invalid('The body is not a JSON object.', 'body'),
    )
  }
  const tolerated = await rest('POST', 'sessions', { ...asked, scope: { user_id: 'u' }, max_requests_per_session: 500 })
  expect(tolerated.status).toBe(200)
  expect((await rest('POST', 'sessions', { ...asked, padding: 'x'.repeat(300_000) })).status).toBe(413)
})

test('state variables come back with the session, but are not in the secret that browsers get', async () => {
  const { rest } = ownSessions()
  const state_variables = { plan: 'gold', tries: 3, trial: false }
  const session = await (
    await rest('POST', 'sessions', { user: 'ada', workflow: { id: 'wf_1', state_variables } })
  ).json()
  expect(session.workflow.state_variables).toEqual(state_variables)
  expect(Buffer.from(session.client_secret.split('.')[1], 'base64url').toString()).not.toContain('gold')
})

test('a session that has run out is told so when it is cancelled, and is forgotten later', async () => {
  const { rest, pass } = ownSessions()
  const { id } = await (await rest('POST', 'sessions', asked)).json()
  pass(600)
  expect(await (await rest('POST', `sessions/${id}/cancel`)).json()).toMatchObject({ id, status: 'expired' })
  pass(601)
  expect((await rest('POST', `sessions/${id}/cancel`)).status).toBe(404)
})

test('without one of the keys nothing is told', async () => {
  const { rest, startThread, sessions } = ownSessions()
  const id = await startThread('ada', 'Hi')
  const { client_secret } = await sessions.create(asked)
  const calls = [
    ['POST', 'sessions'],
    ['POST', 'sessions/cksess_1/cancel'],
    ['GET', 'threads'],
    ['GET', `threads/${id}`],
    ['DELETE', `threads/${id}`],
    ['GET', `threads/${id}/items`],
  ] as const
  for (const [method, path] of calls) {
    expect(await refused(await rest(method, path, undefined, {}))).toMatchObject({
      status: 401,
      error: { message: 'Missing bearer authentication in header.' },
    })
    for (const key of ['other', 'ke', 'keyy', client_secret]) {
      expect(await refused(await rest(method, path, undefined, { authorization: `Bearer ${key}` }))).toEqual({
        status: 401,
        error: {
          message: 'Incorrect API key provided.',
          type: 'invalid_request_error',
          param: null,
          code: 'invalid_api_key',
        },
      })
    }
  }
})

test('where any key will do, a client secret is still none', async () => {
  const { rest, sessions } = ownSessions({ apiKeys: 'any' })
  const { client_secret } = await sessions.create(asked)
  expect((await rest('GET', 'threads', undefined, { authorization: 'Bearer sk-whatever' })).status).toBe(200)
  expect((await rest('GET', 'threads', undefined, { authorization: `Bearer ${client_secret}` })).status).toBe(401)
})

test.each([
  ['limit', 'limit=101'],
  ['limit', 'limit=-1'],
  ['limit', 'limit=two'],
  ['order', 'order=up'],
  ['before', 'after=thr_1&before=thr_2'],
])('a list that is wrong at %s is refused there', async (param, query) => {
  const { rest } = ownSessions()
  expect(await refused(await rest('GET', `threads?${query}`))).toEqual(invalid(expect.any(String), param))
})

test('a list of no rows says whether there are any', async () => {
  const { rest, startThread } = ownSessions()
  const empty = { object: 'list', data: [], first_id: null, last_id: null }
  expect(await (await rest('GET', 'threads?limit=0')).json()).toEqual({ ...empty, has_more: false })
  await startThread('ada', 'Hi')
  expect(await (await rest('GET', 'threads?limit=0')).json()).toEqual({ ...empty, has_more: true })
})

test('items that have no form here are left out, and a page is full all the same', async () => {
  const own = ownSessions({
    respond: async (turn) => {
      for (let step = 0; step < 45; step++) {
        const item = {
          id: `hid_${step}`,
          thread_id: turn.thread.id,
          created_at: '2026-01-02T03:04:05Z',
        }
        await turn.emit({ type: 'thread.item.done', item: { ...item, type: 'hidden_context_item', content: step } })
        if (step % 20 === 0) await turn.say(`Word ${step}`)
      }
    },
  })
  const id = await own.startThread('ada', 'Hi')
  const page = await (await own.rest('GET', `threads/${id}/items?order=asc&limit=3`)).json()
  const textOf = ({ content }: { content: { text: string }[] }) => content[0]?.text
  expect(page.data.map(textOf)).toEqual(['Hi', 'Word 0', 'Word 20'])
  expect(page.has_more).toBe(true)
  const last = await (await own.rest('GET', `threads/${id}/items?order=asc&limit=3&after=${page.last_id}`)).json()
  expect([last.data.map(textOf), last.has_more]).toEqual([['Word 40'], false])
})

test('what is not there says so: paths, methods, ids that cannot be read', async () => {
  const { rest, routes } = ownSessions()
  expect(await refused(await rest('GET', 'models'))).toMatchObject({
    status: 404,
    error: { message: 'Unknown request URL: GET /v1/chatkit/models.' },
  })
  const strange = [
    'threads/%E0%A4%A',
    'threads/a/b',
    'threads/a/items/b',
    'sessions/a',
    'constructor',
    'threads/a/toString',
  ]
  for (const path of strange) expect((await rest('GET', path)).status).toBeGreaterThan(403)
  const put = await rest('PUT', 'threads')
  expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET'])
  expect((await routes.fetch(new Request('https://api.test/'))).status).toBe(404)
})

test('a chat that does not know the sessions is a fault of this server: the log says what to do', async () => {
  const own = ownSessions({ chat: { fetch: async () => new Response('no', { status: 401 }) } })
  const answer = await refused(await own.rest('GET', 'threads?user=ada'))
  expect(answer).toEqual({
    status: 500,
    error: {
      message: 'The server had an error while processing your request.',
      type: 'server_error',
      param: null,
      code: null,
    },
  })
  expect(own.log.text()).toContain('Give it `context: sessions.context`')
  expect(own.log.text()).not.toMatch(/eyJ|Bearer/)
})

test('a thread that goes while it is read is not there', async () => {
  const upkeep = { ownerOf: async () => 'ada', listThreads: async () => ({ data: [], has_more: false }) }
  const { rest } = ownSessions({ upkeep })
  expect(await refused(await rest('GET', 'threads/thr_gone'))).toMatchObject({
    status: 404,
    error: { message: "Thread with id 'thr_gone' not found." },
  })
})

test('a chat that has too much to do is a reason to wait', async () => {
  for (const status of [429, 503]) {
    const { rest } = ownSessions({ chat: { fetch: async () => new Response('', { status }) } })
    expect(await refused(await rest('GET', 'threads?user=ada'))).toMatchObject({
      status: 429,
      error: { message: 'The chat has too much to do. Try again later.' },
    })
  }
})

test('browsers of the allowed origins may call, with any header that ChatKit sends', async () => {
  const { routes, converse } = ownSessions({ cors: ['https://shop.test'] })
  const preflight = (origin: string) =>
    routes.fetch(
      new Request('https://api.test/v1/chatkit/conversation', {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-headers': 'accept-language,authorization,chatkit-frame-instance-id,openai-beta',
        },
      }),
    )
  const allowed = await preflight('https://shop.test')
  expect(Object.fromEntries(allowed.headers)).toMatchObject({
    'access-control-allow-origin': 'https://shop.test',
    'access-control-allow-headers': 'accept-language,authorization,chatkit-frame-instance-id,openai-beta',
    vary: 'Origin',
  })
  expect((await preflight('https://evil.test')).headers.get('access-control-allow-origin')).toBeNull()
  const unauthorized = await converse('ek_no', 'threads.list', {}, { headers: { origin: 'https://shop.test' } })
  expect([unauthorized.status, unauthorized.headers.get('access-control-allow-origin')]).toEqual([
    401,
    'https://shop.test',
  ])
})
