import { expect, test } from 'vitest'
import { defineAction, on } from '../actions/index.ts'
import { type ParamsOf, type RequestType, requestSchema } from '../protocol/index.ts'
import { createChatServer } from './create-chat-server.ts'
import { countedIds } from './ids.ts'
import { memoryStore } from './memory-store.ts'
import { ask, askJson, fixedNow, message, silentLog } from './test-client.ts'

const ada = { headers: { 'x-user-id': 'ada' } }
const bob = { headers: { 'x-user-id': 'bob' } }
const secret = 'what Ada wrote'
const change = defineAction('change')

/** All that Ada has: a thread with her message, a widget, questions, a file of hers in it, and one that she has not sent. */
async function housed() {
  const store = memoryStore()
  const server = createChatServer({
    store,
    ids: countedIds(),
    now: fixedNow,
    log: silentLog,
    context: ({ headers }) => ({ user: headers.get('x-user-id') ?? '' }),
    async respond(turn) {
      if (turn.text !== secret) return
      await turn.show({ type: 'Card', children: [{ type: 'Text', value: secret }] })
      await turn.ask({ type: 'freeform', id: 'why', question: secret })
    },
    actions: [on(change, () => {})],
    syncActions: [on(change, () => {})],
    feedback() {},
    transcribe: () => 'text',
    attachments: { create: () => ({}), delete() {} },
  })
  const file = { name: secret, size: 1, mime_type: 'text/plain' }
  await askJson(server, 'attachments.create', file, ada)
  await askJson(server, 'attachments.create', file, ada)
  await ask(server, 'threads.create', message(secret, ['atc_1']), ada)
  const all = { limit: 100, order: 'asc' } as const
  const left = async () => ({
    threads: await store.listThreads({ user: 'ada' }, all),
    items: await store.listItems({ user: 'ada' }, 'thr_1', all),
    files: [await store.loadAttachment({ user: 'ada' }, 'atc_1'), await store.loadAttachment({ user: 'ada' }, 'atc_2')],
  })
  return { server, left }
}

const thread_id = 'thr_1'
const action = { type: 'change' }
/** What Bob sends when he knows all of Ada's ids; a new type of request does not compile until it stands here. */
const attempts: { [Type in RequestType]: { params: ParamsOf<Type>; status: number }[] } = {
  'threads.create': [{ params: message('Hi', ['atc_2']), status: 404 }],
  'threads.add_user_message': [{ params: { thread_id, ...message('Hi') }, status: 404 }],
  'threads.add_client_tool_output': [{ params: { thread_id, result: 1 }, status: 404 }],
  'threads.add_structured_input': [{ params: { thread_id, item_id: 'msg_3', input: {} }, status: 404 }],
  'threads.retry_after_item': [{ params: { thread_id, item_id: 'msg_1' }, status: 404 }],
  'threads.custom_action': [
    { params: { thread_id, item_id: 'msg_2', action }, status: 404 },
    { params: { thread_id, action }, status: 404 },
  ],
  'threads.sync_custom_action': [
    { params: { thread_id, item_id: 'msg_2', action }, status: 404 },
    { params: { thread_id, action }, status: 404 },
  ],
  'threads.get_by_id': [{ params: { thread_id }, status: 404 }],
  'threads.list': [
    { params: {}, status: 200 },
    { params: { after: thread_id }, status: 200 },
  ],
  'threads.update': [{ params: { thread_id, title: 'Mine' }, status: 404 }],
  'threads.delete': [{ params: { thread_id }, status: 200 }],
  'items.list': [
    { params: { thread_id }, status: 200 },
    { params: { thread_id, after: 'msg_1', order: 'asc' }, status: 200 },
  ],
  'items.feedback': [{ params: { thread_id, item_ids: ['msg_1'], kind: 'positive' }, status: 404 }],
  'attachments.create': [{ params: { name: 'mine', size: 1, mime_type: 'text/plain' }, status: 200 }],
  'attachments.delete': [
    { params: { attachment_id: 'atc_1' }, status: 200 },
    { params: { attachment_id: 'atc_2' }, status: 200 },
  ],
  'input.transcribe': [{ params: { audio_base64: '', mime_type: 'audio/webm' }, status: 200 }],
}

test('every type of request is tried', () => {
  expect(Object.keys(attempts)).toEqual(requestSchema.options.map(({ shape }) => shape.type.value))
})

const cases = Object.entries(attempts).flatMap(
  ([type, tries]) =>
    tries.map(({ params, status }): [RequestType, object, number] => [type as RequestType, params, status]), // the table's keys
)
test.each(cases)('nobody reaches what is another user’s: %s %j', async (type, params, status) => {
  const { server, left } = await housed()
  const before = await left()
  const answer = await askJson(server, type, params as never, bob) // each type with its own params, as the table says
  expect(answer.status).toBe(status)
  expect(JSON.stringify(answer.body)).not.toContain(secret)
  expect(await left()).toEqual(before)
})

test('the same requests reach what is one’s own', async () => {
  for (const [type, params] of cases) {
    const { server } = await housed()
    const accept = { headers: { ...ada.headers, accept: 'application/json' } }
    const { status, body } = await askJson(server, type, params as never, accept) // as above
    const asked = type === 'threads.add_client_tool_output' ? 409 : 200 // Ada’s server waits for no tool
    expect([type, status, body]).toEqual([type, asked, expect.anything()])
  }
})
