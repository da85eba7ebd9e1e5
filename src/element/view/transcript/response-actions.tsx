import {
  Check,
  Copy,
  Regenerate,
  ThumbDown,
  ThumbDownFilled,
  ThumbUp,
  ThumbUpFilled,
} from '@openai/apps-sdk-ui/components/Icon'
import { useEffect, useState } from 'react'
import { copyText } from '../../../render/index.ts'
import { isBusy, responseItems, userMessageBefore } from '../../chat/selectors.ts'
import type { ChatState } from '../../chat/state.ts'
import { IconButton } from '../parts/icon-button.tsx'
import { useActions, useChat, useMessages, useView } from '../view-context.ts'
import { responseText } from './response-text.ts'

/** How long "Copied" stands, in ms. */
const COPIED_FOR = 1500

/** Quiet buttons below a whole response: copy, the thumbs, ask again. */
export function ResponseActions({ itemId, copyable }: { itemId: string; copyable: boolean }) {
  const messages = useMessages()
  const { chat } = useView()
  const actions = useActions()
  const options = useChat((state) => state.options?.threadItemActions ?? null)
  const given = useChat((state) => state.feedback[itemId] ?? null)
  const busy = useChat(isBusy)
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), COPIED_FOR)
    return () => clearTimeout(timer)
  }, [copied])

  const copy = async () => {
    try {
      await copyText(textOf(chat.getState(), itemId))
      setCopied(true)
    } catch (error) {
      actions.reportProblem(error instanceof Error ? error : new Error(String(error)))
    }
  }
  const rate = (kind: 'positive' | 'negative') => actions.giveFeedback(responseItems(chat.getState(), itemId), kind)
  const retry = () => {
    const message = userMessageBefore(chat.getState(), itemId)
    if (message !== null) actions.retryItem(message)
  }
  return (
    <div className="chat-actions">
      {copyable && (
        <IconButton label={copied ? messages.copied : messages.copy} icon={copied ? Check : Copy} onClick={copy} />
      )}
      {options?.feedback && (
        <>
          <IconButton
            label={messages.goodResponse}
            icon={given === 'positive' ? ThumbUpFilled : ThumbUp}
            pressed={given === 'positive'}
            onClick={() => rate('positive')}
          />
          <IconButton
            label={messages.badResponse}
            icon={given === 'negative' ? ThumbDownFilled : ThumbDown}
            pressed={given === 'negative'}
            onClick={() => rate('negative')}
          />
        </>
      )}
      {options?.retry && (
        <IconButton label={messages.retryResponse} icon={Regenerate} disabled={busy} onClick={retry} />
      )}
      <span className="chat-unseen" role="status">
        {copied && messages.copied}
      </span>
    </div>
  )
}

function textOf(state: ChatState, itemId: string): string {
  const ids = responseItems(state, itemId)
  return responseText(state.thread.items.filter(({ id }) => ids.includes(id)))
}
