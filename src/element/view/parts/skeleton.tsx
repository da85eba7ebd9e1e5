import { useMessages } from '../view-context.ts'

/** The shape of a conversation while its thread loads. */
export function ThreadSkeleton() {
  const messages = useMessages()
  return (
    <div className="chat-skeleton" role="status" aria-label={messages.loading}>
      <span className="chat-skeleton-bubble" />
      <span style={{ width: '92%' }} />
      <span style={{ width: '84%' }} />
      <span style={{ width: '60%' }} />
      <span className="chat-skeleton-bubble" style={{ width: '26%' }} />
      <span style={{ width: '88%' }} />
      <span style={{ width: '40%' }} />
    </div>
  )
}
