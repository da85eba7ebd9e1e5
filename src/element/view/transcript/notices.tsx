import { InfoCircle, Warning, X, XCircle } from '@openai/apps-sdk-ui/components/Icon'
import type { NoticeEvent } from '../../../protocol/index.ts'
import { Markdown } from '../../../render/index.ts'
import { failureText } from '../failure-text.ts'
import { IconButton } from '../parts/icon-button.tsx'
import { useActions, useChat, useMessages, useView } from '../view-context.ts'

const icons = { info: InfoCircle, warning: Warning, danger: XCircle }

/** What the server wants the person to know, as boxes in the colour of their level. */
export function Notices() {
  const notices = useChat((state) => state.thread.notices)
  return notices.map((notice, index) => <Notice key={index} notice={notice} />)
}

function Notice({ notice: { level, title, message } }: { notice: NoticeEvent }) {
  const messages = useMessages()
  const Icon = icons[level]
  const name = { info: messages.noticeInfo, warning: messages.noticeWarning, danger: messages.noticeDanger }[level]
  return (
    <div className="chat-notice" data-level={level} role="note" aria-label={name}>
      <Icon aria-hidden className="chat-notice-icon" />
      <div className="chat-notice-text">
        {title != null && <p className="chat-notice-title">{title}</p>}
        <Markdown text={message} />
      </div>
    </div>
  )
}

/** Why the last answer failed, and a way to try again when there is one. */
export function TurnError() {
  const view = useView()
  const { messages } = view
  const actions = useActions()
  const error = useChat((state) => state.turn.error)
  if (error === null) return null
  return (
    <div className="chat-error" role="alert">
      <Warning aria-hidden className="chat-notice-icon" />
      <p className="chat-notice-text">{failureText(error, view)}</p>
      {error.canRetry && (
        <button type="button" className="chat-button" onClick={actions.retry}>
          {messages.retry}
        </button>
      )}
      <IconButton label={messages.dismiss} icon={X} onClick={actions.dismissError} />
    </div>
  )
}
