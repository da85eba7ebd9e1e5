// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { chatErrorNames } from './chat/failures.ts'
import { answered, called, card, created, done, said, thread } from './chat/testing/samples.ts'
import { drawnChat } from './testing/drawn-chat.ts'

test('one visit fires every event of the official types, in order, with its detail', async () => {
  const { element, server, view, events } = drawnChat({
    initialThread: 'thr_1',
    onClientTool: () => ({}),
    composer: { tools: [{ id: 'search', label: 'Search', icon: 'search', pinned: true }] },
  })
  server.on('threads.get_by_id', {
    json: {
      ...thread('thr_1', 'Hills'),
      items: { data: [answered('m0', '[Trail](chatkit-link://trail?id=7)')], has_more: false },
    },
  })
  server.on('threads.list', { json: { data: [], has_more: false } })
  server.on('threads.create', {
    events: [created('thr_2'), done(said('m1', 'hi', 'thr_2')), done({ ...called('t1', 'look'), thread_id: 'thr_2' })],
  })
  server.on('threads.add_client_tool_output', {
    events: [
      { type: 'client_effect', name: 'profile/update', data: { seat: '14A' } },
      { type: 'error', code: 'custom', message: 'Sold out', allow_retry: false },
    ],
  })
  ;(await view.findByRole('link', { name: 'Trail' })).click()
  await element.showHistory()
  await element.hideHistory()
  await element.setThreadId(null)
  ;(await view.findByRole('button', { name: 'Search' })).click()
  await element.sendUserMessage({ text: 'hi' })
  await vi.waitFor(() => expect(events.at(-1)?.name).toBe('response.end'))

  expect(events.filter(({ name }) => name !== 'log')).toEqual([
    { name: 'ready', detail: null },
    { name: 'thread.change', detail: { threadId: 'thr_1' } },
    { name: 'thread.load.start', detail: { threadId: 'thr_1' } },
    { name: 'thread.load.end', detail: { threadId: 'thr_1' } },
    { name: 'deeplink', detail: { name: 'trail', data: { id: '7' } } },
    { name: 'history.open', detail: null },
    { name: 'history.close', detail: null },
    { name: 'thread.change', detail: { threadId: null } },
    { name: 'tool.change', detail: { toolId: 'search' } },
    { name: 'response.start', detail: null },
    { name: 'thread.change', detail: { threadId: 'thr_2' } },
    { name: 'effect', detail: { name: 'profile/update', data: { seat: '14A' } } },
    { name: 'error', detail: { error: expect.objectContaining({ name: 'StreamError' }) } },
    { name: 'response.end', detail: null },
  ])
  const types = readFileSync('node_modules/@openai/chatkit/types/index.d.ts', 'utf8')
  const official = [...types.matchAll(/^ {2}'chatkit\.([\w.]+)': CustomEvent/gm)].map(([, name]) => name)
  expect(official).toHaveLength(13)
  expect(new Set(events.map(({ name }) => name))).toEqual(new Set(official))
})

test('a widget that cannot be drawn as it was sent is a WidgetItemError that says where, and what can be drawn is', async () => {
  const { view, server, events } = drawnChat({ initialThread: 'thr_1' })
  const widget = {
    type: 'Card',
    children: [
      { type: 'Text', value: 'Fine' },
      { type: 'Text', value: 7 },
    ],
  }
  server.on('threads.get_by_id', {
    json: { ...thread('thr_1'), items: { data: [{ ...card('w1', ''), widget }], has_more: false } },
  })
  expect(await view.findByText('Fine')).toBeTruthy()
  await vi.waitFor(() =>
    expect(events).toContainEqual({
      name: 'error',
      detail: {
        error: expect.objectContaining({
          name: 'WidgetItemError',
          cause: expect.objectContaining({ at: expect.stringContaining('children[1].value') }),
        }),
      },
    }),
  )
})

test('each name that chatkit.error may carry is seen in a test', () => {
  const room = import.meta.dirname
  const tests = readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.test\.tsx?$/.test(name))
    .map((name) => readFileSync(join(room, name), 'utf8'))
    .join('\n')
  expect(chatErrorNames.filter((name) => !tests.includes(name))).toEqual([])
})
