import { useEffect, useRef } from 'react'
import { useMessages } from '../view-context.ts'

interface RenameFieldProps {
  title: string
  /** The new title, or null when nothing is to change; `byKey` when the focus has nowhere to go by itself. */
  onDone(title: string | null, byKey: boolean): void
}

/** The title as a field in its own row: Enter or leaving it saves, Esc takes it back. */
export function RenameField({ title, onDone }: RenameFieldProps) {
  const messages = useMessages()
  const field = useRef<HTMLInputElement>(null)
  const settled = useRef(false)
  useEffect(() => field.current?.select(), [])

  const settle = (save: boolean, byKey: boolean) => {
    // Leaving the field by Enter or Esc takes it away, which leaves it once more.
    if (settled.current) return
    settled.current = true
    const next = field.current?.value.trim() ?? ''
    onDone(save && next !== '' && next !== title ? next : null, byKey)
  }
  return (
    <input
      ref={field}
      className="chat-rename"
      dir="auto"
      aria-label={messages.title}
      defaultValue={title}
      onBlur={() => settle(true, false)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key !== 'Enter' && event.key !== 'Escape') return
        // Neither the button that gets the focus now nor the panel takes the same key as theirs.
        event.preventDefault()
        event.stopPropagation()
        settle(event.key === 'Enter', true)
      }}
    />
  )
}
