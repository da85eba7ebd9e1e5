// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/dom'
import { expect, onTestFinished, test, vi } from 'vitest'
import { firstTurn } from './chat/testing/samples.ts'
import { drawnChat } from './testing/drawn-chat.ts'

const tools = [
  {
    id: 'event_finder',
    label: 'Event finder',
    icon: 'calendar',
    placeholderOverride: 'Anything happening?',
    persistent: true,
  },
  { id: 'puzzle', label: 'Puzzle of the day', shortLabel: 'Puzzle', icon: 'atom', pinned: true },
] as const
const models = [
  { id: 'big', label: 'Big', description: 'Slow and thorough', disabled: true },
  { id: 'small', label: 'Small' },
  { id: 'medium', label: 'Medium', default: true },
]
const png = new File(['bytes'], 'cat.png', { type: 'image/png' })
const stored = {
  type: 'image',
  id: 'atc_1',
  name: 'cat.png',
  mime_type: 'image/png',
  preview_url: 'data:image/png;base64,',
}
/** Files as a drop or a paste carries them. */
const carrying = (...files: File[]) => ({ types: ['Files'], files })

test('composer.placeholder stands in the empty field', async () => {
  const { view, setOptions } = drawnChat({ composer: { placeholder: 'Ask about the house' } })
  expect(await view.findByPlaceholderText('Ask about the house')).toBeTruthy()
  setOptions({})
  expect(await view.findByPlaceholderText('Message the AI')).toBeTruthy()
})

test('composer.attachments.enabled and accept: picker, drop and paste take files; without it none of them does', async () => {
  const accept = { 'image/*': ['.png', '.jpg'] }
  const { root, view, server, setOptions } = drawnChat({ composer: { attachments: { enabled: true, accept } } })
  server.on('attachments.create', {
    json: { ...stored, upload_descriptor: { url: '/u', method: 'POST', headers: {} } },
  })
  const field = await view.findByRole('textbox')
  const input = root.querySelector<HTMLInputElement>('input[type=file]')
  expect(input?.accept).toBe('image/*,.png,.jpg')
  expect(input?.multiple).toBe(true)
  if (input) fireEvent.change(input, { target: { files: [png] } })
  fireEvent.drop(field, { dataTransfer: carrying(png) })
  // fireEvent says false when the browser is kept from pasting by itself.
  expect(fireEvent.paste(field, { clipboardData: carrying(png) })).toBe(false)
  expect(await view.findAllByRole('button', { name: 'Remove cat.png' })).toHaveLength(3)
  fireEvent.drop(field, { dataTransfer: carrying(new File(['x'], 'notes.txt', { type: 'text/plain' })) })
  expect((await view.findByRole('alert')).textContent).toBe('Files of this kind cannot be added.')

  setOptions({})
  await vi.waitFor(() => expect(root.querySelector('input[type=file]')).toBe(null))
  fireEvent.drop(field, { dataTransfer: carrying(png) })
  expect(fireEvent.paste(field, { clipboardData: carrying(png) })).toBe(true)
  expect(view.queryAllByRole('button', { name: 'Remove cat.png' }).length).toBeLessThanOrEqual(3)
})

test('composer.attachments.maxSize and maxCount: what is too much is refused with the limit', async () => {
  const { view, root, server } = drawnChat({
    composer: { attachments: { enabled: true, maxSize: { 'image/*': 4, '*': 2048 }, maxCount: 1 } },
  })
  server.on('attachments.create', {
    json: { ...stored, upload_descriptor: { url: '/u', method: 'POST', headers: {} } },
  })
  const field = await view.findByRole('textbox')
  expect(root.querySelector<HTMLInputElement>('input[type=file]')?.multiple).toBe(false)
  fireEvent.drop(field, { dataTransfer: carrying(png) })
  expect((await view.findByRole('alert')).textContent).toBe('This file is larger than 4 bytes.')
  const text = new File(['words'], 'a.txt', { type: 'text/plain' })
  fireEvent.drop(field, { dataTransfer: carrying(text, text) })
  await vi.waitFor(() => expect(view.getByRole('alert').textContent).toBe('Only 1 file can go with a message.'))
  expect(view.getAllByRole('button', { name: 'Remove a.txt' })).toHaveLength(1)
})

