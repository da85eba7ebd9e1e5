// @vitest-environment happy-dom
import { fireEvent, within } from '@testing-library/dom'
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import type { ThreadItem } from '../../protocol/index.ts'
import type { Chat } from '../chat/state.ts'
import { harness, isIdle } from '../chat/testing/harness.ts'
import { added, answered, created, done, firstTurn, said, thread } from '../chat/testing/samples.ts'
import { mountView } from './mount.tsx'

// What the view loads when first needed is compiled before, so that no test waits for that.
beforeAll(() => Promise.all([import('./transcript/transcript.tsx'), import('./parts/styled-widget.tsx')]))

/** A mounted chat; its inside as testing-library sees it. */
function mounted(chat: Chat) {
  const host = document.body.appendChild(document.createElement('div'))
  const root = host.attachShadow({ mode: 'open' })
  const unmount = mountView(root, chat)
  onTestFinished(() => {
    unmount()
    host.remove()
  })
  // testing-library asks for an element; the view's own root is the only child.
  const inside = root.firstElementChild
  if (!(inside instanceof HTMLElement)) throw new Error('Nothing was mounted')
  return { root, view: within(inside) }
}

const loaded = (items: ThreadItem[], more = {}) => ({
  json: { ...thread('thr_1', 'Hills'), items: { data: items, has_more: false }, ...more },
})

test('nothing is drawn before there are options; then the start screen', async () => {
  const { chat, options } = harness(null)
  const { root, view } = mounted(chat)
  expect(root.querySelector('.chat')).toBe(null)
  chat.setOptions(
    options({ frameTitle: 'Guide', startScreen: { prompts: [{ label: 'Trails', prompt: 'Find a trail' }] } }),
  )
  chat.connect()
  expect(await view.findByRole('heading', { name: 'What can I help with today?' })).toBeTruthy()
  expect(view.getByRole('region', { name: 'Guide' })).toBeTruthy()
  expect(view.getByRole('button', { name: 'Trails' })).toBeTruthy()
})

test('Enter sends what was written, the answer comes in, and the focus stays in the field', async () => {
  const { chat, server, until } = harness()
  server.on('threads.create', { events: firstTurn })
  const { root, view } = mounted(chat)
  const field = await view.findByRole('textbox', { name: 'Message' })
  field.focus()
  fireEvent.change(field, { target: { value: 'hi' } })
  fireEvent.keyDown(field, { key: 'Enter' })
  await until(({ thread: { items } }) => items.length === 2)
  await until(isIdle)
  expect((await view.findByText('Hello.')).closest('article')?.getAttribute('aria-label')).toBe('The assistant said')
  expect(view.getByText('hi').closest('article')?.getAttribute('aria-label')).toBe('You said')
  await vi.waitFor(() => expect(field).toHaveProperty('value', ''))
  expect(root.activeElement).toBe(field)
})

test('a deeplink is the host’s wherever it stands; other links are left to the browser', async () => {
  const { chat, server, listen, options } = harness(null)
  const seen: unknown[] = []
  listen((name, detail) => name === 'chatkit.deeplink' && seen.push(detail))
  server.on(
    'threads.get_by_id',
    loaded([answered('msg_1', 'See [the trail](chatkit-link://trail?id=7), [a map](https://map.example)')]),
  )
  const { view } = mounted(chat)
  chat.setOptions(options({ initialThread: 'thr_1', disclaimer: { text: '[Terms](chatkit-link://terms)' } }))
  chat.connect()
  // fireEvent says false when the browser is kept from following the link.
  expect(fireEvent.click(await view.findByRole('link', { name: 'the trail' }))).toBe(false)
  expect(fireEvent.click(view.getByRole('link', { name: 'Terms' }))).toBe(false)
  expect(fireEvent.click(view.getByRole('link', { name: 'a map' }))).toBe(true)
  expect(seen).toEqual([{ name: 'trail', data: { id: '7' } }, { name: 'terms' }])
})

test('a long thread opens at its end; a button draws what is before', async () => {
  const { chat, server, options } = harness(null)
  const items = Array.from({ length: 130 }, (_, index) => said(`msg_${index}`, `Message ${index}`))
  server.on('threads.get_by_id', loaded(items))
  const { root, view } = mounted(chat)
  chat.setOptions(options({ initialThread: 'thr_1' }))
  chat.connect()
  await view.findByText('Message 129')
  await vi.waitFor(() => expect(root.querySelectorAll('.chat-row')).toHaveLength(100))
  fireEvent.click(view.getByRole('button', { name: 'Show older messages' }))
  expect(await view.findByText('Message 0')).toBeTruthy()
  expect(root.querySelectorAll('.chat-row')).toHaveLength(130)
  expect(view.queryByRole('button', { name: 'Show older messages' })).toBe(null)
})

