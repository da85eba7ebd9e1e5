import { ArrowDown } from '@openai/apps-sdk-ui/components/Icon'
import { type Ref, useMemo, useRef } from 'react'
import { useActions, useChat, useMessages } from '../view-context.ts'
import { inGroups, toRows } from './group-items.ts'
import { MessageGroup } from './message-group.tsx'
import { Notices, TurnError } from './notices.tsx'
import { useEnd } from './use-end.ts'
import { useNewest } from './use-newest.ts'
import { Working } from './working.tsx'

/** The conversation: older messages on demand, the rows, and what happens now at its end. */
export function Transcript({ autoScroll }: { autoScroll: boolean }) {
  const messages = useMessages()
  const threadId = useChat((state) => state.threadId)
  const items = useChat((state) => state.thread.items)
  const pending = useChat((state) => state.turn.pendingMessage)
  const running = useChat((state) => state.turn.status !== 'idle')
  const anchorId = useRef<string | null>(null)

  const { scroller, content, away, toEnd } = useEnd({ threadId, sentId: pending?.id ?? null, autoScroll, running })
  const { shown, showMore, top } = useNewest({ threadId, items, scroller })

  const groups = useMemo(() => {
    const rows = toRows(pending === null ? shown : [...shown, pending], running)
    if (!rows.some(({ item }) => item.id === anchorId.current)) anchorId.current = rows[0]?.item.id ?? null
    return inGroups(rows, anchorId.current)
  }, [shown, pending, running])

  return (
    <div className="chat-body">
      <div
        ref={scroller}
        className="chat-scroll"
        role="log"
        aria-label={messages.conversation}
        aria-live="off"
        aria-busy={running}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, by keyboard too
        tabIndex={0}
      >
        <div ref={content} className="chat-column chat-thread">
          {showMore === null ? <Older /> : <Earlier ref={top} onMore={showMore} />}
          {groups.map(({ key, rows }) => (
            <MessageGroup key={key} rows={rows} />
          ))}
          <Working />
          <Notices />
          <TurnError />
        </div>
      </div>
      {away && (
        <button
          type="button"
          className="chat-to-end"
          aria-label={messages.scrollToBottom}
          title={messages.scrollToBottom}
          onClick={() => {
            scroller.current?.focus({ preventScroll: true })
            toEnd()
          }}
        >
          <ArrowDown aria-hidden />
        </button>
      )}
    </div>
  )
}

/** Messages that are here and not drawn yet; scrolling draws them, and a button for those who do not scroll. */
function Earlier({ ref, onMore }: { ref: Ref<HTMLDivElement>; onMore(): void }) {
  const messages = useMessages()
  return (
    <div ref={ref} className="chat-older">
      <button type="button" className="chat-quiet-button" onClick={onMore}>
        {messages.olderMessages}
      </button>
    </div>
  )
}

/** Messages before the first one shown: a quiet button, because loading them moves the page. */
function Older() {
  const messages = useMessages()
  const { loadOlder } = useActions()
  const older = useChat((state) => state.older)
  if (older === 'none') return null
  return (
    <div className="chat-older">
      {older === 'failed' && <p role="alert">{messages.olderFailed}</p>}
      <button type="button" className="chat-quiet-button" disabled={older === 'loading'} onClick={loadOlder}>
        {older === 'loading' ? messages.loading : older === 'failed' ? messages.retry : messages.olderMessages}
      </button>
    </div>
  )
}
