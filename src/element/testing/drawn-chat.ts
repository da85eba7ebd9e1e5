import type { ChatKitOptions } from '@openai/chatkit'
import { type BoundFunctions, configure, type queries, within } from '@testing-library/dom'
import { onTestFinished } from 'vitest'
import type { ChatEventName } from '../chat/events.ts'
import { type ScriptedServer, scriptedServer } from '../chat/testing/scripted-server.ts'
import { ChatKitElement } from '../index.ts'

configure({ asyncUtilTimeout: 10_000 }) // parts of the view are loaded when first drawn, on machines with other work too

const eventNames = Object.keys({
  'chatkit.ready': 0,
  'chatkit.error': 0,
  'chatkit.effect': 0,
  'chatkit.deeplink': 0,
  'chatkit.response.start': 0,
  'chatkit.response.end': 0,
  'chatkit.history.open': 0,
  'chatkit.history.close': 0,
  'chatkit.thread.change': 0,
  'chatkit.thread.load.start': 0,
  'chatkit.thread.load.end': 0,
  'chatkit.tool.change': 0,
  'chatkit.log': 0,
} satisfies Record<ChatEventName, 0>)

/** Options without an `api`, which is the scripted server's. */
export type SomeOptions = Omit<ChatKitOptions, 'api'> & { api?: Partial<ChatKitOptions['api']> }

/** The real element in the document of a test, with the server it talks to. */
export interface DrawnChat {
  element: ChatKitElement
  root: ShadowRoot
  server: ScriptedServer
  /** What is drawn, as testing-library sees it. */
  view: BoundFunctions<typeof queries>
  /** All events in order, without `chatkit.`; each with its detail. */
  events: { name: string; detail: unknown }[]
  setOptions(options: SomeOptions): void
}

/** Draws a chat; it is removed when the test is over. */
export function drawnChat(options: SomeOptions = {}, server: ScriptedServer = scriptedServer()): DrawnChat {
  const element = new ChatKitElement()
  const events: DrawnChat['events'] = []
  for (const name of eventNames) {
    element.addEventListener(name, (event) => {
      if (event instanceof CustomEvent) events.push({ name: name.replace('chatkit.', ''), detail: event.detail })
    })
  }
  const setOptions = ({ api, ...others }: SomeOptions) =>
    element.setOptions({ api: { url: '/chatkit', domainKey: 'k', fetch: server.fetch, ...api }, ...others })
  setOptions(options)
  document.body.append(element)
  onTestFinished(async () => {
    element.remove()
    await new Promise((resolve) => setTimeout(resolve)) // by when it has let go of everything
  })
  const root = element.shadowRoot
  const place = root?.querySelector<HTMLElement>('.chat-root')
  if (!root || !place) throw new Error('Nothing is drawn')
  return { element, root, server, view: within(place), events, setOptions }
}