test('one line tells screen readers when an answer begins and when it is there', async () => {
  const { chat, server } = harness()
  let finish = () => {}
  const hold = new Promise<void>((resolve) => {
    finish = resolve
  })
  server.on('threads.create', { events: firstTurn.slice(0, 4), hold, rest: firstTurn.slice(4) })
  const { view } = mounted(chat)
  await chat.methods.sendUserMessage({ text: 'hi' })
  expect(await view.findByText('The assistant is answering.')).toBeTruthy()
  expect(view.getByRole('button', { name: 'Stop' })).toBeTruthy()
  expect(view.getByRole('log').getAttribute('aria-live')).toBe('off')
  finish()
  expect(await view.findByText('The answer is complete.')).toBeTruthy()
})

test('a failed answer shows why, and Retry asks again', async () => {
  const { chat, server } = harness()
  server.on('threads.create', {
    events: [created(), done(said('msg_1', 'hi')), { type: 'error', code: 'stream.error', allow_retry: true }],
  })
  server.on('threads.retry_after_item', { events: [done(answered('msg_2', 'Now it works.'))] })
  const { view } = mounted(chat)
  await chat.methods.sendUserMessage({ text: 'hi' })
  const alert = await view.findByRole('alert')
  expect(alert.textContent).toContain('Something went wrong while answering.')
  fireEvent.click(within(alert).getByRole('button', { name: 'Retry' }))
  expect(await view.findByText('Now it works.')).toBeTruthy()
  await vi.waitFor(() => expect(view.queryByRole('alert')).toBe(null))
})

test('a locked thread says why in the disabled field, a closed one in its place', async () => {
  for (const [type, shown] of [
    ['locked', (view: ReturnType<typeof within>) => view.findByPlaceholderText('A colleague answers')],
    ['closed', (view: ReturnType<typeof within>) => view.findByText('A colleague answers')],
  ] as const) {
    const { chat, server } = harness({ initialThread: 'thr_1' })
    server.on('threads.get_by_id', loaded([said('m', 'hi')], { status: { type, reason: 'A colleague answers' } }))
    const { view } = mounted(chat)
    const element = await shown(view)
    if (type === 'locked') expect(element).toHaveProperty('disabled', true)
    else expect(view.queryByRole('textbox')).toBe(null)
  }
})

test('the history takes the focus, the rest is out of reach, and Esc gives it back', async () => {
  const { chat, server } = harness()
  server.on('threads.list', { json: { data: [thread('thr_1', 'Hills')], has_more: false } })
  const { root, view } = mounted(chat)
  const button = await view.findByRole('button', { name: 'History' })
  button.focus()
  fireEvent.click(button)
  const panel = await view.findByRole('dialog', { name: 'History' })
  expect(await view.findByRole('button', { name: 'Hills' })).toBeTruthy()
  await vi.waitFor(() => expect(root.activeElement).toBe(panel))
  expect(root.querySelector('.chat-main')?.hasAttribute('inert')).toBe(true)
  fireEvent.keyDown(panel, { key: 'Escape' })
  await vi.waitFor(() => expect(root.activeElement).toBe(button))
  expect(view.queryByRole('dialog')).toBe(null)
})

test('Enter in the title’s field renames and goes no further than its row', async () => {
  const { chat, server } = harness()
  server.on('threads.list', { json: { data: [thread('thr_1', 'Hills')], has_more: false } })
  server.on('threads.update', { json: thread('thr_1', 'Lakes') })
  const { root, view } = mounted(chat)
  await chat.methods.showHistory()
  fireEvent.click(await view.findByRole('button', { name: 'Options for Hills' }))
  fireEvent.click(await view.findByRole('menuitem', { name: 'Rename' }))
  const field = await view.findByRole('textbox', { name: 'Title' })
  fireEvent.input(field, { target: { value: 'Lakes' } })
  // fireEvent says false when the key is used up: the button that is focused next must not take it as a click.
  expect(fireEvent.keyDown(field, { key: 'Enter' })).toBe(false)
  const row = await view.findByRole('button', { name: 'Lakes' })
  await vi.waitFor(() => expect(root.activeElement).toBe(row))
})

