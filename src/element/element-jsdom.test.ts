// @vitest-environment jsdom

import { within } from '@testing-library/dom'
import { afterEach, expect, test, vi } from 'vitest'
import { answered, firstTurn, said, thread } from './chat/testing/samples.ts'
import { scriptedServer } from './chat/testing/scripted-server.ts'
import { ChatKitElement } from './index.ts'

afterEach(async () => {
  document.body.replaceChildren()
  await new Promise((resolve) => setTimeout(resolve)) // by when a removed element has let go of everything
})

test('jsdom lacks style sheets, observers, fonts and popovers, and the chat works without them', async () => {
  const server = scriptedServer()
  server.on('threads.create', { events: firstTurn })
  server.on('threads.list', { json: { data: [], has_more: false } })
  server.on('threads.get_by_id', {
    json: {
      ...thread('thr_2', 'Hills'),
      items: { data: [said('m1', 'Old'), answered('m2', 'Text')], has_more: false },
    },
  })
  const element = new ChatKitElement()
  const errors: Error[] = []
  element.addEventListener('chatkit.error', (event) => event instanceof CustomEvent && errors.push(event.detail.error))
  element.setOptions({
    api: { url: '/chatkit', domainKey: 'k', fetch: server.fetch },
    theme: {
      colorScheme: 'dark',
      radius: 'sharp',
      typography: { fontSources: [{ family: 'Lora', src: '/lora.woff2' }] },
    },
    composer: { tools: [{ id: 'search', label: 'Search', icon: 'search' }] },
    entities: { onTagSearch: async () => [{ id: 'e', title: 'Nova' }] },
  })
  document.body.append(element)
  await element.sendUserMessage({ text: 'hi' })
  const inside = element.shadowRoot?.querySelector<HTMLElement>('.chat-root')
  if (!inside) throw new Error('Nothing is drawn')
  const view = within(inside)
  expect(await view.findByText('Hello.', {}, { timeout: 10_000 })).toBeTruthy()
  view.getByRole('button', { name: 'Add files and tools' }).click()
  expect(await view.findByRole('menuitemradio', { name: 'Search' })).toBeTruthy()
  await vi.waitFor(() => element.setThreadId('thr_2'))
  expect(await view.findByText('Text')).toBeTruthy()
  await element.showHistory()
  expect(await view.findByText('No chats yet')).toBeTruthy()
  expect(errors).toEqual([])
})