test('composer.tools: menu, pinned, shortLabel, placeholderOverride, persistent, and tool_choice', async () => {
  const { view, server, events } = drawnChat({ composer: { tools: [...tools] } })
  server.on('threads.create', { events: firstTurn })
  const pinned = await view.findByRole('button', { name: 'Puzzle of the day' })
  expect(pinned.textContent).toBe('Puzzle')
  view.getByRole('button', { name: 'Add files and tools' }).click()
  const items = await view.findAllByRole('menuitemradio')
  expect(items.map(({ textContent }) => textContent)).toEqual(['Event finder'])
  items[0]?.click()
  const field = await view.findByPlaceholderText('Anything happening?')
  fireEvent.change(field, { target: { value: 'Tonight?' } })
  fireEvent.keyDown(field, { key: 'Enter' })
  expect(await server.asked('threads.create')).toMatchObject({
    params: { input: { inference_options: { tool_choice: { id: 'event_finder' } } } },
  })
  await view.findByText('Hello.')
  expect(view.getByRole('button', { name: 'Stop using Event finder' })).toBeTruthy() // it stays
  view.getByRole('button', { name: 'Puzzle of the day' }).click()
  await vi.waitFor(() => expect(view.queryByRole('button', { name: 'Stop using Event finder' })).toBe(null))
  expect(events.flatMap(({ name, detail }) => (name === 'tool.change' ? [detail] : []))).toEqual([
    { toolId: 'event_finder' },
    { toolId: 'puzzle' },
  ])
})

test('composer.models: default, description, disabled, and inference_options.model', async () => {
  const { view, server } = drawnChat({ composer: { models } })
  server.on('threads.create', { events: firstTurn })
  ;(await view.findByRole('button', { name: 'Model: Medium' })).click()
  const items = await view.findAllByRole('menuitemradio')
  expect(
    items.map((item) => [item.textContent, item.getAttribute('aria-disabled'), item.getAttribute('aria-checked')]),
  ).toEqual([
    ['BigSlow and thorough', 'true', 'false'],
    ['Small', null, 'false'],
    ['Medium', null, 'true'],
  ])
  items[0]?.click()
  items[1]?.click()
  expect(await view.findByRole('button', { name: 'Model: Small' })).toBeTruthy()
  const field = view.getByRole('textbox')
  fireEvent.change(field, { target: { value: 'hi' } })
  fireEvent.keyDown(field, { key: 'Enter' })
  expect(await server.asked('threads.create')).toMatchObject({
    params: { input: { inference_options: { model: 'small' } } },
  })
})

test('composer.dictation.enabled: what is said is written down by the server and put in the field', async () => {
  const stopped = vi.fn()
  class Recorder extends EventTarget {
    static isTypeSupported = (type: string) => type.startsWith('audio/webm')
    state = 'inactive'
    mimeType = 'audio/webm;codecs=opus'
    start() {
      this.state = 'recording'
    }
    stop() {
      this.state = 'inactive'
      this.dispatchEvent(Object.assign(new Event('dataavailable'), { data: new Blob(['sound']) }))
      this.dispatchEvent(new Event('stop'))
    }
  }
  vi.stubGlobal('MediaRecorder', Recorder)
  const getUserMedia = async () => ({ getTracks: () => [{ stop: stopped }] })
  Object.defineProperty(navigator, 'mediaDevices', { value: { getUserMedia }, configurable: true })
  onTestFinished(() => {
    vi.unstubAllGlobals()
    Reflect.deleteProperty(navigator, 'mediaDevices')
  })
  const { view, server, setOptions } = drawnChat({ composer: { dictation: { enabled: true } } })
  server.on('input.transcribe', { json: { text: 'Two seats, please' } })
  ;(await view.findByRole('button', { name: 'Dictate' })).click()
  ;(await view.findByRole('button', { name: 'Stop dictating' })).click()
  await vi.waitFor(() => expect(view.getByRole('textbox')).toHaveProperty('value', 'Two seats, please'))
  expect(server.requests[0]).toEqual({
    type: 'input.transcribe',
    params: { audio_base64: btoa('sound'), mime_type: 'audio/webm;codecs=opus' },
  })
  expect(stopped).toHaveBeenCalledTimes(1)

  ;(await view.findByRole('button', { name: 'Dictate' })).click()
  await view.findByRole('button', { name: 'Stop dictating' })
  setOptions({}) // nobody could end the recording any more
  await vi.waitFor(() => expect(stopped).toHaveBeenCalledTimes(2))
  expect(view.queryByRole('button', { name: /[Dd]ictat/ })).toBe(null)
})

