import { expect, test } from 'vitest'
import { requestSchema, type StructuredInput } from '../../protocol/index.ts'
import { createChatServer } from '../create-chat-server.ts'
import { countedIds } from '../ids.ts'
import { memoryStore } from '../memory-store.ts'
import type { ChatServerOptions, UserContext } from '../options.ts'
import { ask, askJson, fixedNow, keptLog, message, silentLog } from '../test-client.ts'
import type { Turn } from '../turn.ts'
import { handlers } from './index.ts'

const everybody = { user: 'everybody' }
const everything = { limit: 1000, order: 'asc' } as const
const created_at = '2026-01-02T03:04:05.000Z'
const thread_id = 'thr_1'

const serverWith = (options: Partial<ChatServerOptions<UserContext>>) =>
  createChatServer({
    store: memoryStore(),
    ids: countedIds(),
    now: fixedNow,
    log: silentLog,
    respond() {},
    ...options,
  })
const ids = ({ body }: { body: unknown }) => (body as { data: { id: string }[] }).data.map(({ id }) => id)

test('every type of request has a handler', () => {
  const types = requestSchema.options.map(({ shape }) => shape.type.value)
  expect(Object.keys(handlers).toSorted()).toEqual(types.toSorted())
})

test('an attachment is prepared, sent by its id, and shown without what is the host’s own', async () => {
  const store = memoryStore()
  const server = serverWith({
    store,
    attachments: {
      create: ({ id, size, mimeType }) => ({
        upload: { url: `https://files.test/${id}`, method: 'PUT', headers: { 'x-size': `${size}` } },
        ...(mimeType.startsWith('image/') ? { previewUrl: `https://files.test/${id}/preview` } : {}),
        metadata: { bucket: 'secret' },
      }),
    },
  })
  const image = {
    type: 'image',
    id: 'atc_1',
    name: 'cat.png',
    mime_type: 'image/png',
    upload_descriptor: { url: 'https://files.test/atc_1', method: 'PUT', headers: { 'x-size': '10' } },
    preview_url: 'https://files.test/atc_1/preview',
  }
  expect(await askJson(server, 'attachments.create', { name: 'cat.png', size: 10, mime_type: 'image/png' })).toEqual({
    status: 200,
    body: image,
  })
  const [, sent] = await ask(server, 'threads.create', message('See', ['atc_1']))
  expect(sent).toMatchObject({ item: { attachments: [{ ...image, thread_id }] } })
  expect(JSON.stringify(await askJson(server, 'threads.get_by_id', { thread_id }))).not.toContain('secret')
  expect(await store.loadAttachment(everybody, 'atc_1')).toEqual({
    ...image,
    thread_id,
    metadata: { bucket: 'secret' },
  })
})

test('an attachment that a message names twice is in it twice, as the reference server has it', async () => {
  const server = serverWith({ attachments: { create: () => ({}) } })
  await askJson(server, 'attachments.create', { name: 'a.txt', size: 1, mime_type: 'text/plain' })
  const [, sent] = await ask(server, 'threads.create', message('See', ['atc_1', 'atc_1']))
  expect(sent).toMatchObject({ item: { attachments: [{ id: 'atc_1' }, { id: 'atc_1' }] } })
})

test('a message with an attachment that is not there is a 404, and leaves nothing behind', async () => {
  const store = memoryStore()
  const server = serverWith({ store })
  const refused = {
    status: 404,
    body: { error: expect.objectContaining({ code: 'not_found', at: 'params.input.attachments[0]' }) },
  }
  expect(await askJson(server, 'threads.create', message('See', ['nope']))).toEqual(refused)
  expect((await store.listThreads(everybody, everything)).data).toEqual([])

  await ask(server, 'threads.create', message('Hi'))
  const { id } = (await store.listThreads(everybody, everything)).data[0] ?? { id: '' }
  expect(await askJson(server, 'threads.add_user_message', { thread_id: id, ...message('See', ['nope']) })).toEqual(
    refused,
  )
  expect((await store.listItems(everybody, id, everything)).data).toHaveLength(1)
})