test('deleting a chat asks first', async () => {
  const { chat, server } = harness()
  server.on('threads.list', { json: { data: [thread('thr_1', 'Hills')], has_more: false } })
  server.on('threads.delete', { json: {} })
  const { view } = mounted(chat)
  await chat.methods.showHistory()
  fireEvent.click(await view.findByRole('button', { name: 'Options for Hills' }))
  fireEvent.click(await view.findByRole('menuitem', { name: 'Delete' }))
  const dialog = await view.findByRole('alertdialog', { name: 'Delete chat?' })
  expect(server.requests.map(({ type }) => type)).toEqual(['threads.list'])
  fireEvent.click(within(dialog).getByRole('button', { name: 'Delete' }))
  expect(await view.findByText('No chats yet')).toBeTruthy()
  expect(server.requests.map(({ type }) => type)).toEqual(['threads.list', 'threads.delete'])
})

test('a new theme changes the variables, not the thread', async () => {
  const { chat, server, options, until } = harness()
  server.on('threads.create', { events: firstTurn })
  const { root, view } = mounted(chat)
  await chat.methods.sendUserMessage({ text: 'hi' })
  await until(isIdle)
  const message = await view.findByText('Hello.')
  chat.setOptions(options({ theme: { colorScheme: 'dark', radius: 'sharp' } }))
  await vi.waitFor(() => expect(root.querySelector('.chat')?.getAttribute('data-theme')).toBe('dark'))
  const sheet = root.adoptedStyleSheets.at(-1)
  expect([...(sheet?.cssRules ?? [])].map((rule) => rule.cssText).join()).toContain('--radius-full: 4px')
  expect(view.getByText('Hello.')).toBe(message)
})

test('a piece of an answer draws only its own message again', async () => {
  const { chat, server, until } = harness({ initialThread: 'thr_1' })
  const talk = Array.from({ length: 12 }, (_, index) => [
    said(`u${index}`, 'Why?'),
    answered(`a${index}`, `Because ${index}.`),
  ])
  server.on('threads.get_by_id', loaded(talk.flat()))
  let next = () => {}
  const hold = new Promise<void>((resolve) => {
    next = resolve
  })
  const piece = (delta: string) => ({
    type: 'thread.item.updated' as const,
    item_id: 'new',
    update: { type: 'assistant_message.content_part.text_delta' as const, content_index: 0, delta },
  })
  server.on('threads.add_user_message', {
    events: [done(said('u_new', 'And?')), added(answered('new', '')), piece('So ')],
    hold,
    rest: [piece('it is.')],
  })

  const { chat: counted, reads } = countingReads(chat)
  const { view } = mounted(counted)
  await until(({ thread: { items } }) => items.length === 24)
  await chat.methods.sendUserMessage({ text: 'And?' })
  expect(await view.findByText('So')).toBeTruthy()
  reads.clear()
  next()
  expect(await view.findByText('So it is.')).toBeTruthy()
  await until(isIdle)
  expect([...reads]).toEqual(['new'])
})

/** The same chat, but it notes whose content is read: a message reads its own when it is drawn. */
function countingReads(chat: Chat): { chat: Chat; reads: Set<string> } {
  const reads = new Set<string>()
  const seen = new WeakMap<ThreadItem, ThreadItem>()
  const lists = new WeakMap<object, ThreadItem[]>()
  const noted = (item: ThreadItem): ThreadItem => {
    const known = seen.get(item)
    if (known !== undefined) return known
    const watched = new Proxy(item, {
      get(target, key, receiver) {
        if (key === 'content') reads.add(target.id)
        return Reflect.get(target, key, receiver)
      },
    })
    seen.set(item, watched)
    return watched
  }
  const states = new WeakMap<object, ReturnType<Chat['getState']>>()
  return {
    reads,
    chat: {
      ...chat,
      getState() {
        const state = chat.getState()
        const known = states.get(state)
        if (known !== undefined) return known
        const { items } = state.thread
        const watchedItems = lists.get(items) ?? items.map(noted)
        lists.set(items, watchedItems)
        const watched = { ...state, thread: { ...state.thread, items: watchedItems } }
        states.set(state, watched)
        return watched
      },
    },
  }
}
