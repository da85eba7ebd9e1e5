import { expect, test } from 'vitest'
import { canStop } from './selectors.ts'
import { harness, isIdle, transcript } from './testing/harness.ts'
import { answered, cancellable, card, created, done, firstTurn, said } from './testing/samples.ts'

const hi = { text: 'hi' }

test('the first message creates a thread, and the host hears it in order', async () => {
  const { chat, server, told, until } = harness()
  server.on('threads.create', { events: firstTurn })

  await chat.methods.sendUserMessage(hi)
  const state = await until(isIdle)

  expect(server.requests).toEqual([
    {
      type: 'threads.create',
      params: { input: { content: [{ type: 'input_text', text: 'hi' }], attachments: [], inference_options: {} } },
      metadata: { idempotency_key: '2' },
    },
  ])
  expect(transcript(state)).toEqual(['user: hi', 'assistant: Hello.'])
  expect(state.threadId).toBe('thr_1')
  expect(told).toEqual(['ready', 'response.start', 'thread.change "thr_1"', 'response.end'])
})

test('the next message goes into the same thread, and no thread changes', async () => {
  const { chat, server, told, until } = harness()
  server.on('threads.create', { events: firstTurn })
  server.on('threads.add_user_message', { events: [done(said('msg_3', 'and?')), done(answered('msg_4', 'Yes.'))] })
  await chat.methods.sendUserMessage(hi)
  await until(isIdle)
  told.length = 0

  await chat.methods.sendUserMessage({ text: 'and?' })
  const state = await until(isIdle)

  expect(server.requests.at(-1)).toEqual({
    type: 'threads.add_user_message',
    params: {
      thread_id: 'thr_1',
      input: { content: [{ type: 'input_text', text: 'and?' }], attachments: [], inference_options: {} },
    },
    metadata: { idempotency_key: '3' },
  })
  expect(transcript(state)).toEqual(['user: hi', 'assistant: Hello.', 'user: and?', 'assistant: Yes.'])
  expect(told).toEqual(['response.start', 'response.end'])
})

test('the message is shown at once and swapped for the server’s own', async () => {
  const { chat, server, until } = harness()
  server.on('threads.create', { events: firstTurn })
  const sent = chat.methods.sendUserMessage(hi)

  const sending = await until(({ turn }) => turn.status === 'sending')
  expect(transcript(sending)).toEqual(['user: hi'])
  expect(sending.turn.pendingMessage?.id).toMatch(/^local_/)

  await sent
  expect(chat.getState().turn.pendingMessage).toBe(null)
  expect(chat.getState().thread.items[0]?.id).toBe('msg_1')
})

test('sendUserMessage resolves when the server took the message, not when the answer ends', async () => {
  const { chat, server } = harness()
  server.on('threads.create', { events: firstTurn.slice(0, 2), last: 'hang' })
  await chat.methods.sendUserMessage(hi)
  expect(chat.getState().turn.status).toBe('streaming')
})

test('stop aborts the request, keeps what came and ends the response once', async () => {
  const { chat, server, told, errors, until } = harness()
  server.on('threads.create', { events: firstTurn.slice(0, 5), last: 'hang' })
  await chat.methods.sendUserMessage(hi)
  await until((state) => transcript(state).includes('assistant: Hello.'))
  expect(canStop(chat.getState())).toBe(true)

  chat.actions.stop()
  chat.actions.stop()

  expect(server.calls[0]?.signal?.aborted).toBe(true)
  expect(transcript(chat.getState())).toEqual(['user: hi', 'assistant: Hello.'])
  expect(chat.getState().thread.open).toEqual([])
  expect(chat.getState().turn.error).toBe(null)
  expect(errors).toEqual([])
  expect(told).toEqual(['ready', 'response.start', 'thread.change "thr_1"', 'response.end'])
})

test('a server that forbids it has no stop button', async () => {
  const { chat, server, until } = harness()
  const fixed = { type: 'stream_options', stream_options: { allow_cancel: false } } as const
  server.on('threads.create', { events: [created(), done(said('msg_1', 'hi')), fixed], last: 'hang' })
  await chat.methods.sendUserMessage(hi)
  await until(({ thread }) => !thread.allowCancel)
  expect(canStop(chat.getState())).toBe(false)
})

test('a stop before the server took the message gives the draft back', async () => {
  const { chat, server, until } = harness()
  server.on('threads.create', { events: [], last: 'hang' })
  await until(({ status }) => status === 'ready')
  chat.actions.setDraft([{ type: 'input_text', text: 'hi' }])
  chat.actions.send()
  expect(chat.getState().composer.content).toEqual([])
  chat.actions.stop()
  expect(chat.getState().composer.content).toEqual([{ type: 'input_text', text: 'hi' }])
  expect(chat.getState().turn).toEqual({ status: 'idle', kind: null, pendingMessage: null, error: null })
})

