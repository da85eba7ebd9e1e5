// @vitest-environment happy-dom
import { fireEvent, within } from '@testing-library/dom'
import { expect, onTestFinished, test, vi } from 'vitest'
import { harness, isIdle } from '../chat/testing/harness.ts'
import { firstTurn } from '../chat/testing/samples.ts'
import { createLanguageStore, english, loadLanguage } from '../locale/index.ts'
import { mountView } from './mount.tsx'

/** A mounted chat that speaks languages; `arrive` lets the texts of a locale come in. */
function setUp() {
  const waiting = new Map<string, (error?: Error) => void>()
  const languages = createLanguageStore({
    load: (locale) =>
      new Promise((resolve, reject) => {
        waiting.set(locale, (error) => (error ? reject(error) : resolve(loadLanguage(locale))))
      }),
    patience: () => {},
  })
  const set = harness(null, { languages })
  const host = document.body.appendChild(document.createElement('div'))
  const root = host.attachShadow({ mode: 'open' })
  const unmount = mountView(root, set.chat, languages)
  onTestFinished(() => {
    unmount()
    host.remove()
  })
  const inside = root.firstElementChild
  if (!(inside instanceof HTMLElement)) throw new Error('Nothing was mounted')
  const arrive = (locale: string, error?: Error) => waiting.get(locale)?.(error)
  return { ...set, root, view: within(inside), arrive }
}

test('nothing is drawn, and the host waits, until the texts are here', async () => {
  const { chat, options, told, root, view, arrive } = setUp()
  chat.setOptions(options({ locale: 'pt' }))
  chat.connect()
  await new Promise((resolve) => setTimeout(resolve))
  expect(root.querySelector('.chat')).toBe(null)
  expect(told).toEqual([])
  arrive('pt')
  expect(await view.findByRole('heading', { name: 'Como posso ajudar você hoje?' })).toBeTruthy()
  await vi.waitFor(() => expect(told).toEqual(['ready']))
  expect(root.querySelector('.chat')?.getAttribute('lang')).toBe('pt')
})

test('a chat whose texts do not load begins in English and says so to the host', async () => {
  const { chat, options, told, view, arrive } = setUp()
  chat.setOptions(options({ locale: 'it' }))
  chat.connect()
  arrive('it', new TypeError('Failed to fetch dynamically imported module'))
  expect(await view.findByRole('heading', { name: english.messages.greeting })).toBeTruthy()
  await chat.methods.focusComposer()
  expect(told).toEqual(['error LoadError', 'ready'])
})

test('another locale while an answer runs leaves draft, thread and answer as they are', async () => {
  const { chat, server, options, root, view, until, told, arrive } = setUp()
  let finish = () => {}
  const hold = new Promise<void>((resolve) => {
    finish = resolve
  })
  server.on('threads.create', { events: firstTurn.slice(0, 4), hold, rest: firstTurn.slice(4) })
  chat.setOptions(options({ locale: 'en' }))
  chat.connect()
  await chat.methods.sendUserMessage({ text: 'hi' })
  const field = await view.findByRole('textbox', { name: 'Message' })
  field.focus()
  fireEvent.change(field, { target: { value: 'and then?' } })
  const message = await view.findByText('hi')

  chat.setOptions(options({ locale: 'ar-EG' }))
  expect(root.querySelector('.chat')?.getAttribute('dir')).toBe('ltr')
  arrive('ar-EG')
  expect(await view.findByRole('textbox', { name: 'الرسالة' })).toBe(field)
  const frame = root.querySelector('.chat')
  expect([frame?.getAttribute('lang'), frame?.getAttribute('dir')]).toEqual(['ar-EG', 'rtl'])
  expect(field).toHaveProperty('value', 'and then?')
  expect(root.activeElement).toBe(field)
  expect(message.isConnected).toBe(true)
  expect(isIdle(chat.getState())).toBe(false)

  finish()
  await until(isIdle)
  expect((await view.findByText('Hello.')).closest('article')?.getAttribute('aria-label')).toBe('رسالة المساعد')
  expect(told.filter((line) => line.startsWith('response'))).toEqual(['response.start', 'response.end'])
})

test('the server is told the locale as a tag it understands', async () => {
  const { chat, server, options } = setUp()
  server.on('threads.create', { events: firstTurn })
  chat.setOptions(options({ locale: 'en_GB.UTF-8' }))
  chat.connect()
  await chat.methods.sendUserMessage({ text: 'hi' })
  expect(server.calls[0]?.headers.get('accept-language')).toBe('en-GB')
})
