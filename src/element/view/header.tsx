import { ComposeEditSquare, History } from '@openai/apps-sdk-ui/components/Icon'
import type { HeaderIcon } from '@openai/chatkit'
import type { ChatOptions } from '../chat/options.ts'
import { IconButton } from './parts/icon-button.tsx'
import { headerIconPart } from './parts/parts.ts'
import { useActions, useChat, useMessages } from './view-context.ts'

interface HeaderProps {
  options: ChatOptions
  /** A thread or a first message is there: only then is there something to leave for a new chat. */
  inThread: boolean
}

/** The bar on top: the host's own buttons at the outer ends, the title, history and new chat. */
export function Header({ options: { header, history }, inThread }: HeaderProps) {
  const messages = useMessages()
  const actions = useActions()
  const threadTitle = useChat((state) => state.thread.thread?.title ?? '')
  const historyOpen = useChat((state) => state.history.open)
  if (!header.enabled) return null
  const title = header.title.enabled ? (header.title.text ?? threadTitle) : ''
  return (
    <header className="chat-header">
      {header.leftAction !== null && (
        <HostButton icon={header.leftAction.icon} onClick={() => actions.headerAction('left')} />
      )}
      {title === '' ? (
        <span className="chat-gap" />
      ) : (
        <h2 className="chat-title" dir="auto">
          {title}
        </h2>
      )}
      {history.enabled && (
        <IconButton
          className="chat-icon-button chat-history-button"
          label={messages.history}
          icon={History}
          pressed={historyOpen}
          onClick={actions.showHistory}
        />
      )}
      {inThread && <IconButton label={messages.newChat} icon={ComposeEditSquare} onClick={actions.newThread} />}
      {header.rightAction !== null && (
        <HostButton icon={header.rightAction.icon} onClick={() => actions.headerAction('right')} />
      )}
    </header>
  )
}

/** A button of the host. The options give it no name, so the icon's own words have to do: English ones. */
function HostButton({ icon, onClick }: { icon: HeaderIcon; onClick(): void }) {
  const label = icon.replaceAll('-', ' ')
  const pointsAside = /left|right|back/.test(icon)
  const place = <svg viewBox="0 0 24 24" aria-hidden="true" />
  return (
    <button
      type="button"
      lang="en"
      className={pointsAside ? 'chat-icon-button chat-pointing' : 'chat-icon-button'}
      aria-label={label}
      title={label}
      onClick={onClick}
    >
      <headerIconPart.View icon={icon} fallback={place} failed={place} />
    </button>
  )
}
