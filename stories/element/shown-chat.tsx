import type { ChatKitOptions, OpenAIChatKit, ThemeOption } from '@openai/chatkit'
import { ChatKitElement } from 'parlor/element'
import { type ReactNode, useEffect, useRef } from 'react'
import { configure, expect, fireEvent, waitFor, within } from 'storybook/test'
import { useScheme } from '../scheme.tsx'
import { startScreen } from './scenes.ts'
import { type StoryServer, storyFetch } from './story-server.ts'

// Parts of the element load when they are first needed, and a development server makes them then.
configure({ asyncUtilTimeout: 15_000 })

/** What an element story says: the server's side, the host's side, and what happens first. */
export interface ChatStory {
  server?: StoryServer
  options?: Omit<Partial<ChatKitOptions>, 'api' | 'theme'>
  theme?: ThemeOption
  /** Runs once the tag is ready; brings it into the state to show. */
  begin?: (chat: OpenAIChatKit) => unknown
  /** In px. */
  width?: number
}

/** The real tag, in a frame of a phone's height, talking to a scripted server. */
export function ShownChat({ server = {}, options = {}, theme = {}, begin, width = 760 }: ChatStory): ReactNode {
  const scheme = useScheme()
  const place = useRef<HTMLDivElement>(null)
  const frame = {
    width,
    maxWidth: '100%',
    height: 680,
    border: '1px solid #8884',
    borderRadius: 12,
    overflow: 'hidden',
  }

  useEffect(() => {
    const chat = new ChatKitElement()
    chat.style.height = '100%'
    // A story that is left withdraws what it began.
    const leaving = (error: unknown) => {
      if (chat.isConnected) throw error
    }
    const start = async () => begin?.(chat)
    chat.addEventListener('chatkit.ready', () => void start().catch(leaving), { once: true })
    chat.setOptions({
      api: {
        url: '/chatkit',
        domainKey: 'domain_pk_stories',
        fetch: storyFetch(server),
        uploadStrategy: { type: 'two_phase' },
      },
      startScreen,
      ...options,
      theme: { colorScheme: scheme, ...theme },
    })
    place.current?.append(chat)
    return () => chat.remove()
  }, [server, options, theme, begin, scheme])
  return <div ref={place} style={frame} />
}

/** The inside of the story's chat, once it is there. */
export async function inChat(canvas: HTMLElement) {
  const inside = await waitFor(() => {
    const chat = canvas.querySelector('openai-chatkit')
    if (!(chat instanceof ChatKitElement) || !chat.shadowRoot) throw new Error('The story shows no <openai-chatkit>')
    if (chat.dataset.loaded === undefined) throw new Error('The chat is not ready')
    const root = chat.shadowRoot.querySelector<HTMLElement>('.chat-root')
    if (root === null) throw new Error('The chat has drawn nothing')
    return root
  })
  return within(inside)
}

/** Waits until something is there and has faded in. */
export async function seen(found: Promise<HTMLElement>): Promise<void> {
  const element = await found
  await waitFor(() => expect(element).toBeVisible())
}

/** Writes at the end of a text field; simulated typing would look for the focus outside the shadow root. */
export function write(field: HTMLElement, text: string): void {
  if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) throw new Error('No text field')
  field.focus()
  fireEvent.input(field, { target: { value: field.value + text } })
}
