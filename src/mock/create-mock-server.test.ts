import { expect, test } from 'vitest'
import { countedIds } from '../server/index.ts'
import { ask, askJson, chatRequest, message, readEvents, silentLog } from '../server/test-client.ts'
import { instantClock, manualClock } from './clock.ts'
import { createMockServer, type MockServerOptions } from './create-mock-server.ts'
import { onMessage, otherwise } from './entries.ts'
import { script } from './script.ts'
import { fail, pause, say } from './steps.ts'

const mockWith = (options: Partial<MockServerOptions<{ user: string }>> = {}) =>
  createMockServer({
    script: script(onMessage('fail', [fail('No credits left')]), otherwise([say('One two')])),
    clock: instantClock,
    ids: countedIds(),
    log: silentLog,
    ...options,
  })
const states = (mock: ReturnType<typeof mockWith>) => mock.journal.getEntries().map(({ state }) => state)
const thread_id = 'thr_1'

test('a mock server answers as a chat server does', async () => {
  const mock = mockWith()
  const events = await ask(mock, 'threads.create', message('Hi'))
  expect(events.at(-1)).toMatchObject({ item: { content: [{ text: 'One two' }] } })
  expect((await askJson(mock, 'threads.list', {})).body).toMatchObject({ data: [{ id: 'thr_1' }] })
  expect((await mock.fetch(new Request('http://parlor.test/health'))).status).toBe(200)
})

test('its fetch stands in for the platform’s own, with any address', async () => {
  const mock = mockWith({ clock: manualClock(), latency: 1000 })
  const body = JSON.stringify({ type: 'threads.list', params: {} })
  mock.setLatency(0)
  expect(await (await mock.fetch('/chatkit', { method: 'POST', body })).json()).toEqual({ data: [], has_more: false })

  mock.setLatency(1000)
  const abort = new AbortController()
  const asking = mock.fetch(new URL('https://chat.test/'), { method: 'POST', body, signal: abort.signal })
  const rejected = expect(asking).rejects.toThrow('enough')
  abort.abort(new Error('enough'))
  await rejected
  await expect.poll(() => states(mock)).toEqual(['done', 'gone'])
})

test('the journal tells what was asked and answered, event by event', async () => {
  const mock = mockWith({ clock: manualClock() })
  let changes = 0
  const stop = mock.journal.subscribe(() => changes++)
  const events = await ask(mock, 'threads.create', message('fail'))
  await askJson(mock, 'threads.get_by_id', { thread_id: 'nope' })
  const at = new Date('2026-01-02T03:04:05Z')
  expect(mock.journal.getEntries()).toEqual([
    {
      id: 1,
      at,
      type: 'threads.create',
      params: message('fail'),
      state: 'done',
      status: 200,
      took: 0,
      events,
      answer: undefined,
    },
    {
      id: 2,
      at,
      type: 'threads.get_by_id',
      params: { thread_id: 'nope' },
      state: 'done',
      status: 404,
      took: 0,
      events: [],
      answer: { error: expect.objectContaining({ code: 'not_found' }) },
    },
  ])
  expect(mock.journal.text()).toBe(
    'threads.create → 200, 4 events, done after 0 ms\nthreads.get_by_id → 404, done after 0 ms',
  )
  expect(changes).toBeGreaterThan(3)
  stop()
  const before = changes
  mock.journal.clear()
  expect([mock.journal.getEntries(), changes]).toEqual([[], before])
})

test('a client that goes away is noted', async () => {
  const mock = mockWith({ script: script(otherwise([pause(1000)])), clock: manualClock() })
  const response = await mock.fetch(chatRequest('threads.create', message('Hi')))
  const reader = response.body?.getReader()
  await reader?.read()
  expect(states(mock)).toEqual(['open'])
  await reader?.cancel()
  expect(states(mock)).toEqual(['gone'])
})

test('a client that aborts its request is noted too', async () => {
  const mock = mockWith({ script: script(otherwise([pause(1000)])), clock: manualClock() })
  const abort = new AbortController()
  const response = await mock.fetch(chatRequest('threads.create', message('Hi'), { signal: abort.signal }))
  const reader = response.body?.getReader()
  await reader?.read()
  const rest = reader?.read()
  abort.abort(new Error('stopped'))
  await expect(rest).rejects.toThrow('stopped')
  expect(states(mock)).toEqual(['gone'])
})

