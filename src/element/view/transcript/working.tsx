import { IconView } from '../../../render/index.ts'
import { useChat, useMessages } from '../view-context.ts'

/** A pulsing dot for the time before anything else can be shown. */
export function ThinkingDot() {
  const messages = useMessages()
  return <div className="chat-dot" role="img" aria-label={messages.working} />
}

/** What happens right now: the server's progress text, or the dot while nothing has come yet. */
export function Working() {
  const progress = useChat((state) => state.thread.progress)
  const waiting = useChat(
    ({ turn, thread }) => turn.status !== 'idle' && turn.kind !== 'action' && thread.open.length === 0,
  )
  const running = useChat((state) => state.turn.status !== 'idle')
  if (running && progress !== null) {
    return (
      <p className="chat-progress">
        {progress.icon !== undefined && <IconView name={progress.icon} />}
        <span className="chat-shimmer">{progress.text}</span>
      </p>
    )
  }
  return waiting ? <ThinkingDot /> : null
}
