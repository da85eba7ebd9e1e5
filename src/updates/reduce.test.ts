import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ThreadItem, ThreadStreamEvent } from '../protocol/index.ts'
import { emptyThreadState, endTurn, reduce, startTurn, type ThreadState } from './index.ts'

const base = { thread_id: 'thr_1', created_at: '2026-01-02T03:04:05Z' }
const message = (id: string, text: string): ThreadItem => ({
  type: 'assistant_message',
  id,
  ...base,
  content: text === '' ? [] : [{ type: 'output_text', text, annotations: [] }],
})
const thread = (title?: string) => ({
  id: 'thr_1',
  created_at: base.created_at,
  ...(title ? { title } : {}),
  status: { type: 'active' } as const,
  metadata: {},
  items: { data: [], has_more: false },
})
const delta = (item_id: string, text: string): ThreadStreamEvent => ({
  type: 'thread.item.updated',
  item_id,
  update: { type: 'assistant_message.content_part.text_delta', content_index: 0, delta: text },
})
const play = (events: readonly ThreadStreamEvent[], from: ThreadState = emptyThreadState) => events.reduce(reduce, from)

test('a streamed reply: thread, message as it grows, title, end', () => {
  const events: ThreadStreamEvent[] = [
    { type: 'thread.created', thread: thread() },
    { type: 'stream_options', stream_options: { allow_cancel: false } },
    { type: 'progress_update', text: 'Thinking', icon: 'search' },
    { type: 'thread.item.added', item: message('m1', '') },
    delta('m1', 'Hel'),
    delta('m1', 'lo'),
    { type: 'thread.updated', thread: thread('Greeting') },
  ]
  expect(play(events)).toEqual({
    thread: { id: 'thr_1', created_at: base.created_at, title: 'Greeting', status: { type: 'active' }, metadata: {} },
    items: [message('m1', 'Hello')],
    open: ['m1'],
    imageProgress: {},
    progress: { text: 'Thinking', icon: 'search' },
    error: null,
    notices: [],
    allowCancel: false,
  })
  expect(endTurn(play([...events, { type: 'thread.item.done', item: message('m1', 'Hello!') }]))).toEqual({
    thread: { id: 'thr_1', created_at: base.created_at, title: 'Greeting', status: { type: 'active' }, metadata: {} },
    items: [message('m1', 'Hello!')],
    open: [],
    imageProgress: {},
    progress: null,
    error: null,
    notices: [],
    allowCancel: true,
  })
})

test('`done` without `added` puts the item at the end, and replaces by id when it is there', () => {
  const state = play([
    { type: 'thread.item.done', item: message('m1', 'a') },
    { type: 'thread.item.done', item: message('m2', 'b') },
    { type: 'thread.item.done', item: message('m1', 'c') },
  ])
  expect(state.items).toEqual([message('m1', 'c'), message('m2', 'b')])
})

test('a replaced item keeps its position, a removed one goes', () => {
  const state = play([
    { type: 'thread.item.done', item: message('m1', 'a') },
    { type: 'thread.item.added', item: message('m2', 'b') },
    { type: 'thread.item.replaced', item: message('m1', 'c') },
    { type: 'thread.item.removed', item_id: 'm2' },
  ])
  expect(state.items).toEqual([message('m1', 'c')])
  expect(state.open).toEqual([])
})

test('`thread.updated` keeps the items, and is not for us when it is about another thread', () => {
  const state = play([
    { type: 'thread.created', thread: thread('A') },
    { type: 'thread.item.done', item: message('m1', 'a') },
  ])
  expect(reduce(state, { type: 'thread.updated', thread: { ...thread('B'), id: 'thr_2' } })).toBe(state)
  expect(reduce(state, { type: 'thread.updated', thread: thread('B') }).items).toBe(state.items)
})

test('another thread created begins with no items of the one before', () => {
  const state = play([
    { type: 'thread.created', thread: thread('A') },
    { type: 'thread.item.added', item: message('m1', 'a') },
    { type: 'thread.created', thread: { ...thread('B'), id: 'thr_2' } },
  ])
  expect(state).toMatchObject({ thread: { id: 'thr_2' }, items: [], open: [] })
})

