import { type BoundFunctions, cleanup, configure, type queries, render, within } from '@testing-library/react'
import type { ReactElement } from 'react'
import { onTestFinished, vi } from 'vitest'
import { type ScriptedServer, scriptedServer } from '../chat/testing/scripted-server.ts'
import '../index.ts'

configure({ asyncUtilTimeout: 10_000 })

/** A page of a host with its server: the chat at one address, the host's own routes beside it. */
export interface Page {
  server: ScriptedServer
  /** What the page asked beside the chat, as `GET /map`. */
  asked: string[]
  /** What is drawn in the chat; the host's own part is `screen`'s. */
  chat(): BoundFunctions<typeof queries>
  show(host: ReactElement): { rerender(host: ReactElement): void; unmount(): void }
}

/** Makes a page whose `fetch` leads to a scripted chat server, and to the routes given. */
export function page(chatUrl: string, routes: Record<string, (init: RequestInit) => Response> = {}): Page {
  const server = scriptedServer()
  const asked: string[] = []
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init: RequestInit = {}) => {
    const { pathname } = new URL(String(input), 'http://page.test')
    if (pathname === chatUrl) return server.fetch(input, init)
    asked.push(`${init.method ?? 'GET'} ${pathname}`)
    return routes[`${init.method ?? 'GET'} ${pathname}`]?.(init) ?? new Response(null, { status: 404 })
  })
  onTestFinished(() => {
    cleanup()
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
  })
  return {
    server,
    asked,
    chat() {
      const place = document.querySelector('openai-chatkit')?.shadowRoot?.querySelector<HTMLElement>('.chat-root')
      if (!place) throw new Error('There is no chat on the page')
      return within(place)
    },
    show: (host) => render(host),
  }
}
