import { ArrowCurvedRight, FileDocument } from '@openai/apps-sdk-ui/components/Icon'
import type { Attachment, UserMessageItem } from '../../../protocol/index.ts'
import { safeImageUrl } from '../../../render/index.ts'
import { EntityChip } from '../parts/entity-chip.tsx'
import { useMessages } from '../view-context.ts'

/** What the person wrote: a bubble on the right, with what it quotes and what was attached above it. Never markdown. */
export function UserMessage({ item: { content, attachments, quoted_text: quote } }: { item: UserMessageItem }) {
  const messages = useMessages()
  return (
    <article className="chat-user" aria-label={messages.youSaid}>
      {quote != null && (
        <blockquote className="chat-quote" aria-label={messages.quoted}>
          <ArrowCurvedRight aria-hidden className="pk-mirror" />
          <span dir="auto">{quote}</span>
        </blockquote>
      )}
      {attachments.length > 0 && (
        <ul className="chat-user-attachments" aria-label={messages.attachments}>
          {attachments.map((attachment) => (
            <li key={attachment.id}>
              <SentAttachment attachment={attachment} />
            </li>
          ))}
        </ul>
      )}
      {content.length > 0 && (
        <div className="chat-bubble">
          {content.map((part, index) =>
            part.type === 'input_text' ? (
              <span key={index}>{part.text}</span>
            ) : (
              <EntityChip key={index} entity={part} title={part.text} interactive={part.interactive} />
            ),
          )}
        </div>
      )}
    </article>
  )
}

function SentAttachment({ attachment }: { attachment: Attachment }) {
  const messages = useMessages()
  const preview = attachment.type === 'image' ? safeImageUrl(attachment.preview_url) : undefined
  if (preview !== undefined) {
    return <img className="chat-sent-image" src={preview} alt={messages.attachedImage(attachment.name)} />
  }
  return (
    <span className="chat-sent-file">
      <FileDocument aria-hidden />
      <span dir="auto">{attachment.name}</span>
    </span>
  )
}
