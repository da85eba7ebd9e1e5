import { FileDocument, Regenerate, X } from '@openai/apps-sdk-ui/components/Icon'
import type { DraftAttachment } from '../../chat/state.ts'
import { failureText } from '../failure-text.ts'
import { useActions, useChat, useMessages, useView } from '../view-context.ts'
import { FilePicture } from './file-picture.tsx'

/** Files that go with the next message: pictures small, others as chips, each with a cross. */
export function AttachmentList() {
  const messages = useMessages()
  const attachments = useChat((state) => state.composer.attachments)
  if (attachments.length === 0) return null
  return (
    <ul className="chat-attachments" aria-label={messages.attachments}>
      {attachments.map((attachment) => (
        <AttachmentChip key={attachment.id} attachment={attachment} />
      ))}
    </ul>
  )
}

function AttachmentChip({
  attachment: { id, name, status, progress, error, preview },
}: {
  attachment: DraftAttachment
}) {
  const view = useView()
  const { messages } = view
  const actions = useActions()
  return (
    <li className="chat-attachment" data-kind={preview === null ? 'file' : 'image'} data-state={status}>
      {preview === null ? (
        <>
          <span className="chat-attachment-icon" aria-hidden>
            <FileDocument />
          </span>
          <span className="chat-attachment-text">
            <span className="chat-attachment-name" dir="auto">
              {name}
            </span>
            {error !== null && <span className="chat-attachment-error">{failureText(error, view)}</span>}
          </span>
        </>
      ) : (
        <FilePicture preview={preview} name={name} title={error === null ? name : failureText(error, view)} />
      )}
      {status === 'uploading' && (
        <progress
          className="chat-attachment-progress"
          aria-label={messages.uploading(name)}
          {...(progress === null ? {} : { value: progress })}
        />
      )}
      {status === 'failed' && (
        <button
          type="button"
          className="chat-attachment-retry"
          aria-label={messages.retryAttachment(name)}
          title={messages.retryAttachment(name)}
          onClick={() => actions.retryAttachment(id)}
        >
          <Regenerate aria-hidden />
        </button>
      )}
      <button
        type="button"
        className="chat-attachment-remove"
        aria-label={messages.removeAttachment(name)}
        title={messages.removeAttachment(name)}
        onClick={() => actions.removeAttachment(id)}
      >
        <X aria-hidden />
      </button>
    </li>
  )
}