test.each(
  firstTurn.map((_, index) => index),
)('a connection that drops after event %i leaves an error with retry, and nothing written is lost', async (count) => {
  const { chat, server, told, errors, until } = harness()
  server.on('threads.create', { events: firstTurn.slice(0, count), last: 'cut' })
  server.on('threads.add_user_message', { events: firstTurn.slice(1) })
  server.on('threads.retry_after_item', { events: firstTurn.slice(2) })
  await until(({ status }) => status === 'ready')
  chat.actions.setDraft([{ type: 'input_text', text: 'hi' }])
  chat.actions.send()

  const failed = await until(({ turn }) => turn.error !== null && turn.status === 'idle')
  expect(failed.turn.error).toEqual({ code: 'network', message: null, canRetry: true })
  const accepted = count >= 2
  expect(failed.composer.content).toEqual(accepted ? [] : [{ type: 'input_text', text: 'hi' }])
  expect(transcript(failed).slice(0, 1)).toEqual(accepted ? ['user: hi'] : [])
  expect(errors.map(({ name }) => name)).toEqual(['StreamError'])
  expect(told.filter((line) => line.startsWith('response'))).toEqual(['response.start', 'response.end'])

  server.on('threads.create', { events: firstTurn })
  chat.actions.retry()
  const state = await until((now) => isIdle(now) && now.thread.items.length === 2)
  expect(transcript(state)).toEqual(['user: hi', 'assistant: Hello.'])
  expect(state.turn.error).toBe(null)
  expect(state.composer.content).toEqual([])
  expect(server.requests.at(-1)?.type).toBe(
    accepted ? 'threads.retry_after_item' : count === 1 ? 'threads.add_user_message' : 'threads.create',
  )
})

test('a server that cannot be reached rejects the method and keeps what the person wrote meanwhile', async () => {
  const { chat, server, until } = harness()
  server.on('threads.create', 'unreachable', { events: firstTurn })
  const sent = chat.methods.sendUserMessage(hi)
  await until(({ turn }) => turn.status === 'sending')
  chat.actions.setDraft([{ type: 'input_text', text: 'something else' }])

  await expect(sent).rejects.toMatchObject({ code: 'network' })
  expect(chat.getState().composer.content).toEqual([{ type: 'input_text', text: 'something else' }])

  chat.actions.retry()
  const state = await until((now) => isIdle(now) && now.thread.items.length === 2)
  expect(transcript(state)).toEqual(['user: hi', 'assistant: Hello.'])
  expect(state.composer.content).toEqual([{ type: 'input_text', text: 'something else' }])
})

test('an error event shows the server’s own text, and its retry asks again from the message on', async () => {
  const { chat, server, told, errors, until } = harness()
  const failure = { type: 'error', code: 'custom', message: 'Out of tea.', allow_retry: true } as const
  server.on('threads.create', { events: [...firstTurn.slice(0, 2), done(answered('msg_2', 'Let me')), failure] })
  server.on('threads.retry_after_item', { events: [cancellable, done(answered('msg_5', 'Here.'))] })
  await chat.methods.sendUserMessage(hi)

  const failed = await until(isIdle)
  expect(failed.turn.error).toEqual({ code: 'custom', message: 'Out of tea.', canRetry: true })
  expect(errors.map(({ name, message }) => [name, message.includes('Out of tea.')])).toEqual([['StreamError', true]])

  chat.actions.retry()
  expect(transcript(chat.getState())).toEqual(['user: hi'])
  const state = await until(isIdle)
  expect(server.requests.at(-1)).toEqual({
    type: 'threads.retry_after_item',
    params: { thread_id: 'thr_1', item_id: 'msg_1' },
  })
  expect(transcript(state)).toEqual(['user: hi', 'assistant: Here.'])
  expect(told.filter((line) => line.startsWith('response'))).toEqual([
    'response.start',
    'response.end',
    'response.start',
    'response.end',
  ])
})

test('a retry that does not reach the server puts back what it had taken away', async () => {
  const { chat, server, until } = harness()
  server.on('threads.create', { events: firstTurn })
  server.on('threads.retry_after_item', { status: 503 }, { events: [cancellable, done(answered('msg_5', 'New.'))] })
  await chat.methods.sendUserMessage(hi)
  await until(isIdle)

  chat.actions.retryItem('msg_1')
  expect(transcript(chat.getState())).toEqual(['user: hi'])
  const failed = await until(({ turn }) => turn.error !== null && turn.status === 'idle')
  expect(transcript(failed)).toEqual(['user: hi', 'assistant: Hello.'])
  expect(failed.turn.error).toEqual({ code: 'http_error', message: null, canRetry: true })

  chat.actions.retry()
  const state = await until((now) => isIdle(now) && now.turn.error === null)
  expect(transcript(state)).toEqual(['user: hi', 'assistant: New.'])
})

