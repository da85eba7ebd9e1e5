import { expect, test } from 'vitest'
import { harness, isIdle, transcript } from './testing/harness.ts'
import { answered, done, firstTurn, said, thread } from './testing/samples.ts'

const hi = { text: 'hi' }

test('options set twice in one go start the chat once', async () => {
  const { chat, server, told, options, until } = harness(null)
  server.on('threads.get_by_id', { json: thread('thr_1') })
  chat.setOptions(options({ initialThread: 'thr_1' }))
  chat.setOptions(options({ initialThread: 'thr_1' }))
  chat.connect()
  chat.connect()
  await until(({ thread: { thread: loaded } }) => loaded !== null)
  expect(told).toEqual(['ready', 'thread.change "thr_1"', 'thread.load.start "thr_1"', 'thread.load.end "thr_1"'])
  expect(server.requests).toHaveLength(1)
})

test('new options in the middle of a stream keep thread, draft, selection and stream', async () => {
  const tools = [{ id: 'search', label: 'Search', icon: 'search' }]
  const { chat, server, told, options, until } = harness({ composer: { tools } })
  let finish = () => {}
  const paused = new Promise<void>((resolve) => {
    finish = resolve
  })
  server.on('threads.create', { events: firstTurn.slice(0, 3), hold: paused, rest: firstTurn.slice(3) })
  await chat.methods.sendUserMessage(hi)
  chat.actions.setDraft([{ type: 'input_text', text: 'next' }])
  chat.actions.selectTool('search')

  chat.setOptions(options({ composer: { tools }, theme: 'dark', startScreen: { greeting: 'Hey' } }))
  finish()

  const state = await until(isIdle)
  expect(transcript(state)).toEqual(['user: hi', 'assistant: Hello.'])
  expect(state.composer).toMatchObject({ content: [{ type: 'input_text', text: 'next' }], toolId: 'search' })
  expect(state.options?.theme.colorScheme).toBe('dark')
  expect(told.filter((line) => line.startsWith('response'))).toEqual(['response.start', 'response.end'])
})

test('another api.url starts anew: the thread goes, the draft stays, and requests go there', async () => {
  const { chat, server, told, options, until } = harness()
  server.on('threads.create', { events: firstTurn })
  await chat.methods.sendUserMessage(hi)
  await until(isIdle)
  chat.actions.setDraft([{ type: 'input_text', text: 'next' }])

  chat.setOptions(options({ api: { url: '/other', domainKey: 'k', fetch: server.fetch } }))
  expect(told.at(-1)).toBe('thread.change null')
  expect(chat.getState().thread.items).toEqual([])
  expect(chat.getState().composer.content).toEqual([{ type: 'input_text', text: 'next' }])
  await chat.methods.sendUserMessage(hi)
  expect(server.calls.map(({ url }) => url)).toEqual(['/chatkit', '/other'])
  expect(told.filter((line) => line === 'ready')).toHaveLength(1)
})

test('every request goes through the latest api.fetch, with the latest locale', async () => {
  const { chat, server, options, until } = harness({ locale: 'fr-FR' })
  server.on('threads.create', { events: firstTurn })
  server.on('threads.list', { json: { data: [], has_more: false } })
  await chat.methods.sendUserMessage(hi)
  await until(isIdle)

  const later: string[] = []
  const spy: typeof fetch = (input, init) => {
    later.push(String(input))
    return server.fetch(input, init)
  }
  chat.setOptions(options({ locale: 'de-DE', api: { url: '/chatkit', domainKey: 'k', fetch: spy } }))
  await chat.methods.showHistory()
  await until(({ history }) => history.status === 'ready')

  expect(later).toEqual(['/chatkit'])
  expect(server.calls.map(({ headers }) => headers.get('accept-language'))).toEqual(['fr-FR', 'de-DE'])
  expect(server.calls[0]?.headers.get('chatkit-frame-instance-id')).toBe('1')
  expect(server.calls[0]?.headers.get('content-type')).toBe('application/json')
})

test('without a locale the browser’s is sent', async () => {
  const { chat, server } = harness()
  server.on('threads.create', { events: firstTurn })
  await chat.methods.sendUserMessage(hi)
  expect(server.calls[0]?.headers.get('accept-language')).toBe('en-GB')
})

