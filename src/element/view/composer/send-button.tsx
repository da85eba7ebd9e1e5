import { ArrowUp, Stop } from '@openai/apps-sdk-ui/components/Icon'
import type { RefObject } from 'react'
import { canSend, canStop } from '../../chat/selectors.ts'
import { IconButton } from '../parts/icon-button.tsx'
import { useActions, useChat, useMessages } from '../view-context.ts'
import type { EditorHandle } from './editor.tsx'

/** Sends, or stops the running answer when the server allows it. Afterwards the focus is back in the text. */
export function SendButton({ editor }: { editor: RefObject<EditorHandle | null> }) {
  const messages = useMessages()
  const actions = useActions()
  const sendable = useChat(canSend)
  const stoppable = useChat(canStop)
  return (
    <IconButton
      className="chat-send"
      label={stoppable ? messages.stop : messages.send}
      icon={stoppable ? Stop : ArrowUp}
      disabled={!stoppable && !sendable}
      onClick={() => {
        if (stoppable) actions.stop()
        else actions.send()
        editor.current?.focus()
      }}
    />
  )
}
