// @vitest-environment node
import OpenAI, { AuthenticationError, BadRequestError, NotFoundError } from 'openai'
import { expect, test } from 'vitest'
import { toNodeHandler } from '../../server/node.ts'
import { listen } from '../testing/listen.ts'
import { asked, ownSessions } from '../testing/own-sessions.ts'

/** The official client, with another address. */
async function client(own: ReturnType<typeof ownSessions>, apiKey = 'key'): Promise<OpenAI> {
  return new OpenAI({ apiKey, baseURL: `${await listen(toNodeHandler(own.routes.fetch))}/v1`, maxRetries: 0 })
}

test('the official client creates and cancels a session', async () => {
  const own = ownSessions()
  const { sessions } = (await client(own)).beta.chatkit
  const session = await sessions.create({
    ...asked,
    chatkit_configuration: { history: { recent_threads: 3 } },
    rate_limits: { max_requests_per_1_minute: 4 },
    expires_after: { anchor: 'created_at', seconds: 60 },
  })
  expect(session).toEqual({
    id: expect.stringMatching(/^cksess_[0-9a-f]{32}$/),
    object: 'chatkit.session',
    client_secret: expect.stringMatching(/^ek_[\w-]+\.[\w-]+\.[\w-]+$/),
    expires_at: Date.parse('2026-01-02T03:05:05Z') / 1000,
    status: 'active',
    user: 'ada',
    workflow: { id: 'wf_1', version: null, state_variables: null, tracing: { enabled: true } },
    chatkit_configuration: {
      automatic_thread_titling: { enabled: true },
      file_upload: { enabled: false, max_file_size: 512, max_files: 10 },
      history: { enabled: true, recent_threads: 3 },
    },
    rate_limits: { max_requests_per_1_minute: 4 },
    max_requests_per_1_minute: 4,
  })
  expect((await own.converse(session.client_secret, 'threads.list')).status).toBe(200)
  expect(await sessions.cancel(session.id)).toEqual({ ...session, status: 'cancelled' })
  expect((await own.converse(session.client_secret, 'threads.list')).status).toBe(401)
})

test('the official client pages through all threads, or one user’s, in both orders', async () => {
  const own = ownSessions()
  for (const user of ['ada', 'bob', 'ada', 'ada', 'bob']) {
    await own.startThread(user, 'Hi')
    own.pass(1)
  }
  const { threads } = (await client(own)).beta.chatkit
  const all = await threads.list({ limit: 2 })
  expect(all.data).toEqual([
    {
      id: 'thr_5',
      object: 'chatkit.thread',
      created_at: 1767323049,
      title: null,
      status: { type: 'active' },
      user: 'bob',
    },
    {
      id: 'thr_4',
      object: 'chatkit.thread',
      created_at: 1767323048,
      title: null,
      status: { type: 'active' },
      user: 'ada',
    },
  ])
  expect([all.has_more, all.last_id]).toEqual([true, 'thr_4'])
  const ids = async (query: { limit?: number; order?: 'asc' | 'desc'; after?: string; user?: string }) => {
    const found: string[] = []
    for await (const { id } of threads.list(query)) found.push(id)
    return found
  }
  expect(await ids({ limit: 2 })).toEqual(['thr_5', 'thr_4', 'thr_3', 'thr_2', 'thr_1'])
  expect(await ids({ limit: 1, user: 'ada' })).toEqual(['thr_4', 'thr_3', 'thr_1'])
  expect(await ids({ order: 'asc', user: 'bob' })).toEqual(['thr_2', 'thr_5'])
  expect(await ids({ order: 'asc', after: 'thr_3' })).toEqual(['thr_4', 'thr_5'])
  expect((await threads.list({ before: 'thr_2', limit: 2 })).data.map(({ id }) => id)).toEqual(['thr_4', 'thr_3'])
  expect(await ids({ user: 'nobody' })).toEqual([])
})

test('the official client reads a thread and its items, and deletes it', async () => {
  const own = ownSessions()
  const id = await own.startThread('ada', 'Hi')
  const { threads } = (await client(own)).beta.chatkit
  expect(await threads.retrieve(id)).toEqual({
    id,
    object: 'chatkit.thread',
    created_at: 1767323045,
    title: null,
    status: { type: 'active' },
    user: 'ada',
  })
  const items = await threads.listItems(id, { order: 'asc' })
  expect(items.data).toEqual([
    {
      id: 'msg_1',
      object: 'chatkit.thread_item',
      created_at: 1767323045,
      thread_id: id,
      type: 'chatkit.user_message',
      content: [{ type: 'input_text', text: 'Hi' }],
      attachments: [],
      inference_options: null,
    },
    {
      id: 'msg_2',
      object: 'chatkit.thread_item',
      created_at: 1767323045,
      thread_id: id,
      type: 'chatkit.assistant_message',
      content: [{ type: 'output_text', text: 'Hello', annotations: [] }],
    },
  ])
  const backwards: string[] = []
  for await (const item of threads.listItems(id, { limit: 1 })) backwards.push(item.id)
  expect(backwards).toEqual(['msg_2', 'msg_1'])
  expect(await threads.delete(id)).toEqual({ id, object: 'chatkit.thread.deleted', deleted: true })
  for (const call of [threads.retrieve(id), threads.delete(id), threads.listItems(id)]) {
    await expect(call).rejects.toMatchObject({
      status: 404,
      error: { message: `Thread with id '${id}' not found.`, type: 'invalid_request_error', param: null, code: null },
    })
  }
})

test('the official client’s errors are of the right class', async () => {
  const own = ownSessions({ workflows: ['wf_1'] })
  const { sessions } = (await client(own)).beta.chatkit
  const wrong = await client(own, 'another')
  await expect(wrong.beta.chatkit.sessions.create(asked)).rejects.toBeInstanceOf(AuthenticationError)
  await expect(sessions.create({ ...asked, user: '' })).rejects.toBeInstanceOf(BadRequestError)
  await expect(sessions.create({ ...asked, workflow: { id: 'wf_2' } })).rejects.toMatchObject({
    status: 404,
    error: expect.objectContaining({ message: "Workflow with id 'wf_2' not found." }),
  })
  await expect(sessions.cancel('cksess_none')).rejects.toBeInstanceOf(NotFoundError)
  await expect(sessions.cancel('cksess_none')).rejects.toMatchObject({
    error: expect.objectContaining({ message: "Chatkit Session with id 'cksess_none' not found." }),
  })
})