test('an answer that ends without taking the message is a failure, not silence', async () => {
  const { chat, server } = harness()
  server.on('threads.create', { events: [] })
  await expect(chat.methods.sendUserMessage(hi)).rejects.toMatchObject({ code: 'stream_cut' })
  expect(chat.getState().composer.content).toEqual([{ type: 'input_text', text: 'hi' }])
})

test('a bad event is skipped and reported, the turn goes on', async () => {
  const { chat, server, errors, until } = harness()
  const bad = { type: 'thread.item.done', item: { type: 'user_message' } } as never
  server.on('threads.create', { events: [...firstTurn.slice(0, 2), bad, ...firstTurn.slice(2)] })
  await chat.methods.sendUserMessage(hi)
  expect(transcript(await until(isIdle))).toEqual(['user: hi', 'assistant: Hello.'])
  expect(errors.map(({ name }) => name)).toEqual(['StreamEventParsingError'])
})

test('effects reach the host as they come, with any name', async () => {
  const { chat, server, told, until } = harness()
  const effect = { type: 'client_effect', name: 'customer_profile/update', data: { seat: null } } as const
  server.on('threads.create', { events: [...firstTurn.slice(0, 2), effect, ...firstTurn.slice(2)] })
  await chat.methods.sendUserMessage(hi)
  await until(isIdle)
  expect(told.slice(1)).toEqual([
    'response.start',
    'thread.change "thr_1"',
    'effect "customer_profile/update"',
    'response.end',
  ])
})

test('a host may send the next message from response.end', async () => {
  const { chat, server, listen, until } = harness()
  server.on('threads.create', { events: firstTurn })
  server.on('threads.add_user_message', { events: [done(said('msg_3', 'go on')), done(card('msg_4', 'x'))] })
  let once = true
  listen((name) => {
    if (name !== 'chatkit.response.end' || !once) return
    once = false
    void chat.methods.sendUserMessage({ text: 'go on' })
  })
  await chat.methods.sendUserMessage(hi)
  const state = await until((now) => isIdle(now) && now.thread.items.length === 4)
  expect(transcript(state)).toEqual(['user: hi', 'assistant: Hello.', 'user: go on', 'widget'])
})

test('leaving the thread ends the running turn before the thread changes', async () => {
  const { chat, server, told, until } = harness()
  server.on('threads.create', { events: firstTurn.slice(0, 2), last: 'hang' })
  await chat.methods.sendUserMessage(hi)
  chat.actions.newThread()
  expect(told.slice(-2)).toEqual(['response.end', 'thread.change null'])
  const state = await until(isIdle)
  expect(state.thread.items).toEqual([])
  expect(server.calls[0]?.signal?.aborted).toBe(true)
})

test('a host that leaves the thread from an event hears nothing more of it', async () => {
  const { chat, server, told, listen, until } = harness()
  const effect = { type: 'client_effect', name: 'done', data: {} } as const
  server.on('threads.create', {
    events: [...firstTurn.slice(0, 3), effect, ...firstTurn.slice(3), effect],
    atOnce: true,
  })
  listen((name) => name === 'chatkit.effect' && chat.actions.newThread())
  await chat.methods.sendUserMessage(hi)
  const state = await until(isIdle)
  expect(state.thread.items).toEqual([])
  expect(told.slice(3)).toEqual(['effect "done"', 'response.end', 'thread.change null'])
})

test('a host that leaves the thread on an error finds the new one without it', async () => {
  const { chat, server, told, listen, until } = harness()
  server.on('threads.create', { events: firstTurn.slice(0, 3), last: 'cut' })
  listen((name) => name === 'chatkit.error' && chat.actions.newThread())
  await chat.methods.sendUserMessage(hi)
  const state = await until((now) => isIdle(now) && now.threadId === null)
  expect(state.turn.error).toBe(null)
  chat.actions.retry()
  expect(told.slice(3)).toEqual(['error StreamError', 'response.end', 'thread.change null'])
})

test('a retry that breaks off keeps what it brought, not what it replaced', async () => {
  const { chat, server, until } = harness()
  server.on('threads.create', { events: firstTurn })
  server.on('threads.retry_after_item', { events: [cancellable, done(answered('msg_5', 'New.'))], last: 'cut' })
  await chat.methods.sendUserMessage(hi)
  await until(isIdle)
  chat.actions.retryItem('msg_1')
  const failed = await until(({ turn }) => turn.error !== null && turn.status === 'idle')
  expect(transcript(failed)).toEqual(['user: hi', 'assistant: New.'])
})
