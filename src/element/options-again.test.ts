// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/dom'
import { expect, test, vi } from 'vitest'
import { answered, done, firstTurn, said, thread } from './chat/testing/samples.ts'
import { drawnChat } from './testing/drawn-chat.ts'

const composer = {
  tools: [{ id: 'search', label: 'Search', icon: 'search' as const, pinned: true }],
  models: [
    { id: 'a', label: 'A' },
    { id: 'b', label: 'B' },
  ],
}
/** Everything that a host may change while a person is in the chat. */
const others = {
  composer: { ...composer, placeholder: 'And now?' },
  theme: { colorScheme: 'dark' as const, density: 'compact' as const },
  header: { title: { text: 'New title' } },
  startScreen: { greeting: 'New greeting', prompts: [{ label: 'New', prompt: 'New' }] },
  threadItemActions: { feedback: true },
}
const stored = {
  json: { ...thread('thr_1', 'Hills'), items: { data: [said('m1', 'hi'), answered('m2', 'One.')], has_more: false } },
}

test('new options keep the thread: nothing is loaded or drawn again', async () => {
  const { view, server, events, setOptions } = drawnChat({ initialThread: 'thr_1', composer })
  server.on('threads.get_by_id', stored)
  const answer = await view.findByText('One.')
  const before = events.length
  setOptions(others)
  expect(await view.findByRole('heading', { name: 'New title' })).toBeTruthy()
  expect(view.getByText('One.')).toBe(answer)
  expect([server.requests.length, events.length]).toEqual([1, before])
})

test('new options keep the draft, its caret, the focus, and an open menu', async () => {
  const { root, view, setOptions } = drawnChat({ composer })
  const field = await view.findByRole<HTMLTextAreaElement>('textbox')
  field.focus()
  fireEvent.change(field, { target: { value: 'Half a thought' } })
  await vi.waitFor(() => expect(view.getByRole('button', { name: 'Send' })).toHaveProperty('disabled', false))
  field.setSelectionRange(4, 6)
  setOptions(others)
  await view.findByPlaceholderText('And now?')
  expect(view.getByRole('textbox')).toBe(field)
  expect([field.value, field.selectionStart, field.selectionEnd]).toEqual(['Half a thought', 4, 6])
  expect(root.activeElement).toBe(field)
  view.getByRole('button', { name: 'Model: A' }).click()
  const menu = await view.findByRole('menu')
  setOptions({ composer })
  await view.findByPlaceholderText('Message the AI')
  expect(view.getByRole('menu')).toBe(menu)
})

test('new options keep the selected tool and model, and files on their way', async () => {
  const hang = () => new Promise<Response>(() => {})
  const files = { ...composer, attachments: { enabled: true } }
  const { element, view, setOptions } = drawnChat({ api: { fetch: hang }, composer: files })
  await element.setComposerValue({
    selectedToolId: 'search',
    selectedModelId: 'b',
    files: [new File(['x'], 'a.txt', { type: 'text/plain' })],
  })
  const upload = await view.findByRole('progressbar', { name: 'Uploading a.txt' })
  setOptions({ ...others, api: { fetch: hang }, composer: { ...files, placeholder: 'And now?' } })
  await view.findByPlaceholderText('And now?')
  expect(view.getByRole('button', { name: 'Stop using Search' })).toBeTruthy()
  expect(view.getByRole('button', { name: 'Model: B' })).toBeTruthy()
  expect(view.getByRole('progressbar')).toBe(upload)
})

test('new options keep the place the reader scrolled to', async () => {
  const { root, view, server, setOptions } = drawnChat({ initialThread: 'thr_1', composer })
  server.on('threads.get_by_id', stored)
  await view.findByText('One.')
  const scroller = root.querySelector('.chat-scroll')
  if (!scroller) throw new Error('Nothing scrolls')
  scroller.scrollTop = 120
  const moved = vi.spyOn(scroller, 'scrollTo')
  setOptions(others)
  await view.findByRole('heading', { name: 'New title' })
  expect(root.querySelector('.chat-scroll')).toBe(scroller)
  expect(scroller.scrollTop).toBe(120)
  expect(moved).not.toHaveBeenCalled()
})

test('new options keep a running stream, and one start and one end', async () => {
  const { element, view, server, events, setOptions } = drawnChat({ composer })
  let go = () => {}
  const hold = new Promise<void>((resolve) => {
    go = resolve
  })
  server.on('threads.create', { events: firstTurn.slice(0, 5), hold, rest: [done(answered('msg_2', 'Hello. There.'))] })
  await element.sendUserMessage({ text: 'hi' })
  await view.findByText('Hello.')
  setOptions(others)
  await view.findByRole('heading', { name: 'New title' })
  expect(view.getByRole('button', { name: 'Stop' })).toBeTruthy()
  go()
  expect(await view.findByText('Hello. There.')).toBeTruthy()
  await vi.waitFor(() => expect(events.at(-1)?.name).toBe('response.end'))
  expect(events.map(({ name }) => name).filter((name) => name.startsWith('response'))).toEqual([
    'response.start',
    'response.end',
  ])
})
