import { expect, test } from 'vitest'
import { harness, isIdle, transcript } from './testing/harness.ts'
import { answered, called, cancellable, done, firstTurn, thread } from './testing/samples.ts'

const hi = { text: 'hi' }

test('a client tool is one turn of two streams: one start, one end, busy all the while', async () => {
  const seen: string[] = []
  const { chat, server, told, until } = harness({
    onClientTool: ({ name, params }: { name: string; params: unknown }) => {
      seen.push(`${name} ${JSON.stringify(params)} while ${chat.getState().turn.status}`)
      return { stationIds: ['a'] }
    },
  })
  server.on('threads.create', {
    events: [
      ...firstTurn.slice(0, 3),
      { type: 'progress_update', text: 'Looking at the map' },
      done(called('tc_1', 'get_selected_stations', { all: null })),
      { type: 'thread.updated', thread: thread('thr_1', 'Stations') },
    ],
  })
  server.on('threads.add_client_tool_output', { events: [cancellable, done(answered('msg_3', 'Station A.'))] })

  await chat.methods.sendUserMessage(hi)
  const during = await until(({ turn }) => turn.status === 'client_tool')
  expect(during.thread.progress).toEqual({ text: 'Looking at the map' })
  const state = await until(isIdle)

  expect(seen).toEqual(['get_selected_stations {"all":null} while client_tool'])
  expect(server.requests.at(-1)).toEqual({
    type: 'threads.add_client_tool_output',
    params: { thread_id: 'thr_1', result: { stationIds: ['a'] } },
  })
  expect(transcript(state)).toEqual(['user: hi', 'tool: get_selected_stations completed', 'assistant: Station A.'])
  expect(state.thread.progress).toBe(null)
  expect(told).toEqual(['ready', 'response.start', 'thread.change "thr_1"', 'response.end'])
})

test.each([
  ['nothing', () => undefined, null],
  ['a rejection', () => Promise.reject(new Error('No map')), { error: 'No map' }],
  ['what is not JSON', () => ({ big: 1n }), { error: expect.stringContaining('cannot be written as JSON') }],
])('a client tool that gives %s is still answered', async (_, onClientTool, result) => {
  const { chat, server, errors, until } = harness({ onClientTool })
  server.on('threads.create', { events: [...firstTurn.slice(0, 2), done(called('tc_1', 'map'))] })
  server.on('threads.add_client_tool_output', { events: [done(answered('msg_3', 'Well.'))] })
  await chat.methods.sendUserMessage(hi)
  const state = await until(isIdle)
  expect(server.requests.at(-1)?.params).toEqual({ thread_id: 'thr_1', result })
  expect(transcript(state).at(-1)).toBe('assistant: Well.')
  expect(errors.map(({ name }) => name)).toEqual(result === null ? [] : ['IntegrationError'])
})

test('without onClientTool the server gets an error result and the host a report', async () => {
  const { chat, server, errors, until } = harness()
  server.on('threads.create', { events: [...firstTurn.slice(0, 2), done(called('tc_1', 'map'))] })
  server.on('threads.add_client_tool_output', { events: [done(answered('msg_3', 'Well.'))] })
  await chat.methods.sendUserMessage(hi)
  await until(isIdle)
  expect(server.requests.at(-1)?.params).toEqual({
    thread_id: 'thr_1',
    result: { error: expect.stringContaining('there is no onClientTool to handle it') },
  })
  expect(errors[0]).toMatchObject({ name: 'IntegrationError', cause: { code: 'unknown_tool', at: 'onClientTool.map' } })
})

test('a tool result that did not arrive is posted again, the tool does not run twice', async () => {
  let runs = 0
  const { chat, server, told, until } = harness({ onClientTool: () => ({ run: ++runs }) })
  server.on('threads.create', { events: [...firstTurn.slice(0, 2), done(called('tc_1', 'map'))] })
  server.on(
    'threads.add_client_tool_output',
    'unreachable',
    { events: [], last: 'cut' },
    { events: [done(answered('msg_3', 'Well.'))] },
  )
  await chat.methods.sendUserMessage(hi)
  const failed = await until(isIdle)
  expect(failed.turn.error).toEqual({ code: 'network', message: null, canRetry: true })

  chat.actions.retry()
  await until(isIdle)
  chat.actions.retry()
  const state = await until((now) => isIdle(now) && now.turn.error === null)

  expect(transcript(state)).toEqual(['user: hi', 'tool: map completed', 'assistant: Well.'])
  expect(server.requests.map(({ type }) => type)).toEqual([
    'threads.create',
    'threads.add_client_tool_output',
    'threads.add_client_tool_output',
    'threads.add_client_tool_output',
  ])
  expect(runs).toBe(1)
  expect(told.filter((line) => line === 'response.start')).toHaveLength(3)
  expect(told.filter((line) => line === 'response.end')).toHaveLength(3)
})

test('a stop while a client tool runs posts no result', async () => {
  const { chat, server, told, until } = harness({ onClientTool: () => new Promise(() => {}) })
  server.on('threads.create', { events: [...firstTurn.slice(0, 2), done(called('tc_1', 'map'))] })
  await chat.methods.sendUserMessage(hi)
  await until(({ turn }) => turn.status === 'client_tool')
  chat.actions.stop()
  await until(isIdle)
  expect(server.requests.map(({ type }) => type)).toEqual(['threads.create'])
  expect(told.at(-1)).toBe('response.end')
})

test('a tool result that arrived and was answered halfway is asked for again from the message on', async () => {
  const { chat, server, until } = harness({ onClientTool: () => ({}) })
  server.on('threads.create', { events: [...firstTurn.slice(0, 2), done(called('tc_1', 'map'))] })
  server.on('threads.add_client_tool_output', 'unreachable', { events: [cancellable], last: 'cut' })
  server.on('threads.retry_after_item', { events: [done(answered('msg_3', 'Well.'))] })
  await chat.methods.sendUserMessage(hi)
  await until(isIdle)
  chat.actions.retry()
  await until(isIdle)
  chat.actions.retry()
  const state = await until((now) => isIdle(now) && now.turn.error === null)
  expect(server.requests.at(-1)).toEqual({
    type: 'threads.retry_after_item',
    params: { thread_id: 'thr_1', item_id: 'msg_1' },
  })
  expect(transcript(state)).toEqual(['user: hi', 'assistant: Well.'])
})