test('the client secret is asked for at once, with null, before anything is drawn', async () => {
  const asked: (string | null)[] = []
  const { chat, options } = harness(null, { soon: () => () => {} })
  chat.setOptions({
    ...options(),
    api: {
      getClientSecret: async (current: string | null) => {
        asked.push(current)
        return 'ek_1'
      },
    },
  })
  expect(asked).toEqual([])
  chat.connect()
  expect(asked).toEqual([null])
})

test('a hosted session sends its secret, and asks for another one when it is refused', async () => {
  const asked: (string | null)[] = []
  const { chat, server, until } = hosted(async (current) => {
    asked.push(current)
    return current ? 'ek_2' : 'ek_1'
  })
  server.on('threads.get_by_id', { status: 401 }, { json: thread('thr_1') })
  const opened = chat.methods.setThreadId('thr_1')
  await until(({ thread: { thread: loaded } }) => loaded !== null)
  await opened
  expect(asked).toEqual([null, 'ek_1'])
  expect(server.calls.map(({ url, headers }) => [url, headers.get('authorization')])).toEqual([
    ['/v1/chatkit/conversation', 'Bearer ek_1'],
    ['/v1/chatkit/conversation', 'Bearer ek_2'],
  ])
})

test('a client secret that cannot be had is a fatal error, until it can', async () => {
  let fails = true
  const { chat, server, told, errors, until } = hosted(async () => {
    if (fails) throw new Error('No session')
    return 'ek_1'
  })
  server.on('threads.create', { events: firstTurn })
  const failed = await until(({ status }) => status === 'failed')
  expect(failed.error).toEqual({ code: 'unauthorized', message: null, canRetry: true })
  expect(errors.map(({ name, message }) => [name, message])).toEqual([['FatalAppError', 'No session']])

  fails = false
  chat.actions.reload()
  await until(({ status }) => status === 'ready')
  await chat.methods.sendUserMessage(hi)
  expect(transcript(await until(isIdle))).toEqual(['user: hi', 'assistant: Hello.'])
  expect(told.filter((line) => line === 'ready')).toHaveLength(1)
})

test('what is not a secret is told at once, not with the first message', async () => {
  const { errors, until } = hosted(async () => ({ client_secret: 'ek_1' }) as never)
  await until(({ status }) => status === 'failed')
  expect(errors[0]).toMatchObject({ name: 'FatalAppError', cause: { at: 'api.getClientSecret' } })
})

test('a message sent before the chat is ready goes into the initial thread, once that is there', async () => {
  const { chat, server, options, until } = harness(null)
  server.on('threads.get_by_id', {
    json: { ...thread('thr_1'), items: { data: [said('msg_1', 'hi')], has_more: false } },
  })
  server.on('threads.add_user_message', { events: [done(said('msg_3', 'more'))] })
  const sent = chat.methods.sendUserMessage({ text: 'more' })
  chat.setOptions(options({ initialThread: 'thr_1' }))
  chat.connect()
  await sent
  expect(server.requests.map(({ type }) => type)).toEqual(['threads.get_by_id', 'threads.add_user_message'])
  expect(transcript(await until(isIdle))).toEqual(['user: hi', 'user: more'])
})

test('a thread set before the chat is ready is shown in place of the initial one', async () => {
  const { chat, server, options, told } = harness(null)
  server.on('threads.get_by_id', { json: thread('thr_2') })
  const opened = chat.methods.setThreadId('thr_2')
  chat.setOptions(options({ initialThread: 'thr_1' }))
  chat.connect()
  await opened
  expect(told).toEqual(['ready', 'thread.change "thr_2"', 'thread.load.start "thr_2"', 'thread.load.end "thr_2"'])
})

test('wrong options are reported, then thrown, and change nothing', async () => {
  const { chat, errors, until } = harness()
  await until(({ status }) => status === 'ready')
  const before = chat.getState().options
  expect(() => chat.setOptions({ theme: 'dark' })).toThrow(expect.objectContaining({ at: 'options.api' }))
  expect(errors.map(({ name, cause }) => [name, cause])).toEqual([
    ['IntegrationError', expect.objectContaining({ code: 'invalid_input', at: 'options.api' })],
  ])
  expect(chat.getState().options).toBe(before)
})

test('unknown options are ignored with a warning that names them', async () => {
  const { chat, warnings, errors } = harness({ composer: { placeholder: 'Ask', rows: 3 }, onReady: () => {} })
  expect(warnings).toEqual(['<openai-chatkit> ignores unknown options: options.composer.rows, options.onReady'])
  expect(errors).toEqual([])
  expect(chat.getState().options?.composer.placeholder).toBe('Ask')
})

