import { failureText } from '../failure-text.ts'
import { useChat, useView } from '../view-context.ts'

/** One line above the composer for files that were refused or words that could not be understood. */
export function ComposerProblem() {
  const view = useView()
  const { messages } = view
  const refused = useChat((state) => state.composer.attachmentError)
  const unheard = useChat((state) => state.composer.dictation === 'failed')
  const text = refused !== null ? failureText(refused, view) : unheard ? messages.dictationFailed : null
  return text === null ? null : (
    <p className="chat-composer-problem" role="alert">
      {text}
    </p>
  )
}
