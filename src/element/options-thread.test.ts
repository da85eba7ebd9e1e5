// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/dom'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { ThreadItem } from '../protocol/index.ts'
import { answered, called, card, done, firstTurn, said, thread } from './chat/testing/samples.ts'
import { drawnChat } from './testing/drawn-chat.ts'

const loaded = (...items: ThreadItem[]) => ({
  json: { ...thread('thr_1', 'Hills'), items: { data: items, has_more: false } },
})
const tag = (interactive: boolean): ThreadItem => ({
  ...said('m1', ''),
  type: 'user_message',
  content: [{ type: 'input_tag', id: 'st_1', text: 'Nova', group: 'Stations', data: { line: 'red' }, interactive }],
  attachments: [],
  inference_options: {},
})
const cardWith = (handler: 'client' | 'server'): ThreadItem => ({
  ...card('w1', ''),
  type: 'widget',
  widget: {
    type: 'Card',
    children: [
      { type: 'Button', label: 'Open', onClickAction: { type: 'article.open', payload: { id: 'a7' }, handler } },
    ],
  },
})

test('threadItemActions.feedback: thumbs below a response, sent with every item of it; off by default', async () => {
  const { view, server, setOptions } = drawnChat({ initialThread: 'thr_1', threadItemActions: { feedback: true } })
  server.on('threads.get_by_id', loaded(said('m1', 'hi'), answered('m2', 'One.'), answered('m3', 'Two.')))
  server.on('items.feedback', { json: {} })
  ;(await view.findByRole('button', { name: 'Good response' })).click()
  expect(await server.asked('items.feedback')).toMatchObject({
    params: { thread_id: 'thr_1', item_ids: ['m2', 'm3'], kind: 'positive' },
  })
  view.getByRole('button', { name: 'Bad response' }).click()
  await vi.waitFor(() => expect(server.requests.at(-1)).toMatchObject({ params: { kind: 'negative' } }))
  setOptions({})
  await vi.waitFor(() => expect(view.queryByRole('button', { name: /response/ })).toBe(null))
})

test('threadItemActions.retry: asks again from the message on; off by default', async () => {
  const { view, server, setOptions } = drawnChat({ initialThread: 'thr_1', threadItemActions: { retry: true } })
  server.on('threads.get_by_id', loaded(said('m1', 'hi'), answered('m2', 'One.')))
  server.on('threads.retry_after_item', { events: [done(answered('m3', 'Better.'))] })
  ;(await view.findByRole('button', { name: 'Ask again' })).click()
  expect(await view.findByText('Better.')).toBeTruthy()
  expect(view.queryByText('One.')).toBe(null)
  expect(server.requests.at(-1)?.params).toEqual({ thread_id: 'thr_1', item_id: 'm1' })
  setOptions({})
  await vi.waitFor(() => expect(view.queryByRole('button', { name: 'Ask again' })).toBe(null))
})

test('entities.onClick: an interactive tag of the conversation is a button of the host’s, another one is text', async () => {
  const clicked: unknown[] = []
  const options = { initialThread: 'thr_1', entities: { onClick: (entity: unknown) => clicked.push(entity) } }
  const { view, server } = drawnChat(options)
  server.on('threads.get_by_id', loaded(tag(true)))
  ;(await view.findByRole('button', { name: 'Nova' })).click()
  expect(clicked).toEqual([{ id: 'st_1', title: 'Nova', group: 'Stations', data: { line: 'red' }, interactive: true }])
  const plain = drawnChat(options)
  plain.server.on('threads.get_by_id', loaded(tag(false)))
  await plain.view.findByText('Nova')
  expect(plain.view.queryByRole('button', { name: 'Nova' })).toBe(null)
})

