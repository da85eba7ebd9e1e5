// @vitest-environment node
import { expect, test } from 'vitest'
import { attachmentFiles, memoryBytes } from '../../server/index.ts'
import { asked, ownSessions, secret } from '../testing/own-sessions.ts'

const message = (attachments: string[] = []) => ({
  input: { content: [{ type: 'input_text', text: 'Hi' }], attachments, inference_options: {} },
})
const refused = async (response: Response) => ({ status: response.status, ...(await response.json()) })
const unauthorized = (message: string) => ({
  status: 401,
  error: { message, type: 'invalid_request_error', param: null, code: null },
})

test('with a client secret the chat answers, for the user of the session', async () => {
  const { sessions, converse } = ownSessions({ respond: (turn) => turn.say(`Hello ${turn.context.user}`) })
  const { client_secret } = await sessions.create(asked)
  const response = await converse(client_secret, 'threads.create', message())
  expect(response.headers.get('content-type')).toBe('text/event-stream')
  expect(await response.text()).toContain('Hello ada')
})

test('a handler sees the session: its workflow and what it allows', async () => {
  let seen: unknown
  const { sessions, converse } = ownSessions({
    respond: (turn) => {
      seen = turn.context.session
    },
  })
  const configuration = { automatic_thread_titling: { enabled: false } }
  const { client_secret, id } = await sessions.create({ ...asked, chatkit_configuration: configuration })
  await (await converse(client_secret, 'threads.create', message())).text()
  expect(seen).toMatchObject({
    sid: id,
    workflow: { id: 'wf_1', version: null },
    configuration: { automatic_thread_titling: { enabled: false } },
  })
})

test('a new session has the threads of its user, and no other user has them', async () => {
  const { sessions, converse, startThread } = ownSessions()
  const id = await startThread('ada', 'Hi')
  const [ada, eve] = [await sessions.create(asked), await sessions.create({ ...asked, user: 'eve' })]
  expect(await (await converse(ada.client_secret, 'threads.list')).json()).toMatchObject({ data: [{ id }] })
  expect(await (await converse(eve.client_secret, 'threads.list')).json()).toEqual({ data: [], has_more: false })
  for (const type of ['threads.get_by_id', 'threads.update']) {
    expect((await converse(eve.client_secret, type, { thread_id: id, title: 'Mine' })).status).toBe(404)
  }
  expect(await (await converse(eve.client_secret, 'items.list', { thread_id: id })).text()).not.toContain('Hello')
})

test('a secret that expired, was cancelled, is forged, or is missing is refused', async () => {
  const { sessions, converse, pass, routes } = ownSessions()
  const { client_secret, id } = await sessions.create(asked)
  const forged = `${client_secret.slice(0, -2)}${client_secret.endsWith('AA') ? 'BB' : 'AA'}`
  expect(await refused(await converse(forged, 'threads.list'))).toEqual(
    unauthorized('The client secret is none of this server’s. Create a new session.'),
  )
  await sessions.cancel(id)
  expect(await refused(await converse(client_secret, 'threads.list'))).toEqual(
    unauthorized('The session was cancelled. Create a new session.'),
  )
  pass(600)
  expect(await refused(await converse(client_secret, 'threads.list'))).toEqual(
    unauthorized('The client secret has expired. Create a new session.'),
  )
  const bare = new Request('https://api.test/v1/chatkit/conversation', { method: 'POST', body: '{}' })
  expect(await refused(await routes.fetch(bare))).toEqual(
    unauthorized('No client secret was sent. Create a new session.'),
  )
})

test('what this program acts with for a user is no client secret, and ends soon', async () => {
  const { sessions, converse, chat, pass } = ownSessions()
  const bearer = await sessions.actAs('ada')
  expect((await converse(bearer, 'threads.list')).status).toBe(401)
  const ask = () =>
    chat.fetch(
      new Request('http://chat.test', {
        method: 'POST',
        headers: { authorization: `Bearer ${bearer}` },
        body: '{"type":"threads.list","params":{}}',
      }),
    )
  expect((await ask()).status).toBe(200)
  pass(30)
  expect((await ask()).status).toBe(401)
})

test('more turns a minute than the session has are refused, reads are not; the next minute begins anew', async () => {
  const { sessions, converse, pass } = ownSessions()
  const limited = { ...asked, rate_limits: { max_requests_per_1_minute: 2 } }
  const [{ client_secret }, other] = [await sessions.create(limited), await sessions.create(limited)]
  for (let turn = 0; turn < 2; turn++) await (await converse(client_secret, 'threads.create', message())).text()
  const response = await converse(client_secret, 'threads.create', message())
  expect(response.headers.get('retry-after')).toBe('55')
  expect(await refused(response)).toEqual({
    status: 429,
    error: {
      message: 'Rate limit reached: 2 requests per minute in this session. Try again in 55 s.',
      type: 'rate_limit_error',
      param: null,
      code: 'rate_limit_exceeded',
    },
  })
  expect((await converse(client_secret, 'threads.list')).status).toBe(200)
  expect((await converse(other.client_secret, 'threads.create', message())).status).toBe(200)
  pass(55)
  expect((await converse(client_secret, 'threads.create', message())).status).toBe(200)
})