test('nobody sends, or deletes, an attachment of somebody else', async () => {
  const deleted: string[] = []
  const server = serverWith({
    context: (request) => ({ user: request.headers.get('x-user-id') ?? '' }),
    attachments: { create: () => ({}), delete: (id) => void deleted.push(id) },
  })
  const [ada, bob] = [{ headers: { 'x-user-id': 'ada' } }, { headers: { 'x-user-id': 'bob' } }]
  await askJson(server, 'attachments.create', { name: 'a.pdf', size: 1, mime_type: 'application/pdf' }, ada)
  expect((await askJson(server, 'threads.create', message('Mine', ['atc_1']), bob)).status).toBe(404)
  expect(await askJson(server, 'attachments.delete', { attachment_id: 'atc_1' }, bob)).toEqual({
    status: 200,
    body: {},
  })
  expect(deleted).toEqual([])
  await askJson(server, 'attachments.delete', { attachment_id: 'atc_1' }, ada)
  expect(deleted).toEqual(['atc_1'])
})

test('what a server was not given is a 400 that says what to give it', async () => {
  const server = serverWith({})
  const file = { name: 'a', size: 1, mime_type: 'text/plain' }
  expect(await askJson(server, 'attachments.create', file)).toMatchObject({
    status: 400,
    body: { error: { code: 'unsupported' } },
  })
  expect(await askJson(server, 'input.transcribe', { audio_base64: 'MTIz', mime_type: 'audio/webm' })).toMatchObject({
    status: 400,
    body: {
      error: { code: 'unsupported', hint: 'Give createChatServer `transcribe`, or turn dictation off in the composer' },
    },
  })
})

test('speech is handed over as bytes, and comes back as text', async () => {
  const server = serverWith({
    transcribe: async ({ data, mimeType, mediaType }) => `${mimeType} ${mediaType} ${new TextDecoder().decode(data)}`,
  })
  const audio = { audio_base64: 'MTIzNDU=', mime_type: 'audio/webm; codecs=opus' }
  expect(await askJson(server, 'input.transcribe', audio)).toEqual({
    status: 200,
    body: { text: 'audio/webm; codecs=opus audio/webm 12345' },
  })
  expect(await askJson(server, 'input.transcribe', { ...audio, audio_base64: '%' })).toMatchObject({
    status: 400,
    body: { error: { at: 'params.audio_base64' } },
  })
})

test('feedback names the items and the thread', async () => {
  const given: unknown[] = []
  const server = serverWith({ feedback: (feedback) => void given.push(feedback) })
  await ask(server, 'threads.create', message('Hi'))
  expect(await askJson(server, 'items.feedback', { thread_id, item_ids: ['a', 'b'], kind: 'negative' })).toEqual({
    status: 200,
    body: {},
  })
  expect(given).toEqual([{ threadId: 'thr_1', itemIds: ['a', 'b'], kind: 'negative' }])
})

const inputs: StructuredInput[] = [
  { type: 'multiple_choice', id: 'one', question: 'One?', options: [{ value: 'a' }], multiple: false },
  { type: 'multiple_choice', id: 'many', question: 'Many?', options: [{ value: 'a' }], multiple: true },
  { type: 'freeform', id: 'free', question: 'Why?' },
]
const asking = (seen: unknown[] = []) =>
  serverWith({
    async respond(turn: Turn) {
      seen.push(turn.answered?.status ?? null)
      if (turn.answered) return
      await turn.emit({
        type: 'thread.item.done',
        item: { type: 'structured_input', id: 'si_1', thread_id: turn.thread.id, created_at, inputs },
      })
    },
  })
const skipped = { values: [], skipped: true }

