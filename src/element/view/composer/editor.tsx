import type { ToolOption } from '@openai/chatkit'
import { type ClipboardEvent, type KeyboardEvent, type Ref, useEffect, useId, useImperativeHandle, useRef } from 'react'
import { useActions, useChat, useMessages } from '../view-context.ts'
import { draftText, editDraft, partText } from './draft.ts'
import { readKey } from './key.ts'
import { Suggestions } from './suggestions.tsx'
import { useSuggestions } from './use-suggestions.ts'

/** What buttons beside the text field may do to it. */
export interface EditorHandle {
  focus(): void
  /** Writes at the caret, as if typed. */
  type(text: string): void
}

interface EditorProps {
  ref: Ref<EditorHandle>
  placeholder: string
  disabled: boolean
  /** Opens the file picker; null where files are not taken, pasted ones neither. */
  onAttach: (() => void) | null
  mentions: boolean
  commands: boolean
  tools: readonly ToolOption[]
}

/**
 * The text field. Its text is the browser's own (so that input methods and undo work); the draft in the chat's state follows it.
 * A copy of the text under the field draws the tags and gives the field its height.
 */
export function Editor({ ref, placeholder, disabled, onAttach, mentions, commands, tools }: EditorProps) {
  const messages = useMessages()
  const actions = useActions()
  const content = useChat((state) => state.composer.content)
  const focusRequests = useChat((state) => state.composer.focusRequests)
  const field = useRef<HTMLTextAreaElement>(null)
  const listId = useId()
  const list = useSuggestions({ field, mentions, commands, onAttach, tools })
  const text = draftText(content)

  // What was changed from elsewhere (sent, a prompt, a method of the tag) goes into the field.
  useEffect(() => {
    if (field.current !== null && field.current.value !== text) field.current.value = text
  }, [text])
  useEffect(() => {
    if (focusRequests > 0) field.current?.focus()
  }, [focusRequests])

  const takeEdit = () => {
    const { value = '', selectionEnd = value.length } = field.current ?? {}
    const next = editDraft(content, value, selectionEnd)
    actions.setDraft(next)
    const kept = draftText(next)
    // A tag goes as a whole: what is left of it leaves the field too.
    if (field.current !== null && kept !== value) {
      const caret = Math.max(0, selectionEnd - (value.length - kept.length))
      field.current.value = kept
      field.current.setSelectionRange(caret, caret)
    }
    list.look()
  }

  useImperativeHandle(ref, () => ({
    focus: () => field.current?.focus(),
    type(typed) {
      const element = field.current
      if (element === null) return
      element.focus()
      element.setRangeText(typed, element.selectionStart, element.selectionEnd, 'end')
      takeEdit()
    },
  }))

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const meaning = readKey({ ...keyOf(event), isComposing: event.nativeEvent.isComposing }, list.open)
    if (meaning === 'type') return
    event.preventDefault()
    event.stopPropagation()
    if (meaning === 'send') actions.send()
    else if (meaning === 'close') list.close()
    else if (meaning === 'pick') list.pick()
    else list.move(meaning === 'next' ? 1 : -1)
  }

  const onPaste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files]
    if (onAttach === null || files.length === 0) return
    event.preventDefault()
    actions.attachFiles(files)
  }

  return (
    <div className="chat-editor">
      {list.open && <Suggestions id={listId} list={list} />}
      <div className="chat-editor-scroll">
        <div className="chat-editor-text" aria-hidden>
          {content.map((part, index) =>
            part.type === 'input_tag' ? (
              <mark key={index}>{partText(part)}</mark>
            ) : (
              <span key={index}>{part.text}</span>
            ),
          )}
          {'\u200b'}
        </div>
        <textarea
          ref={field}
          rows={1}
          aria-label={messages.message}
          placeholder={placeholder}
          disabled={disabled}
          defaultValue={text}
          {...(mentions || commands ? { 'aria-autocomplete': 'list' as const } : {})}
          aria-controls={list.open ? listId : undefined}
          aria-activedescendant={list.open && list.options.length > 0 ? `${listId}-${list.active}` : undefined}
          enterKeyHint="send"
          onChange={takeEdit}
          onSelect={list.look}
          onBlur={list.close}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
      </div>
    </div>
  )
}

/** The parts of React's event that `readKey` looks at. */
function keyOf({ key, shiftKey, altKey, ctrlKey, metaKey, keyCode }: KeyboardEvent) {
  return { key, shiftKey, altKey, ctrlKey, metaKey, keyCode }
}
