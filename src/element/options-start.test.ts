// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'
import { firstTurn } from './chat/testing/samples.ts'
import { drawnChat } from './testing/drawn-chat.ts'

test('startScreen.greeting: the host’s words, or the element’s', async () => {
  const { view, setOptions } = drawnChat({ startScreen: { greeting: 'Good morning, Ada' } })
  expect(await view.findByRole('heading', { name: 'Good morning, Ada' })).toBeTruthy()
  setOptions({})
  expect(await view.findByRole('heading', { name: 'What can I help with today?' })).toBeTruthy()
})

test('startScreen.prompts: label and icon, and a click sends text or parts at once', async () => {
  const parts = [
    { type: 'input_text' as const, text: 'How do I get to ' },
    {
      type: 'input_tag' as const,
      id: 'st_1',
      text: 'Nova',
      group: 'Stations',
      interactive: true,
      data: { line: 'red' },
    },
  ]
  for (const [prompt, content] of [
    ['Hello there', [{ type: 'input_text', text: 'Hello there' }]],
    [parts, parts],
  ] as const) {
    const { view, server } = drawnChat({
      startScreen: {
        prompts: [{ label: 'Ask', prompt: typeof prompt === 'string' ? prompt : [...prompt], icon: 'bolt' }],
      },
    })
    server.on('threads.create', { events: firstTurn })
    const button = await view.findByRole('button', { name: 'Ask' })
    expect(button.querySelector('.chat-prompt-icon')).not.toBe(null)
    button.click()
    expect(await server.asked('threads.create')).toMatchObject({ params: { input: { content } } })
    expect(await view.findByText('Hello.')).toBeTruthy()
    expect(view.queryByRole('button', { name: 'Ask' })).toBe(null)
  }
})

test('disclaimer.text is markdown, and highContrast is a state of it', async () => {
  const { root, view, setOptions } = drawnChat({ disclaimer: { text: 'See our [terms](https://terms.example)' } })
  const link = await view.findByRole('link', { name: 'terms' })
  expect(link.getAttribute('href')).toBe('https://terms.example/')
  const disclaimer = () => root.querySelector('.chat-disclaimer')
  expect(disclaimer()?.getAttribute('data-contrast')).toBe('normal')
  setOptions({ disclaimer: { text: 'Terms', highContrast: true } })
  await vi.waitFor(() => expect(disclaimer()?.getAttribute('data-contrast')).toBe('high'))
  setOptions({})
  await vi.waitFor(() => expect(disclaimer()).toBe(null))
})