test('latency goes by the clock, before the answer', async () => {
  const clock = manualClock()
  const mock = mockWith({ clock, latency: 500 })
  let answered = false
  const asking = askJson(mock, 'threads.list', {}).then(() => {
    answered = true
  })
  await clock.advance(499)
  expect(answered).toBe(false)
  await clock.advance(1)
  await asking
  mock.setLatency(0)
  await askJson(mock, 'threads.list', {})
})

test('a fault answers with its status, as often as it was told, without asking the server', async () => {
  const mock = mockWith({ faults: [{ on: 'threads.create', status: 503, times: 2 }] })
  for (const status of [503, 503, 200]) {
    const response = await mock.fetch(chatRequest('threads.create', message('Hi')))
    expect(response.status).toBe(status)
    await response.text()
  }
  expect((await askJson(mock, 'threads.list', {})).body).toMatchObject({ data: [{ id: 'thr_1' }] })
})

test('a fault cuts the connection after so many events, and the server sees the client leave', async () => {
  const paused = script(onMessage('Again', [say('One'), pause(1000), say('Two')]), otherwise([say('One two')]))
  const mock = mockWith({ script: paused, faults: [{ on: 'threads.add_user_message', cut: true, after: 3 }] })
  await ask(mock, 'threads.create', message('Hi'))
  const again = chatRequest('threads.add_user_message', { thread_id, ...message('Again') })
  await expect(readEvents(await mock.fetch(again))).rejects.toThrow('The connection broke')
  expect(mock.journal.getEntries().at(-1)).toMatchObject({ state: 'cut', events: { length: 3 } })
  expect((await ask(mock, 'threads.add_user_message', { thread_id, ...message('Again') })).length).toBeGreaterThan(3)
})

test('a turn that was cut leaves what was said, and a note for the model', async () => {
  const clock = manualClock()
  const mock = mockWith({
    clock,
    script: script(otherwise([say('One'), pause(1000), say('Two')])),
    faults: [{ cut: true, after: 8 }],
  })
  await expect(readEvents(await mock.fetch(chatRequest('threads.create', message('Hi'))))).rejects.toThrow()
  const { data } = await mock.store.listItems({ user: 'everybody' }, thread_id, { limit: 9, order: 'asc' })
  expect(data.map(({ type }) => type)).toEqual(['user_message', 'assistant_message', 'sdk_hidden_context'])
})

test('a fault stalls: nothing more comes, until the client has enough', async () => {
  const mock = mockWith({ faults: [{ stall: true, after: 2 }] })
  const response = await mock.fetch(chatRequest('threads.create', message('Hi')))
  const reader = response.body?.getReader()
  expect(new TextDecoder().decode((await reader?.read())?.value).match(/data: /g)).toHaveLength(2)
  const waiting = Symbol('waiting')
  const next = reader?.read()
  expect(await Promise.race([next, new Promise((resolve) => setTimeout(() => resolve(waiting)))])).toBe(waiting)
  await reader?.cancel()
  expect(states(mock)).toEqual(['gone'])
})

test('faults can be set while the server runs, and are checked', async () => {
  const mock = mockWith()
  mock.setFaults([{ status: 401 }])
  expect((await askJson(mock, 'threads.list', {})).status).toBe(401)
  expect((await askJson(mock, 'threads.list', {})).status).toBe(200)
  expect(() => mock.setFaults([JSON.parse('{"on":"threads.nope","status":500}')])).toThrow(
    expect.objectContaining({ code: 'misuse', at: 'faults[0].on' }),
  )
  expect(() => mockWith({ faults: [JSON.parse('{"status":500,"cut":true}')] })).toThrow(
    expect.objectContaining({ at: 'faults[0]', problem: 'It has status and cut' }),
  )
})

test('what cannot be read is noted, and answered as the server does', async () => {
  const mock = mockWith()
  const response = await mock.fetch(new Request('http://parlor.test/', { method: 'POST', body: 'nonsense' }))
  expect(response.status).toBe(400)
  expect(mock.journal.text()).toMatch(/^unreadable → 400/)
})

test('a silence that is longer than a heart beats breaks no answer', async () => {
  const clock = manualClock()
  const mock = mockWith({ clock, heartbeatMs: 1, script: script(otherwise([say('One'), pause(1000), say('Two')])) })
  const reader = (await mock.fetch(chatRequest('threads.create', message('Hi')))).body?.getReader()
  const texts: string[] = []
  const decoder = new TextDecoder()
  while (!texts.includes(': \n\n')) texts.push(decoder.decode((await reader?.read())?.value))
  expect(states(mock)).toEqual(['open'])
  await reader?.cancel()
})
