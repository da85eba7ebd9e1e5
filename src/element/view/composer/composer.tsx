import { useRef } from 'react'
import type { ChatOptions } from '../../chat/options.ts'
import { pendingStructuredInput, threadStatus } from '../../chat/selectors.ts'
import { useChat, useMessages } from '../view-context.ts'
import { AttachmentList } from './attachment-list.tsx'
import { ComposerBar } from './composer-bar.tsx'
import { ComposerProblem } from './composer-problem.tsx'
import { Disclaimer } from './disclaimer.tsx'
import { Editor, type EditorHandle } from './editor.tsx'
import { Questions } from './questions.tsx'
import { QuotedReply } from './quoted-reply.tsx'

/** What stands at the bottom: the message field, or what takes its place while the thread is closed or asks questions. */
export function Composer({ options }: { options: ChatOptions }) {
  const messages = useMessages()
  const status = useChat((state) => threadStatus(state).type)
  const reason = useChat(statusReason)
  const questions = useChat(pendingStructuredInput)
  return (
    <div className="chat-dock">
      {status === 'closed' ? (
        <div className="chat-closed" role="status">
          {reason ?? messages.closed}
        </div>
      ) : questions !== null ? (
        <Questions key={questions.id} item={questions} />
      ) : (
        <MessageField options={options} lockedBecause={status === 'locked' ? (reason ?? messages.locked) : null} />
      )}
      {options.disclaimer !== null && <Disclaimer {...options.disclaimer} />}
    </div>
  )
}

function statusReason(state: Parameters<typeof threadStatus>[0]): string | null {
  const status = threadStatus(state)
  return status.type === 'active' ? null : (status.reason ?? null)
}

interface MessageFieldProps {
  options: ChatOptions
  /** Given: nothing can be written, and this says why. */
  lockedBecause: string | null
}

/** The rounded box: quote and attachments above the text, buttons below or beside it. */
function MessageField({ options, lockedBecause }: MessageFieldProps) {
  const messages = useMessages()
  const { composer, entities, commands } = options
  const toolId = useChat((state) => state.composer.toolId)
  const editor = useRef<EditorHandle>(null)
  const files = useRef<HTMLInputElement>(null)
  const tool = composer.tools.find(({ id }) => id === toolId)
  const placeholder = tool?.placeholderOverride ?? composer.placeholder ?? messages.placeholder
  const mentions = entities.onTagSearch !== null
  const plain =
    !composer.attachments.enabled && composer.tools.length === 0 && composer.models.length === 0 && !mentions
  return (
    <>
      <ComposerProblem />
      {/* biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: a larger target for the mouse; keys reach the field itself */}
      <div
        className="chat-composer"
        data-plain={plain && !composer.dictation.enabled}
        data-locked={lockedBecause !== null}
        onClick={(event) => {
          // The empty parts of the box belong to the text field.
          if (event.target === event.currentTarget) editor.current?.focus()
        }}
      >
        <QuotedReply />
        <AttachmentList />
        <Editor
          ref={editor}
          placeholder={lockedBecause ?? placeholder}
          disabled={lockedBecause !== null}
          onAttach={composer.attachments.enabled ? () => files.current?.click() : null}
          mentions={mentions}
          commands={commands.enabled}
          tools={composer.tools}
        />
        <ComposerBar options={options} locked={lockedBecause !== null} editor={editor} files={files} />
      </div>
    </>
  )
}
