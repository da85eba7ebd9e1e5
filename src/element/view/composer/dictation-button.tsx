import { Mic, Spin, Stop } from '@openai/apps-sdk-ui/components/Icon'
import { useEffect } from 'react'
import { IconButton } from '../parts/icon-button.tsx'
import { useActions, useChat, useMessages } from '../view-context.ts'

/** Begins to listen, ends it, and waits while what was said is written down. */
export function DictationButton({ locked }: { locked: boolean }) {
  const messages = useMessages()
  const actions = useActions()
  const dictation = useChat((state) => state.composer.dictation)
  // When the button goes away (new options, questions in the composer's place), nobody could end the recording.
  useEffect(() => actions.cancelDictation, [actions])
  if (dictation === 'recording') {
    return (
      <IconButton
        className="chat-icon-button chat-recording"
        label={messages.stopDictation}
        icon={Stop}
        onClick={actions.stopDictation}
      />
    )
  }
  const writing = dictation === 'transcribing'
  return (
    <IconButton
      className={writing ? 'chat-icon-button chat-spinning' : 'chat-icon-button'}
      label={writing ? messages.transcribing : messages.dictate}
      icon={writing ? Spin : Mic}
      disabled={locked || writing}
      onClick={actions.startDictation}
    />
  )
}
