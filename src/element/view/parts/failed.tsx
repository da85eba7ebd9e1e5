import { Warning } from '@openai/apps-sdk-ui/components/Icon'
import type { Failure } from '../../chat/state.ts'
import { failureText } from '../failure-text.ts'
import { useView } from '../view-context.ts'

interface FailedProps {
  /** What could not be done, as a heading. */
  title: string
  failure: Failure | null
  onRetry(): void
}

/** Stands where something should be that could not be loaded. */
export function Failed({ title, failure, onRetry }: FailedProps) {
  const view = useView()
  const { messages } = view
  return (
    <div className="chat-failed" role="alert">
      <Warning aria-hidden className="chat-failed-icon" />
      <p className="chat-failed-title">{title}</p>
      {failure !== null && <p className="chat-failed-text">{failureText(failure, view)}</p>}
      <button type="button" className="chat-button" onClick={onRetry}>
        {messages.retry}
      </button>
    </div>
  )
}
