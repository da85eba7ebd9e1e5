import { useEffect, useId, useRef } from 'react'
import { useMessages } from '../view-context.ts'

interface DeleteDialogProps {
  title: string
  onCancel(): void
  onDelete(): void
}

/** Asks before a chat goes for good. The harmless answer has the focus; Esc takes it, Tab goes to and fro. */
export function DeleteDialog({ title, onCancel, onDelete }: DeleteDialogProps) {
  const messages = useMessages()
  const id = useId()
  const cancel = useRef<HTMLButtonElement>(null)
  const confirm = useRef<HTMLButtonElement>(null)
  useEffect(() => cancel.current?.focus(), [])
  return (
    <div className="chat-dialog-backdrop">
      <div
        className="chat-dialog"
        role="alertdialog"
        aria-modal="true"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-text`}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.stopPropagation()
            onCancel()
          }
          if (event.key === 'Tab') {
            event.preventDefault()
            const other = event.target === cancel.current ? confirm : cancel
            other.current?.focus()
          }
        }}
      >
        <h2 id={`${id}-title`} className="chat-dialog-title">
          {messages.deleteQuestion}
        </h2>
        <p id={`${id}-text`} className="chat-dialog-text">
          {messages.deleteWarning(title)}
        </p>
        <div className="chat-dialog-buttons">
          <button ref={cancel} type="button" className="chat-button" onClick={onCancel}>
            {messages.cancel}
          </button>
          <button ref={confirm} type="button" className="chat-button" data-danger onClick={onDelete}>
            {messages.delete}
          </button>
        </div>
      </div>
    </div>
  )
}
