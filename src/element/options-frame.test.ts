// @vitest-environment happy-dom
import type { HeaderIcon } from '@openai/chatkit'
import { expect, onTestFinished, test, vi } from 'vitest'
import { firstTurn, said, thread } from './chat/testing/samples.ts'
import { drawnChat } from './testing/drawn-chat.ts'
import { headerIcons } from './view/header-icons.ts'

const stored = (title?: string) => ({
  json: { ...thread('thr_1', title), items: { data: [said('m', 'hi')], has_more: false } },
})
const threads = { json: { data: [thread('thr_1', 'Hills')], has_more: false } }
/** The variables of the theme as they are in the root now. */
const variables = (root: ShadowRoot) =>
  root.adoptedStyleSheets.map(({ cssRules }) => (cssRules.length === 1 ? cssRules[0]?.cssText : '')).join('')

test('locale: the element’s own words, the language of the region, and Accept-Language', async () => {
  const { view, server, setOptions, element } = drawnChat({ locale: 'de' })
  server.on('threads.create', { events: firstTurn })
  expect(await view.findByRole('textbox', { name: 'Nachricht' })).toBeTruthy()
  expect(view.getByRole('region', { name: 'Chat' }).closest('[lang]')?.getAttribute('lang')).toBe('de')
  setOptions({ locale: 'fr' })
  expect(await view.findByRole('textbox', { name: 'Votre message' })).toBeTruthy()
  await element.sendUserMessage({ text: 'hi' })
  expect(server.calls[0]?.headers.get('accept-language')).toBe('fr')
})

test('theme.colorScheme, alone or in the object, is set on the root and on the element', async () => {
  const { root, element, setOptions } = drawnChat({ theme: 'dark' })
  await vi.waitFor(() => expect(root.querySelector('.chat')?.getAttribute('data-theme')).toBe('dark'))
  expect(element.dataset.colorScheme).toBe('dark')
  setOptions({ theme: { colorScheme: 'light' } })
  await vi.waitFor(() => expect(root.querySelector('.chat')?.getAttribute('data-theme')).toBe('light'))
  expect(element.dataset.colorScheme).toBe('light')
})

test('theme.radius, density, typography and color become variables of the root, and go when they are left out', async () => {
  const { root, setOptions } = drawnChat({
    theme: {
      radius: 'sharp',
      density: 'spacious',
      typography: { baseSize: 18, fontFamily: 'Lora', fontFamilyMono: 'Fira Code' },
      color: {
        grayscale: { hue: 220, tint: 6, shade: -1 },
        accent: { primary: '#ff5f42', level: 1 },
        surface: { background: '#fff8f0', foreground: '#fffdfa' },
      },
    },
  })
  await vi.waitFor(() => expect(variables(root)).toContain('--pk-rem: 18px'))
  for (const part of [
    '--chat-air: 1.25',
    '--radius-full: 4px',
    'Lora',
    'Fira Code',
    '#ff5f42',
    '#fff8f0',
    '--gray-500',
  ]) {
    expect(variables(root)).toContain(part)
  }
  setOptions({})
  await vi.waitFor(() => expect(variables(root)).toContain('--pk-rem: 16px'))
  for (const part of ['Lora', '#ff5f42', '#fff8f0']) expect(variables(root)).not.toContain(part)
})

test('theme.typography.fontSources become faces of the document, as they say, while the element is there', async () => {
  const faces = new Set<{ family: string; source: string; descriptors: object }>()
  vi.stubGlobal(
    'FontFace',
    class {
      family: string
      source: string
      descriptors: object
      constructor(family: string, source: string, descriptors: object) {
        this.family = family
        this.source = source
        this.descriptors = descriptors
      }
    },
  )
  Object.defineProperty(document, 'fonts', { value: faces, configurable: true })
  onTestFinished(() => {
    vi.unstubAllGlobals()
    Reflect.deleteProperty(document, 'fonts')
  })
  const { element } = drawnChat({
    theme: {
      typography: {
        fontSources: [
          { family: 'Lora', src: '/l.woff2', weight: 600, style: 'italic', display: 'block', unicodeRange: 'U+0-FF' },
        ],
      },
    },
  })
  await vi.waitFor(() => expect(faces.size).toBe(1))
  expect([...faces]).toEqual([
    {
      family: 'Lora',
      source: 'url("/l.woff2")',
      descriptors: { weight: '600', style: 'italic', display: 'block', unicodeRange: 'U+0-FF' },
    },
  ])
  element.remove()
  await vi.waitFor(() => expect(faces.size).toBe(0))
})

