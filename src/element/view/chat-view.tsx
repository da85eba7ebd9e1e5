import { type MouseEvent, useEffect, useLayoutEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { LabelsProvider, PortalRoot } from '../../render/index.ts'
import type { ChatOptions } from '../chat/options.ts'
import type { Chat, ChatState } from '../chat/state.ts'
import type { Language, LanguageStore } from '../locale/index.ts'
import { readTheme, type Theme } from '../theme/index.ts'
import { Announcer } from './announcer.tsx'
import { Composer } from './composer/composer.tsx'
import { DropZone } from './drop-zone.tsx'
import { Header } from './header.tsx'
import { HistoryPanel } from './history/history-panel.tsx'
import { Failed } from './parts/failed.tsx'
import { transcriptPart, widgetPart } from './parts/parts.ts'
import { ThreadSkeleton } from './parts/skeleton.tsx'
import { Greeting, StarterPrompts } from './start-screen.tsx'
import { useFocusReturn, useKeptFocus } from './use-focus.ts'
import { useActions, useChat, useMessages, ViewContext } from './view-context.ts'

interface ChatViewProps {
  chat: Chat
  languages: Pick<LanguageStore, 'get' | 'subscribe'>
  /** Called before the first paint and with every new theme. */
  onTheme(theme: Theme): void
  /** Called with CSS that a part of the view needs, before it is drawn. */
  onStyles(css: string): void
}

/** Everything inside the tag; nothing until there are options, and texts to show. */
export function ChatView({ chat, languages, ...hooks }: ChatViewProps) {
  const options = useSyncExternalStore(chat.subscribe, () => chat.getState().options)
  const language = useSyncExternalStore(languages.subscribe, languages.get)
  if (options === null || language === null) return null
  return <Frame chat={chat} options={options} language={language} {...hooks} />
}

interface FrameProps extends Omit<ChatViewProps, 'languages'> {
  options: ChatOptions
  language: Language
}

/** The region that carries the scheme, the language and the name of the chat. */
function Frame({ chat, options, language, onTheme, onStyles }: FrameProps) {
  const theme = useMemo(() => readTheme(options.theme), [options.theme])
  useLayoutEffect(() => onTheme(theme), [theme, onTheme])
  const view = useMemo(
    () => ({ chat, scheme: theme.scheme, adoptStyles: onStyles, ...language }),
    [chat, theme.scheme, onStyles, language],
  )
  return (
    <ViewContext value={view}>
      <LabelsProvider value={view.messages}>
        <PortalRoot scheme={theme.scheme} lang={language.locale} dir={language.dir} className="chat">
          <section className="chat-frame" aria-label={options.frameTitle}>
            <Main options={options} />
          </section>
        </PortalRoot>
      </LabelsProvider>
    </ViewContext>
  )
}

/** What the middle shows. */
type Stage = 'failed' | 'start' | 'loading' | 'thread-failed' | 'thread'

function stageOf({ status, threadId, threadLoad, thread, turn }: ChatState): Stage {
  if (status === 'failed') return 'failed'
  const empty = thread.items.length === 0 && turn.pendingMessage === null
  if (threadLoad === 'loading' && empty) return 'loading'
  if (threadLoad === 'failed' && empty) return 'thread-failed'
  return threadId === null && empty && turn.status === 'idle' && turn.error === null ? 'start' : 'thread'
}

function Main({ options }: { options: ChatOptions }) {
  const messages = useMessages()
  const actions = useActions()
  const stage = useChat(stageOf)
  const failure = useChat((state) => state.error ?? state.threadLoadError)
  const threadId = useChat((state) => state.threadId)
  const historyOpen = useChat((state) => state.history.open)
  const main = useRef<HTMLDivElement>(null)
  useFocusReturn(main, historyOpen, threadId)
  useKeptFocus(main)
  useEffect(() => {
    // A thread will need them as soon as it is here.
    if (stage !== 'loading') return
    transcriptPart.prefetch()
    widgetPart.prefetch()
  }, [stage])
  /** Wherever a link stands, in an answer, a notice or a widget: those with a `chatkit-link:` address are the host's. */
  const openDeeplink = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (link !== null && actions.openLink(link.href)) event.preventDefault()
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: Enter on a link is a click, too
    <div ref={main} className="chat-stage" onClick={openDeeplink}>
      <DropZone enabled={options.composer.attachments.enabled} inert={historyOpen}>
        <Header options={options} inThread={stage !== 'start'} />
        {stage === 'thread' && (
          <transcriptPart.View
            autoScroll={options.thread.autoScroll}
            fallback={threadId === null ? <div className="chat-body" /> : <ThreadSkeleton />}
          />
        )}
        {stage === 'start' && <Greeting greeting={options.startScreen.greeting} />}
        {stage === 'loading' && <ThreadSkeleton />}
        {stage === 'failed' && <Failed title={messages.chatFailed} failure={failure} onRetry={actions.reload} />}
        {stage === 'thread-failed' && (
          <Failed title={messages.threadFailed} failure={failure} onRetry={actions.reload} />
        )}
        <div className="chat-column chat-bottom">
          {stage === 'start' && <StarterPrompts prompts={options.startScreen.prompts} />}
          <Composer options={options} />
        </div>
      </DropZone>
      {historyOpen && <HistoryPanel showRename={options.history.showRename} showDelete={options.history.showDelete} />}
      <Announcer />
    </div>
  )
}
