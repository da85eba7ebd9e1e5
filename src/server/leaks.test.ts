import { expect, test } from 'vitest'
import { createChatServer } from './create-chat-server.ts'
import { countedIds } from './ids.ts'
import { memoryStore } from './memory-store.ts'
import type { ChatServerOptions, UserContext } from './options.ts'
import type { ChatStore } from './store.ts'
import { ask, askJson, fixedNow, keptLog, message } from './test-client.ts'

const secret = 'SELECT key FROM /srv/app/secrets.ts: sk-hunter2'
const fail = () => {
  throw new Error(secret)
}
const reject = () => Promise.reject(new Error(secret))

function serverWith(options: Partial<ChatServerOptions<UserContext>> = {}) {
  const log = keptLog()
  const server = createChatServer({
    store: memoryStore(),
    ids: countedIds(),
    now: fixedNow,
    log,
    respond() {},
    ...options,
  })
  return { server, log }
}
const internal = {
  status: 500,
  body: { error: { code: 'internal', message: 'The server failed', at: '', hint: 'Try again; its log tells more' } },
}
const failures = (log: ReturnType<typeof keptLog>) =>
  log.lines.filter(({ err }) => err instanceof Error && err.message === secret)

test('what fails in a hook of the host is told to the log, and to nobody else', async () => {
  const listed = await askJson(serverWith({ context: fail }).server, 'threads.list', {})
  const heard = await askJson(serverWith({ transcribe: reject }).server, 'input.transcribe', {
    audio_base64: '',
    mime_type: 'audio/webm',
  })
  const made = await askJson(serverWith({ attachments: { create: reject } }).server, 'attachments.create', {
    name: 'a',
    size: 1,
    mime_type: 'text/plain',
  })
  expect([listed, heard, made]).toEqual([internal, internal, internal])
})

test('a responder that fails ends its turn with an event that says nothing of why', async () => {
  for (const respond of [fail, reject]) {
    const { server, log } = serverWith({ respond })
    expect((await ask(server, 'threads.create', message('Hi'))).at(-1)).toEqual({
      type: 'error',
      code: 'stream.error',
      allow_retry: true,
    })
    expect(failures(log)).toEqual([
      {
        level: 'error',
        message: 'A turn failed',
        requestId: 'req_1',
        userId: 'everybody',
        type: 'threads.create',
        threadId: 'thr_1',
        err: new Error(secret),
      },
    ])
  }
})

test('a store that fails says nothing of how, at whatever call', async () => {
  for (const method of Object.keys(memoryStore()).filter((name) => name !== 'upkeep')) {
    const store: ChatStore = { ...memoryStore(), [method]: reject }
    const { server } = serverWith({ store, respond: (turn) => turn.say('Hello') })
    const answers = [
      await (await server.fetch(request('threads.create', message('Hi')))).text(),
      await (await server.fetch(request('threads.list', {}))).text(),
      await (await server.fetch(request('items.list', { thread_id: 'thr_1' }))).text(),
    ]
    expect(answers.join('')).not.toContain('hunter2')
  }
})

function request(type: string, params: object): Request {
  return new Request('http://parlor.test/', { method: 'POST', body: JSON.stringify({ type, params }) })
}

test('no log line holds what people wrote or were answered, whether it was taken or refused', async () => {
  const { server, log } = serverWith({
    respond: async (turn) => {
      if (turn.text === 'fail') throw new Error('broken')
      turn.thread.title = 'hunter2'
      await turn.say('The answer is hunter2')
      await turn.callClient('tool', { with: 'hunter2' })
    },
  })
  const told = message('My password is hunter2')
  const cut = JSON.stringify({ type: 'threads.create', params: told }).slice(0, -1)
  await ask(server, 'threads.create', told)
  await ask(server, 'threads.create', message('fail'))
  await ask(server, 'threads.add_client_tool_output', { thread_id: 'thr_1', result: 'hunter2' })
  await server.fetch(new Request('http://parlor.test/', { method: 'POST', body: cut }))
  await server.fetch(request('threads.create', { input: { ...told.input, attachments: 'hunter2' } }))
  await server.fetch(request('threads.hunter2', told))
  expect(log.lines.length).toBeGreaterThanOrEqual(7)
  const inFull = JSON.stringify(log.lines, (_, value) =>
    value instanceof Error ? { message: value.message, stack: value.stack, cause: value.cause } : value,
  )
  expect(inFull).not.toContain('hunter2')
})

test('each line tells the request, and the user and thread as soon as they are known', async () => {
  const { server, log } = serverWith({ respond: async (turn) => turn.log.warn({ own: 1 }, 'From the host') })
  await ask(server, 'threads.create', message('Hi'))
  expect(log.lines).toEqual([
    { level: 'info', message: 'A request came', requestId: 'req_1', userId: 'everybody', type: 'threads.create' },
    {
      level: 'warn',
      message: 'From the host',
      requestId: 'req_1',
      userId: 'everybody',
      type: 'threads.create',
      threadId: 'thr_1',
      own: 1,
    },
  ])
})

test('what a client names is told to the log in short, and its answers not at all', async () => {
  const { server, log } = serverWith({ respond: (turn) => turn.ask({ type: 'freeform', id: 'q', question: 'Why?' }) })
  const [, , , asked] = await ask(server, 'threads.create', message('Hi'))
  const thread = { thread_id: 'thr_1' }
  const input = { answers: { [secret]: { values: [secret] } } }
  const item_id = asked?.type === 'thread.item.done' ? asked.item.id : ''
  await ask(server, 'threads.add_structured_input', { ...thread, item_id, input })
  const action = { type: 'x'.repeat(1_000_000) }
  const { status, body } = await askJson(server, 'threads.custom_action', { ...thread, action })
  expect(status).toBe(400)
  expect(JSON.stringify([body, log.lines]).length).toBeLessThan(5000)
  expect(JSON.stringify(log.lines)).not.toContain(secret)
})