test('frameTitle names the region', async () => {
  const { view, setOptions } = drawnChat({ frameTitle: 'Concierge' })
  expect(await view.findByRole('region', { name: 'Concierge' })).toBeTruthy()
  setOptions({})
  expect(await view.findByRole('region', { name: 'Chat' })).toBeTruthy()
})

test('initialThread is opened once, and null is the start screen', async () => {
  const { view, server, events, setOptions } = drawnChat({ initialThread: 'thr_1' })
  server.on('threads.get_by_id', stored('Hills'))
  expect(await view.findByRole('heading', { name: 'Hills' })).toBeTruthy()
  setOptions({ initialThread: 'thr_2' })
  setOptions({ initialThread: null })
  expect(server.requests).toHaveLength(1)
  expect(events.map(({ name }) => name)).toEqual([
    'log',
    'ready',
    'thread.change',
    'thread.load.start',
    'thread.load.end',
  ])
  expect(await drawnChat({ initialThread: null }).view.findByRole('heading', { name: /help with/ })).toBeTruthy()
})

test('header.enabled: no bar, no history button, no new chat', async () => {
  const { root, view, setOptions } = drawnChat({ header: { enabled: false } })
  await view.findByRole('textbox')
  expect(root.querySelector('header')).toBe(null)
  setOptions({ header: { enabled: true } })
  expect(await view.findByRole('button', { name: 'History' })).toBeTruthy()
})

test('header.title: its own text, that of the thread, or none', async () => {
  const { view, server, setOptions } = drawnChat({ initialThread: 'thr_1', header: { title: { text: 'Our guide' } } })
  server.on('threads.get_by_id', stored('Hills'))
  await view.findByText('hi')
  expect(await view.findByRole('heading', { name: 'Our guide' })).toBeTruthy()
  setOptions({})
  expect(await view.findByRole('heading', { name: 'Hills' })).toBeTruthy()
  setOptions({ header: { title: { enabled: false, text: 'Our guide' } } })
  await vi.waitFor(() => expect(view.queryByRole('heading', { name: /Hills|Our guide/ })).toBe(null))
})

test('header.leftAction and header.rightAction are buttons that call the latest function', async () => {
  const clicks: string[] = []
  const { view, setOptions } = drawnChat({
    header: {
      leftAction: { icon: 'menu', onClick: () => clicks.push('old') },
      rightAction: { icon: 'dark-mode', onClick: () => clicks.push('right') },
    },
  })
  ;(await view.findByRole('button', { name: 'dark mode' })).click()
  setOptions({ header: { leftAction: { icon: 'close', onClick: () => clicks.push('new') } } })
  ;(await view.findByRole('button', { name: 'close' })).click()
  expect(clicks).toEqual(['right', 'new'])
  expect(view.queryByRole('button', { name: 'dark mode' })).toBe(null)
})

test('header icons: each of the types has a drawing', async () => {
  const icons = Object.keys(headerIcons) as HeaderIcon[] // its type says so
  expect(icons).toHaveLength(46)
  const drawings = new Set<string>()
  const { view, setOptions } = drawnChat()
  for (const icon of icons) {
    setOptions({ header: { rightAction: { icon, onClick: () => {} } } })
    const button = await view.findByRole('button', { name: icon.replaceAll('-', ' ') })
    await vi.waitFor(() => expect(button.querySelector('path, circle, rect')).not.toBe(null))
    drawings.add(button.innerHTML)
  }
  expect(drawings.size).toBeGreaterThan(40)
})

test('history.enabled: without it there is neither a button nor a panel nor a request', async () => {
  const { element, view, server, setOptions } = drawnChat({ history: { enabled: false } })
  await view.findByRole('textbox')
  expect(view.queryByRole('button', { name: 'History' })).toBe(null)
  await expect(element.showHistory()).rejects.toMatchObject({ code: 'misuse' })
  expect(server.requests).toEqual([])
  server.on('threads.list', threads)
  setOptions({})
  ;(await view.findByRole('button', { name: 'History' })).click()
  expect(await view.findByRole('button', { name: 'Hills' })).toBeTruthy()
})

test.each([
  [{ showRename: false }, ['Delete']],
  [{ showDelete: false }, ['Rename']],
  [{}, ['Rename', 'Delete']],
  [{ showRename: false, showDelete: false }, null],
])('history.showRename and history.showDelete: %j', async (history, expected) => {
  const { element, view, server } = drawnChat({ history })
  server.on('threads.list', threads)
  await element.showHistory()
  await view.findByRole('button', { name: 'Hills' })
  if (expected === null) return expect(view.queryByRole('button', { name: 'Options for Hills' })).toBe(null)
  view.getByRole('button', { name: 'Options for Hills' }).click()
  const items = await view.findAllByRole('menuitem')
  expect(items.map(({ textContent }) => textContent)).toEqual(expected)
})
