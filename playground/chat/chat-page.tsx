import { globalFetch } from 'parlor/client'
import { ChatKit, tool, useChatKitHost } from 'parlor/react'
import { useMemo } from 'react'
import { z } from 'zod'
import type { Scheme } from '../scheme.ts'
import { prompts } from './prompts.ts'

interface ChatPageProps {
  scheme: Scheme
  onScheme: (scheme: Scheme) => void
  /** Listens to all traffic, for the Wire page. */
  tapped: (inner: typeof fetch) => typeof fetch
}

/** `/?hosted` opens the same chat the way hosted sessions do: with a client secret and no address. */
const isHosted = new URLSearchParams(window.location.search).has('hosted')

async function getClientSecret(): Promise<string> {
  const response = await fetch('/api/create-session', { method: 'POST' })
  const { client_secret, error } = await response.json()
  if (!response.ok) throw new Error(error)
  return client_secret
}

/** A host app in one component: the official React binding, our element, our server. */
export function ChatPage({ scheme, onScheme, tapped }: ChatPageProps) {
  const listening = useMemo(() => tapped(globalFetch), [tapped])
  const chat = useChatKitHost({
    api: isHosted ? { getClientSecret } : { url: '/chatkit', fetch: listening },
    userId: { header: 'x-user-id' },
    remember: true,
    theme: { colorScheme: scheme },
    startScreen: { greeting: 'What shall we look at?', prompts },
    composer: {
      placeholder: 'Ask for a search or a quiz',
      attachments: { enabled: !isHosted, maxSize: 20 * 1024 * 1024, maxCount: 5 },
    },
    threadItemActions: { feedback: true, retry: true },
    thread: { autoScroll: true },
    tools: {
      switch_theme: tool({
        params: z.object({ theme: z.enum(['light', 'dark']).default(scheme === 'dark' ? 'light' : 'dark') }),
        run: ({ theme }) => {
          onScheme(theme)
          return { switched: theme }
        },
      }),
    },
  })
  return (
    <>
      {chat.status === 'failed' && (
        <p role="alert" className="chat-failed">
          {chat.error?.message}
        </p>
      )}
      <ChatKit control={chat.control} />
    </>
  )
}