test('without history no threads are listed', async () => {
  const { sessions, converse, startThread } = ownSessions()
  await startThread('ada', 'Hi')
  const { client_secret } = await sessions.create({ ...asked, chatkit_configuration: { history: { enabled: false } } })
  expect(await (await converse(client_secret, 'threads.list')).json()).toEqual({ data: [], has_more: false })
})

test('recent_threads cuts the list to the newest, over pages and in both orders', async () => {
  const { sessions, converse, startThread, pass } = ownSessions()
  for (let thread = 0; thread < 6; thread++) {
    await startThread('ada', 'Hi')
    pass(1)
  }
  const { client_secret } = await sessions.create({
    ...asked,
    chatkit_configuration: { history: { recent_threads: 3 } },
  })
  const list = async (params: object) => {
    const page = await (await converse(client_secret, 'threads.list', params)).json()
    return { ...page, data: page.data.map(({ id }: { id: string }) => id) }
  }
  expect(await list({})).toEqual({ data: ['thr_6', 'thr_5', 'thr_4'], has_more: false })
  expect(await list({ limit: 2 })).toEqual({ data: ['thr_6', 'thr_5'], has_more: true, after: 'thr_5' })
  expect(await list({ limit: 2, after: 'thr_5' })).toEqual({ data: ['thr_4'], has_more: false })
  expect(await list({ order: 'asc', limit: 9999 })).toEqual({ data: ['thr_4', 'thr_5', 'thr_6'], has_more: false })
  expect(await list({ after: 'thr_1' })).toEqual({ data: ['thr_6', 'thr_5', 'thr_4'], has_more: false })
})

test('files come only as the session allows', async () => {
  const { sessions, converse } = ownSessions()
  const file = (size: number) => ({ name: 'a.png', size, mime_type: 'image/png' })
  const without = (await sessions.create(asked)).client_secret
  const disabled = {
    status: 400,
    error: {
      message: 'File uploads are disabled for this session.',
      type: 'invalid_request_error',
      param: null,
      code: 'chatkit.file_upload_disabled',
    },
  }
  expect(await refused(await converse(without, 'attachments.create', file(1)))).toEqual(disabled)
  expect(await refused(await converse(without, 'threads.create', message(['atc_1'])))).toEqual(disabled)
  const file_upload = { enabled: true, max_file_size: 1, max_files: 2 }
  const withFiles = (await sessions.create({ ...asked, chatkit_configuration: { file_upload } })).client_secret
  expect(await refused(await converse(withFiles, 'attachments.create', file(1024 * 1024 + 1)))).toMatchObject({
    status: 413,
    error: { message: 'The file has more than 1 MB.', param: 'file' },
  })
  expect(await refused(await converse(withFiles, 'threads.create', message(['a', 'b', 'c'])))).toMatchObject({
    status: 400,
    error: { message: '3 files, at most 2.', param: 'attachments' },
  })
})

test('an upload goes to the chat’s own files, within what the session allows, and its preview is served', async () => {
  const attachments = attachmentFiles({ bytes: memoryBytes(), secret })
  const { sessions, routes, converse } = ownSessions({ attachments })
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0])
  const upload = (clientSecret: string) => {
    const form = new FormData()
    form.set('file', new File([png], 'a.png', { type: 'image/png' }))
    const headers = { authorization: `Bearer ${clientSecret}` }
    return routes.fetch(new Request('https://api.test/v1/chatkit/files', { method: 'POST', headers, body: form }))
  }
  const file_upload = { enabled: true, max_file_size: 1 }
  const { client_secret } = await sessions.create({ ...asked, chatkit_configuration: { file_upload } })
  const attachment = await (await upload(client_secret)).json()
  expect(attachment).toMatchObject({ type: 'image', name: 'a.png', mime_type: 'image/png' })
  expect(attachment.preview_url).toMatch(/^https:\/\/api\.test\/v1\/chatkit\/files\//)
  expect((await routes.fetch(new Request(attachment.preview_url))).status).toBe(200)
  const announced = await converse(client_secret, 'attachments.create', {
    name: 'b.png',
    size: png.length,
    mime_type: 'image/png',
  })
  const { url, method } = (await announced.json()).upload_descriptor
  expect((await routes.fetch(new Request(url, { method, body: png }))).status).toBe(200)
  expect((await upload('ek_no')).status).toBe(401)
  expect((await upload((await sessions.create(asked)).client_secret)).status).toBe(400)
})

test('what is no request of ChatKit’s is refused by the chat', async () => {
  const { sessions, routes } = ownSessions({ maxBodyBytes: 1000 })
  const { client_secret } = await sessions.create(asked)
  const send = (body: string) =>
    routes.fetch(
      new Request('https://api.test/v1/chatkit/conversation', {
        method: 'POST',
        headers: { authorization: `Bearer ${client_secret}` },
        body,
      }),
    )
  for (const body of [
    '',
    'null',
    '[]',
    '{"type":7}',
    '{"type":"threads.list","params":[]}',
    '{"type":"threads.fly"}',
  ]) {
    expect((await send(body)).status).toBe(400)
  }
  expect((await send('x'.repeat(1001))).status).toBe(413)
})