test('answers are kept with their questions; what is missing, empty or skipped counts as skipped', async () => {
  const seen: unknown[] = []
  const server = asking(seen)
  await ask(server, 'threads.create', message('Hi'))
  const answers = {
    one: { values: ['own words', 'a'] },
    many: { values: ['a', 'b'] },
    free: { values: [] },
    nope: { values: ['z'] },
    ...Object.fromEntries([['__proto__', { values: ['x'] }]]),
  }
  const events = await ask(server, 'threads.add_structured_input', { thread_id, item_id: 'si_1', input: { answers } })
  expect(events).toEqual([
    { type: 'stream_options', stream_options: { allow_cancel: true } },
    {
      type: 'thread.item.replaced',
      item: {
        type: 'structured_input',
        id: 'si_1',
        thread_id,
        created_at,
        status: 'answered',
        inputs: [
          { ...inputs[0], answer: { values: ['own words'], skipped: false } },
          { ...inputs[1], answer: { values: ['a', 'b'], skipped: false } },
          { ...inputs[2], answer: skipped },
        ],
      },
    },
  ])
  expect(seen).toEqual([null, 'answered'])
})

test('a structured input can be skipped, and is answered once', async () => {
  const server = asking()
  await ask(server, 'threads.create', message('Hi'))
  const answer = {
    thread_id,
    item_id: 'si_1',
    input: { status: 'skipped' as const, answers: { one: { values: ['a'] } } },
  }
  const [, replaced] = await ask(server, 'threads.add_structured_input', answer)
  expect(replaced).toMatchObject({
    item: { status: 'skipped', inputs: [{ answer: skipped }, { answer: skipped }, { answer: skipped }] },
  })
  expect(await askJson(server, 'threads.add_structured_input', answer)).toMatchObject({ status: 409 })
  expect(await askJson(server, 'threads.add_structured_input', { ...answer, item_id: 'msg_1' })).toMatchObject({
    status: 409,
  })
  expect(await askJson(server, 'threads.add_structured_input', { ...answer, item_id: 'nope' })).toMatchObject({
    status: 404,
  })
})

test('older calls of client tools that were never answered are dropped', async () => {
  const log = keptLog()
  const server = serverWith({
    log,
    async respond(turn) {
      if (turn.toolResult) return
      for (const id of ['tc_a', 'tc_b']) {
        const item = {
          type: 'client_tool_call' as const,
          id,
          thread_id,
          created_at,
          call_id: id,
          name: 'tool',
          arguments: {},
        }
        await turn.emit({ type: 'thread.item.done', item })
      }
    },
  })
  await ask(server, 'threads.create', message('Hi'))
  await ask(server, 'threads.add_client_tool_output', { thread_id, result: 'done' })
  const listed = await askJson(server, 'items.list', { thread_id, order: 'asc' })
  expect(listed.body).toMatchObject({ data: [{ id: 'msg_1' }, { id: 'tc_b', status: 'completed', output: 'done' }] })
  expect(log.lines).toContainEqual(expect.objectContaining({ level: 'warn', item: 'tc_a' }))
})

test('a tool result needs a call that waits, as the newest item', async () => {
  const server = serverWith({
    async respond(turn) {
      if (turn.text === 'Map?') await turn.callClient('get_selection')
    },
  })
  const answer = { thread_id, result: null }
  await ask(server, 'threads.create', message('Map?'))
  await ask(server, 'threads.add_user_message', { thread_id, ...message('Never mind') })
  expect((await askJson(server, 'threads.add_client_tool_output', answer)).status).toBe(409)
  await ask(server, 'threads.add_user_message', { thread_id, ...message('Map?') })
  expect(await ask(server, 'threads.add_client_tool_output', answer)).toHaveLength(1)
  expect((await askJson(server, 'threads.add_client_tool_output', answer)).status).toBe(409)
})

