import { expect, test } from 'vitest'
import { harness, isIdle } from './testing/harness.ts'
import { firstTurn, said, thread } from './testing/samples.ts'

const page = (...ids: string[]) => ({ json: { data: ids.map((id) => thread(id, `Title ${id}`)), has_more: false } })

test('the history opens with the newest threads and goes on page by page', async () => {
  const { chat, server, told, until } = harness()
  server.on(
    'threads.list',
    { json: { data: [thread('thr_3'), thread('thr_2')], has_more: true, after: 'thr_2' } },
    page('thr_2', 'thr_1'),
  )
  await until(({ status }) => status === 'ready')
  chat.actions.showHistory()
  expect(chat.getState().history).toMatchObject({ open: true, status: 'loading' })
  const first = await until(({ history }) => history.status === 'ready')
  expect(first.history.hasMore).toBe(true)
  chat.actions.loadMoreHistory()
  const all = await until(({ history }) => !history.hasMore)
  expect(all.history.threads.map(({ id }) => id)).toEqual(['thr_3', 'thr_2', 'thr_1'])
  chat.actions.hideHistory()
  chat.actions.hideHistory()
  expect(server.requests).toEqual([
    { type: 'threads.list', params: { limit: 30, order: 'desc' } },
    { type: 'threads.list', params: { limit: 30, order: 'desc', after: 'thr_2' } },
  ])
  expect(told).toEqual(['ready', 'history.open', 'history.close'])
})

test('opening a thread closes the history and loads it', async () => {
  const { chat, server, told, until } = harness()
  server.on('threads.list', page('thr_1'))
  server.on('threads.get_by_id', {
    json: { ...thread('thr_1'), items: { data: [said('msg_1', 'hi')], has_more: false } },
  })
  chat.actions.showHistory()
  await until(({ history }) => history.status === 'ready')
  chat.actions.openThread('thr_1')
  await until(({ thread: { items } }) => items.length === 1)
  expect(told.filter((line) => line !== 'ready')).toEqual([
    'history.open',
    'history.close',
    'thread.change "thr_1"',
    'thread.load.start "thr_1"',
    'thread.load.end "thr_1"',
  ])
})

test('a list that cannot be read says so and can be read again', async () => {
  const { chat, server, errors, until } = harness()
  server.on('threads.list', { status: 500 }, page('thr_1'))
  chat.actions.showHistory()
  const failed = await until(({ history }) => history.status === 'failed')
  expect(failed.history.error).toEqual({ code: 'http_error', message: null, canRetry: true })
  expect(errors.map(({ name }) => name)).toEqual(['HistoryViewError'])
  chat.actions.reloadHistory()
  const state = await until(({ history }) => history.status === 'ready')
  expect(state.history).toMatchObject({ error: null, threads: [{ id: 'thr_1' }] })
})

test('a rename changes the list and the title of the thread that is open', async () => {
  const { chat, server, until } = harness()
  server.on('threads.create', { events: firstTurn })
  server.on('threads.list', page('thr_1', 'thr_2'))
  server.on('threads.update', { json: thread('thr_1', 'Tea') })
  await chat.methods.sendUserMessage({ text: 'hi' })
  await until(isIdle)
  chat.actions.showHistory()
  await until(({ history }) => history.status === 'ready')
  chat.actions.renameThread('thr_1', ' Tea ')
  expect(chat.getState().history.pendingId).toBe('thr_1')
  const state = await until(({ history }) => history.pendingId === null)
  expect(state.history.threads.map(({ title }) => title)).toEqual(['Tea', 'Title thr_2'])
  expect(state.thread.thread?.title).toBe('Tea')
  expect(server.requests.at(-1)).toEqual({ type: 'threads.update', params: { thread_id: 'thr_1', title: 'Tea' } })
})

test('deleting the open thread leads to a new chat, deleting another does not', async () => {
  const { chat, server, told, until } = harness()
  server.on('threads.create', { events: firstTurn })
  server.on('threads.list', page('thr_1', 'thr_2'))
  server.on('threads.delete', { json: {} })
  await chat.methods.sendUserMessage({ text: 'hi' })
  await until(isIdle)
  chat.actions.showHistory()
  await until(({ history }) => history.status === 'ready')
  chat.actions.deleteThread('thr_2')
  await until(({ history }) => history.threads.length === 1)
  expect(chat.getState().threadId).toBe('thr_1')
  chat.actions.deleteThread('thr_1')
  await until(({ threadId }) => threadId === null)
  expect(told.at(-1)).toBe('thread.change null')
  expect(chat.getState().history.threads).toEqual([])
})

test('a delete that fails leaves the list as it was', async () => {
  const { chat, server, errors, until } = harness()
  server.on('threads.list', page('thr_1'))
  server.on('threads.delete', { status: 500 })
  chat.actions.showHistory()
  await until(({ history }) => history.status === 'ready')
  chat.actions.deleteThread('thr_1')
  const state = await until(({ history }) => history.error !== null)
  expect(state.history.threads).toHaveLength(1)
  expect(state.history.pendingId).toBe(null)
  expect(errors.map(({ name }) => name)).toEqual(['HistoryViewError'])
})
