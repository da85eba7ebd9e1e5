import { ArrowCurvedRight, X } from '@openai/apps-sdk-ui/components/Icon'
import { IconButton } from '../parts/icon-button.tsx'
import { useActions, useChat, useMessages } from '../view-context.ts'

/** The passage the next message answers, with a cross. */
export function QuotedReply() {
  const messages = useMessages()
  const { setReply } = useActions()
  const reply = useChat((state) => state.composer.reply)
  if (reply === null) return null
  return (
    <div className="chat-reply">
      <ArrowCurvedRight aria-hidden className="pk-mirror" />
      <blockquote aria-label={messages.quoted} dir="auto">
        {reply}
      </blockquote>
      <IconButton label={messages.removeQuote} icon={X} onClick={() => setReply(null)} />
    </div>
  )
}