test('entities.onTagSearch and showComposerMenu: the @ button, the list by groups, and the tag that is sent', async () => {
  const queries: string[] = []
  const entities = [
    { id: 'st_1', title: 'Nova', group: 'Stations', icon: 'map-pin', interactive: true, data: { line: 'red' } },
    { id: 'li_1', title: 'Red line', group: 'Lines' },
  ]
  const onTagSearch = async (query: string) => {
    queries.push(query)
    return entities.filter(({ title }) => title.toLowerCase().includes(query.toLowerCase()))
  }
  const { view, server, setOptions } = drawnChat({ entities: { onTagSearch, showComposerMenu: true } })
  server.on('threads.create', { events: firstTurn })
  ;(await view.findByRole('button', { name: 'Mention' })).click()
  const list = await view.findByRole('listbox', { name: 'Things to mention' })
  await vi.waitFor(() => expect(list.textContent).toBe('StationsNovaLinesRed line'))
  const field = view.getByRole('textbox')
  fireEvent.change(field, { target: { value: '@no' } })
  await vi.waitFor(() => expect(view.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['Nova']))
  fireEvent.keyDown(field, { key: 'Enter' }) // picks
  await vi.waitFor(() => expect(view.queryByRole('listbox')).toBe(null))
  fireEvent.keyDown(field, { key: 'Enter' }) // sends
  expect(await server.asked('threads.create')).toMatchObject({
    params: {
      input: {
        content: [
          { type: 'input_tag', id: 'st_1', text: 'Nova', group: 'Stations', interactive: true, data: { line: 'red' } },
        ],
      },
    },
  })
  expect(queries).toEqual(['', 'no'])
  setOptions({ entities: { showComposerMenu: true } })
  await vi.waitFor(() => expect(view.queryByRole('button', { name: 'Mention' })).toBe(null))
})

test('commands: "/" lists the host’s commands, files and tools; onSelect gives a menu, a tag, or nothing', async () => {
  const selected: string[] = []
  const { root, view, server, setOptions, events } = drawnChat({
    composer: { tools: [...tools], attachments: { enabled: true } },
    commands: {
      enabled: true,
      onSearch: async (query) =>
        [
          { id: 'lines', label: 'Lines', description: 'Pick a line', icon: 'compass' as const, group: 'Map' },
          { id: 'clear', label: 'Clear the map' },
        ].filter(({ label }) => label.toLowerCase().includes(query)),
      onSelect: async ({ id }) => {
        selected.push(id)
        if (id === 'lines') return { type: 'menu', commands: [{ id: 'red', label: 'Red line' }] }
        if (id === 'red') return { type: 'entity', entity: { id: 'li_1', title: 'Red line' } }
        return undefined
      },
    },
  })
  server.on('threads.create', { events: firstTurn })
  const field = await view.findByRole('textbox')
  const options = () => view.queryAllByRole('option').map(({ textContent }) => textContent)
  fireEvent.change(field, { target: { value: '/' } })
  await vi.waitFor(() =>
    expect(options()).toEqual([
      'LinesPick a line',
      'Clear the map',
      'Add photos and files',
      'Event finder',
      'Puzzle of the day',
    ]),
  )
  fireEvent.keyDown(field, { key: 'Enter' })
  await vi.waitFor(() => expect(options()).toEqual(['Red line']))
  fireEvent.keyDown(field, { key: 'Enter' })
  await vi.waitFor(() => expect(view.queryByRole('listbox')).toBe(null))
  expect(field).toHaveProperty('value', expect.stringContaining('Red line'))

  const picked = vi.fn()
  root.querySelector('input[type=file]')?.addEventListener('click', picked)
  fireEvent.change(field, { target: { value: '/photos' } })
  await vi.waitFor(() => expect(options()).toEqual(['Add photos and files']))
  fireEvent.keyDown(field, { key: 'Enter' })
  expect(picked).toHaveBeenCalledTimes(1)
  await vi.waitFor(() => expect(field).toHaveProperty('value', ''))
  fireEvent.change(field, { target: { value: '/cl' } })
  await vi.waitFor(() => expect(options()).toEqual(['Clear the map']))
  fireEvent.keyDown(field, { key: 'Enter' })
  await vi.waitFor(() => expect(field).toHaveProperty('value', ''))
  fireEvent.change(field, { target: { value: '/puz' } })
  await vi.waitFor(() => expect(options()).toEqual(['Puzzle of the day']))
  fireEvent.keyDown(field, { key: 'Enter' })
  await vi.waitFor(() => expect(events).toContainEqual({ name: 'tool.change', detail: { toolId: 'puzzle' } }))
  expect(selected).toEqual(['lines', 'red', 'clear'])

  setOptions({})
  fireEvent.change(field, { target: { value: '/' } })
  await Promise.resolve()
  expect(view.queryByRole('listbox')).toBe(null)
})
