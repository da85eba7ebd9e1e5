import { useState } from 'react'
import { useChat, useMessages } from './view-context.ts'

/** Tells screen readers when an answer begins and when it is there, instead of reading every piece of it. */
export function Announcer() {
  const messages = useMessages()
  const answering = useChat((state) => state.turn.status !== 'idle')
  const failed = useChat((state) => state.turn.error !== null)
  const [text, setText] = useState('')
  const [wasAnswering, setWasAnswering] = useState(false)
  if (answering !== wasAnswering) {
    setWasAnswering(answering)
    // A failure speaks for itself: its box is an alert.
    setText(answering ? messages.answering : failed ? '' : messages.answered)
  }
  return (
    <div className="chat-unseen" role="status" aria-live="polite">
      {text}
    </div>
  )
}