test('a retry drops what came after the message, however much that is, and answers it again', async () => {
  const store = memoryStore()
  const texts: string[] = []
  const server = serverWith({
    store,
    async respond(turn) {
      texts.push(turn.text)
      for (let index = 0; index < 30; index++) await turn.say(`${index}`)
    },
  })
  await ask(server, 'threads.create', message('One'))
  await ask(server, 'threads.add_user_message', { thread_id, ...message('Two') })
  const events = await ask(server, 'threads.retry_after_item', { thread_id, item_id: 'msg_1' })
  expect(events[0]).toEqual({ type: 'stream_options', stream_options: { allow_cancel: true } })
  expect(texts).toEqual(['One', 'Two', 'One'])
  const { data } = await store.listItems(everybody, thread_id, everything)
  expect(data.map(({ type }) => type)).toEqual(['user_message', ...Array(30).fill('assistant_message')])

  expect((await askJson(server, 'threads.retry_after_item', { thread_id, item_id: 'nope' })).status).toBe(404)
  const answer = data.at(-1)?.id ?? ''
  expect((await askJson(server, 'threads.retry_after_item', { thread_id, item_id: answer })).status).toBe(409)
  expect((await store.listItems(everybody, thread_id, everything)).data).toEqual(data)
})

test('an action from an item that is no widget is one error event, a synchronous one a 409', async () => {
  const server = serverWith({})
  await ask(server, 'threads.create', message('Hi'))
  const action = { thread_id, item_id: 'msg_1', action: { type: 'a' } }
  expect(await ask(server, 'threads.custom_action', action)).toEqual([
    { type: 'error', code: 'stream.error', allow_retry: false },
  ])
  expect((await askJson(server, 'threads.sync_custom_action', action)).status).toBe(409)
  expect((await askJson(server, 'threads.custom_action', { ...action, item_id: 'nope' })).status).toBe(404)
})

test('pages hold 20 rows unless asked otherwise; hidden items take their place, and are not there', async () => {
  const server = serverWith({
    async respond(turn) {
      for (let index = 0; index < 24; index++) await (index % 2 ? turn.remember(index) : turn.say(`${index}`))
    },
  })
  await ask(server, 'threads.create', message('Hi'))
  const first = await askJson(server, 'items.list', { thread_id })
  expect(ids(first)).toHaveLength(10)
  expect(first.body).toMatchObject({ has_more: true, after: 'msg_6' })
  expect(ids(await askJson(server, 'items.list', { thread_id, after: 'msg_6' }))).toEqual(['msg_4', 'msg_2', 'msg_1'])
  expect(ids(await askJson(server, 'items.list', { thread_id, limit: 9999 }))).toHaveLength(13)
  expect((await askJson(server, 'threads.get_by_id', { thread_id })).body).toMatchObject({
    items: { data: { 0: { id: 'msg_1' } }, has_more: true, after: 'msg_20' },
  })
})

test('threads are listed, renamed and deleted', async () => {
  const server = serverWith({})
  for (const text of ['One', 'Two', 'Three']) await ask(server, 'threads.create', message(text))
  expect(ids(await askJson(server, 'threads.list', {}))).toEqual(['thr_3', 'thr_2', 'thr_1'])
  expect(ids(await askJson(server, 'threads.list', { order: 'asc', limit: 2 }))).toEqual(['thr_1', 'thr_2'])
  expect((await askJson(server, 'threads.update', { thread_id: 'thr_2', title: 'Trip' })).body).toEqual({
    id: 'thr_2',
    created_at,
    title: 'Trip',
    status: { type: 'active' },
    metadata: {},
    items: { data: [], has_more: false },
  })
  expect(await askJson(server, 'threads.delete', { thread_id: 'thr_2' })).toEqual({ status: 200, body: {} })
  expect(await askJson(server, 'threads.delete', { thread_id: 'thr_2' })).toEqual({ status: 200, body: {} })
  expect(ids(await askJson(server, 'threads.list', { limit: 0, after: 'gone' }))).toEqual(['thr_3', 'thr_1'])
})