test('entities.onRequestPreview: the host’s card while the tag is pointed at, nulls in it and all; null is no card', async () => {
  const preview = { type: 'Basic', children: [{ type: 'Text', value: 'Two platforms', children: null }] }
  let answer: unknown = { preview }
  const { view, server } = drawnChat({
    initialThread: 'thr_1',
    entities: { onRequestPreview: async () => answer as { preview: null } }, // as JSON comes from a server
  })
  server.on('threads.get_by_id', loaded(tag(true)))
  const chip = await view.findByRole('button', { name: 'Nova' })
  fireEvent.pointerOver(chip)
  expect(await view.findByText('Two platforms')).toBeTruthy()
  fireEvent.pointerOut(chip)
  await vi.waitFor(() => expect(view.queryByText('Two platforms')).toBe(null))
  answer = { preview: null }
  fireEvent.pointerOver(chip)
  await Promise.resolve()
  expect(view.queryByText('Two platforms')).toBe(null)
})

test('widgets.onAction gets the client’s actions with their widget; those of the server go there', async () => {
  const seen: unknown[] = []
  const onAction = async (...args: unknown[]) => void seen.push(args)
  const client = drawnChat({ initialThread: 'thr_1', widgets: { onAction } })
  client.server.on('threads.get_by_id', loaded(cardWith('client')))
  ;(await client.view.findByRole('button', { name: 'Open' })).click()
  await vi.waitFor(() => expect(seen).toHaveLength(1))
  expect(seen[0]).toEqual([
    { type: 'article.open', payload: { id: 'a7' } },
    { id: 'w1', widget: expect.objectContaining({ type: 'Card' }) },
  ])
  expect(client.server.requests.map(({ type }) => type)).toEqual(['threads.get_by_id'])

  const other = drawnChat({ initialThread: 'thr_1', widgets: { onAction } })
  other.server.on('threads.get_by_id', loaded(cardWith('server')))
  other.server.on('threads.custom_action', { events: [] })
  ;(await other.view.findByRole('button', { name: 'Open' })).click()
  expect(await other.server.asked('threads.custom_action')).toMatchObject({
    params: { thread_id: 'thr_1', item_id: 'w1', action: { type: 'article.open', payload: { id: 'a7' } } },
  })
  expect(seen).toHaveLength(1)
})

test('onClientTool is called with name and params, and what it returns is posted', async () => {
  const calls: unknown[] = []
  const { element, server, view } = drawnChat({
    onClientTool: (call) => {
      calls.push(call)
      return { stationIds: [] }
    },
  })
  server.on('threads.create', {
    events: [...firstTurn.slice(0, 2), done(called('t1', 'get_selected_stations', { n: 2 }))],
  })
  server.on('threads.add_client_tool_output', { events: [done(answered('m9', 'None yet.'))] })
  await element.sendUserMessage({ text: 'hi' })
  expect(await view.findByText('None yet.')).toBeTruthy()
  expect(calls).toEqual([{ name: 'get_selected_stations', params: { n: 2 } }])
  expect(server.requests.at(-1)?.params).toEqual({ thread_id: 'thr_1', result: { stationIds: [] } })
})

test('thread.autoScroll: what a stream adds is followed near the end; without it only a new message is', async () => {
  /** Calls back as a layout would that has grown. */
  const observers = new Set<() => void>()
  vi.stubGlobal(
    'ResizeObserver',
    class {
      readonly #tell: () => void
      constructor(callback: (entries: object[]) => void) {
        this.#tell = () => callback([{ target: null }])
      }
      observe = () => void observers.add(this.#tell)
      disconnect = () => void observers.delete(this.#tell)
    },
  )
  onTestFinished(() => void vi.unstubAllGlobals())
  for (const autoScroll of [true, false]) {
    observers.clear()
    const { element, server, view, root } = drawnChat({ thread: { autoScroll } })
    server.on('threads.create', { events: firstTurn.slice(0, 5), hold: new Promise(() => {}) })
    await element.sendUserMessage({ text: 'hi' })
    await view.findByText('Hello.')
    const scroller = root.querySelector('.chat-scroll')
    if (!scroller) throw new Error('Nothing scrolls')
    const scrolled = vi.spyOn(scroller, 'scrollTo')
    for (const tell of observers) tell()
    expect(scrolled.mock.calls.length, `autoScroll: ${autoScroll}`).toBe(autoScroll ? 1 : 0)
  }
})