test('an initial thread that cannot be loaded is named so, and the rest can be used', async () => {
  const { chat, server, errors, until } = harness({ initialThread: 'thr_gone' })
  server.on('threads.get_by_id', { status: 404 })
  server.on('threads.create', { events: firstTurn })
  await until(({ threadLoad }) => threadLoad === 'failed')
  expect(errors.map(({ name }) => name)).toEqual(['InitialThreadLoadError'])
  chat.actions.newThread()
  await chat.methods.sendUserMessage(hi)
  expect(transcript(await until(isIdle))).toEqual(['user: hi', 'assistant: Hello.'])
})

test('dispose ends a running turn; connect goes on with what was there', async () => {
  const { chat, server, told, until } = harness()
  server.on('threads.create', { events: firstTurn.slice(0, 5), last: 'hang' })
  server.on('threads.add_user_message', { events: [done(said('msg_3', 'more')), done(answered('msg_4', 'Yes.'))] })
  await chat.methods.sendUserMessage(hi)
  await until((state) => transcript(state).includes('assistant: Hello.'))
  chat.dispose()
  expect(told.at(-1)).toBe('response.end')
  chat.connect()
  await chat.methods.sendUserMessage({ text: 'more' })
  expect(transcript(await until(isIdle)).slice(0, 3)).toEqual(['user: hi', 'assistant: Hello.', 'user: more'])
  expect(told.filter((line) => line === 'ready')).toHaveLength(1)
})

test('a chat taken away before it was ready becomes ready when it is back', async () => {
  const { chat, told, options, until } = harness(null)
  chat.setOptions(options())
  chat.connect()
  chat.dispose()
  await Promise.resolve()
  expect(told).toEqual([])
  chat.connect()
  await until(({ status }) => status === 'ready')
  expect(told).toEqual(['ready'])
})

test('listeners are called once for changes made in one go, and unchanged parts stay the same objects', async () => {
  const { chat, until } = harness()
  await until(({ status }) => status === 'ready')
  let calls = 0
  chat.subscribe(() => calls++)
  const before = chat.getState()
  chat.actions.setDraft([{ type: 'input_text', text: 'a' }])
  chat.actions.setDraft([{ type: 'input_text', text: 'ab' }])
  expect(calls).toBe(0)
  await Promise.resolve()
  expect(calls).toBe(1)
  expect(chat.getState().thread).toBe(before.thread)
  expect(chat.getState().history).toBe(before.history)
})

test('logs tell what was done and never what was written', async () => {
  const { chat, server, logs, until } = harness({
    startScreen: { prompts: [{ label: 'Secret', prompt: 'My secret' }] },
  })
  server.on('threads.create', { events: firstTurn })
  server.on('threads.list', { json: { data: [], has_more: false } })
  const { options } = await until(({ status }) => status === 'ready')
  const prompt = options?.startScreen.prompts[0]
  if (prompt) chat.actions.startPrompt(prompt)
  await until((now) => isIdle(now) && now.thread.items.length === 2)
  chat.actions.showHistory()
  chat.actions.newThread()
  expect(logs.map(({ name }) => name)).toEqual([
    'app.init',
    'startScreenPrompt.select',
    'history.open',
    'history.close',
    'newChat.create',
  ])
  expect(JSON.stringify(logs)).not.toMatch(/secret/i)
})

test('options that disable an open history close it', async () => {
  const { chat, server, told, options } = harness()
  server.on('threads.list', { json: { data: [], has_more: false } })
  await chat.methods.showHistory()
  chat.setOptions(options({ history: { enabled: false } }))
  expect(chat.getState().history.open).toBe(false)
  expect(told).toEqual(['ready', 'history.open', 'history.close'])
})

test('a secret that fails after the host went over to its own server harms nothing', async () => {
  let fail = () => {}
  const secret = new Promise<string>((_, reject) => {
    fail = () => reject(new Error('Gone'))
  })
  const { chat, errors, options, until } = hosted(() => secret)
  await until(({ status }) => status === 'ready')
  chat.setOptions(options())
  fail()
  await expect(secret).rejects.toThrow('Gone')
  await new Promise((resolve) => setTimeout(resolve))
  expect([chat.getState().status, errors]).toEqual(['ready', []])
})

function hosted(getClientSecret: (current: string | null) => Promise<string>) {
  const made = harness(null)
  made.chat.setOptions({ api: { getClientSecret } })
  made.chat.connect()
  return made
}
