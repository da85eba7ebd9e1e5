import { ArrowLeft } from '@openai/apps-sdk-ui/components/Icon'
import { useEffect, useRef, useState } from 'react'
import type { ThreadMetadata } from '../../../protocol/index.ts'
import { activeElementNear } from '../parts/active-element.ts'
import { Failed } from '../parts/failed.tsx'
import { IconButton } from '../parts/icon-button.tsx'
import { useActions, useChat, useView } from '../view-context.ts'
import { DeleteDialog } from './delete-dialog.tsx'
import { groupByDate } from './group-by-date.ts'
import { HistoryRow } from './history-row.tsx'

interface HistoryPanelProps {
  showRename: boolean
  showDelete: boolean
}

/** All chats over the current one, newest first, under the days they began. Esc or the arrow goes back. */
export function HistoryPanel({ showRename, showDelete }: HistoryPanelProps) {
  const { messages } = useView()
  const actions = useActions()
  const [deleting, setDeleting] = useState<ThreadMetadata | null>(null)
  const panel = useRef<HTMLDivElement>(null)

  const returnTo = useRef<HTMLElement | null>(null)
  const ask = (thread: ThreadMetadata) => {
    returnTo.current = activeElementNear(panel.current)
    setDeleting(thread)
  }
  // After the question the focus goes back to the row it came from, if that is still there.
  useEffect(() => {
    if (deleting !== null || returnTo.current === null) return
    const target = returnTo.current.isConnected ? returnTo.current : panel.current
    returnTo.current = null
    target?.focus()
  }, [deleting])

  // Focus goes in when the panel opens; where it came from is remembered by whoever opened it (see `ChatView`).
  useEffect(() => panel.current?.focus({ preventScroll: true }), [])

  return (
    <div
      ref={panel}
      className="chat-history"
      role="dialog"
      aria-label={messages.history}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape') actions.hideHistory()
      }}
    >
      <div className="chat-history-content" inert={deleting !== null}>
        <header className="chat-header">
          <IconButton label={messages.back} icon={ArrowLeft} pointing onClick={actions.hideHistory} />
          <h2 className="chat-title">{messages.history}</h2>
        </header>
        <HistoryList showRename={showRename} onDelete={showDelete ? ask : null} />
      </div>
      {deleting !== null && (
        <DeleteDialog
          title={deleting.title ?? messages.untitled}
          onCancel={() => setDeleting(null)}
          onDelete={() => {
            setDeleting(null)
            actions.deleteThread(deleting.id)
          }}
        />
      )}
    </div>
  )
}

interface HistoryListProps {
  showRename: boolean
  onDelete: ((thread: ThreadMetadata) => void) | null
}

/** The list in each of its states: loading, failed, empty, filled. */
function HistoryList({ showRename, onDelete }: HistoryListProps) {
  const view = useView()
  const { messages } = view
  const actions = useActions()
  const { status, threads, hasMore, error, pendingId } = useChat((state) => state.history)
  const openThreadId = useChat((state) => state.threadId)

  if (status === 'failed' && threads.length === 0) {
    return <Failed title={messages.historyFailed} failure={error} onRetry={actions.reloadHistory} />
  }
  if (threads.length === 0) {
    const loading = status !== 'ready'
    return (
      <div className={loading ? 'chat-history-loading' : 'chat-empty'} role="status">
        {loading ? <span className="chat-unseen">{messages.loading}</span> : messages.historyEmpty}
        {loading && [72, 56, 64, 48].map((width) => <span key={width} style={{ width: `${width}%` }} />)}
      </div>
    )
  }
  return (
    <div className="chat-history-list">
      {groupByDate(threads, new Date(), view).map(({ label, rows }) => (
        <section key={label} aria-label={label}>
          <h3 className="chat-history-day">{label}</h3>
          <ul>
            {rows.map((thread) => (
              <HistoryRow
                key={thread.id}
                thread={thread}
                current={thread.id === openThreadId}
                pending={thread.id === pendingId}
                onRename={showRename ? (title) => actions.renameThread(thread.id, title) : null}
                onDelete={onDelete === null ? null : () => onDelete(thread)}
              />
            ))}
          </ul>
        </section>
      ))}
      {hasMore && (
        <button
          type="button"
          className="chat-quiet-button"
          disabled={status === 'loading'}
          onClick={actions.loadMoreHistory}
        >
          {status === 'loading' ? messages.loading : messages.showMore}
        </button>
      )}
    </div>
  )
}