test('the progress of an image stands beside its item until it is done', () => {
  const image = { id: 'i', url: 'https://a.example/1.png' }
  const item: ThreadItem = { type: 'generated_image', id: 'g1', ...base }
  const half = play([
    { type: 'thread.item.added', item },
    { type: 'thread.item.updated', item_id: 'g1', update: { type: 'generated_image.updated', image, progress: 0.5 } },
  ])
  expect(half.items).toEqual([{ ...item, image }])
  expect(half.imageProgress).toEqual({ g1: 0.5 })
  expect(reduce(half, { type: 'thread.item.done', item: { ...item, image } }).imageProgress).toEqual({})
})

test('errors and notices stay until the next turn starts', () => {
  const error = { type: 'error', code: 'custom', message: 'No.', allow_retry: true } as const
  const notice = { type: 'notice', level: 'info', message: 'Slow today.' } as const
  const state = endTurn(play([notice, error]))
  expect(state).toMatchObject({ error, notices: [notice] })
  expect(startTurn(state)).toEqual(emptyThreadState)
})

test.each<[string, ThreadStreamEvent]>([
  ['a client effect', { type: 'client_effect', name: 'go', data: {} }],
  ['an update of an unknown item', delta('x', 'a')],
  ['the removal of an unknown item', { type: 'thread.item.removed', item_id: 'x' }],
  ['the replacement of an unknown item', { type: 'thread.item.replaced', item: message('x', 'a') }],
  ['an item that is the same already', { type: 'thread.item.done', item: message('m1', 'a') }],
  ['a thread that is the same already', { type: 'thread.updated', thread: thread('A') }],
  ['stream options that hold already', { type: 'stream_options', stream_options: { allow_cancel: true } }],
  ['the same progress again', { type: 'progress_update', text: 'Thinking' }],
  ['a hidden item', { type: 'thread.item.done', item: { type: 'hidden_context_item', id: 'h', ...base, content: 1 } }],
  [
    'a hidden item in progress',
    { type: 'thread.item.added', item: { type: 'sdk_hidden_context', id: 'h', ...base, content: '' } },
  ],
])('%s leaves the very same state', (_, event) => {
  const state = play([
    { type: 'thread.created', thread: thread('A') },
    { type: 'thread.item.done', item: message('m1', 'a') },
    { type: 'progress_update', text: 'Thinking' },
  ])
  expect(reduce(state, event)).toBe(state)
})

test('ending or starting a turn that left nothing behind gives the very same state', () => {
  expect(endTurn(emptyThreadState)).toBe(emptyThreadState)
  expect(startTurn(emptyThreadState)).toBe(emptyThreadState)
})

test('whatever order events come in: ids stay unique, open items are items, nothing hidden gets in, no state is changed in place', () => {
  const id = fc.constantFrom('a', 'b', 'c')
  const item = fc.oneof(
    fc.tuple(id, fc.constantFrom('', 'x')).map(([at, text]) => message(at, text)),
    id.map((at): ThreadItem => ({ type: 'hidden_context_item', id: at, ...base, content: null })),
  )
  const event = fc.oneof(
    fc.record({ type: fc.constantFrom('thread.item.added', 'thread.item.done', 'thread.item.replaced'), item }),
    fc.tuple(id, fc.constantFrom('x', 'y')).map(([at, text]) => delta(at, text)),
    id.map((item_id): ThreadStreamEvent => ({ type: 'thread.item.removed', item_id })),
  )
  fc.assert(
    fc.property(fc.array(event), (events) => {
      let state = emptyThreadState
      for (const next of events) {
        const copy = structuredClone(state)
        const reduced = reduce(state, next)
        expect(state).toEqual(copy)
        state = reduced
        const ids = state.items.map((one) => one.id)
        expect(new Set(ids).size).toBe(ids.length)
        expect(ids).toEqual(expect.arrayContaining([...state.open]))
        expect(state.items.some((one) => one.type === 'hidden_context_item')).toBe(false)
      }
    }),
  )
})
