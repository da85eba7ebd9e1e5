import {
  ArrowUp,
  AtSign,
  ChevronDown,
  Mic,
  Paperclip,
  PlusLg,
  Spin,
  Stop,
  X,
} from '@openai/apps-sdk-ui/components/Icon'
import type { ToolOption } from '@openai/chatkit'
import { type RefObject, useRef } from 'react'
import { IconView } from '../../../render/index.ts'
import type { ChatOptions } from '../../chat/options.ts'
import { canSend, canStop } from '../../chat/selectors.ts'
import { IconButton } from '../parts/icon-button.tsx'
import { MenuButton } from '../parts/menu-button.tsx'
import type { MenuItem } from '../parts/menu-panel.tsx'
import { useActions, useChat, useMessages } from '../view-context.ts'
import type { EditorHandle } from './editor.tsx'

interface ComposerBarProps {
  options: ChatOptions
  locked: boolean
  editor: RefObject<EditorHandle | null>
}

/** The buttons of the composer: what can be added on the left, who answers and sending on the right. */
export function ComposerBar({ options: { composer, entities }, locked, editor }: ComposerBarProps) {
  const messages = useMessages()
  return (
    <div className="chat-composer-bar">
      <div className="chat-composer-side">
        <AddMenu attachments={composer.attachments} tools={composer.tools} locked={locked} />
        {entities.showComposerMenu && entities.onTagSearch !== null && (
          <IconButton
            label={messages.mention}
            icon={AtSign}
            disabled={locked}
            onClick={() => editor.current?.type('@')}
          />
        )}
        <Tools tools={composer.tools} locked={locked} />
      </div>
      <div className="chat-composer-side">
        <ModelPicker models={composer.models} locked={locked} />
        {composer.dictation.enabled && <DictationButton locked={locked} />}
        <SendButton editor={editor} />
      </div>
    </div>
  )
}

interface AddMenuProps {
  attachments: ChatOptions['composer']['attachments']
  tools: readonly ToolOption[]
  locked: boolean
}

/** The "+" button: files, and the tools that are not pinned beside it. */
function AddMenu({ attachments, tools, locked }: AddMenuProps) {
  const messages = useMessages()
  const actions = useActions()
  const toolId = useChat((state) => state.composer.toolId)
  const files = useRef<HTMLInputElement>(null)
  const inMenu = tools.filter(({ pinned }) => !pinned)
  if (!attachments.enabled && inMenu.length === 0) return null

  const attach: MenuItem = {
    id: 'attach',
    label: messages.attach,
    icon: <Paperclip aria-hidden />,
    onSelect: () => files.current?.click(),
  }
  const items = inMenu.map(
    ({ id, label, icon }): MenuItem => ({
      id: `tool:${id}`,
      label,
      icon: <IconView name={icon} />,
      checked: id === toolId,
      onSelect: () => actions.selectTool(id === toolId ? null : id),
    }),
  )
  return (
    <>
      <MenuButton
        label={inMenu.length === 0 ? messages.attach : messages.addToMessage}
        items={attachments.enabled ? [attach, ...items] : items}
        placement={{ side: 'above', align: 'start' }}
        disabled={locked}
      >
        <PlusLg aria-hidden />
      </MenuButton>
      {attachments.enabled && (
        <input
          ref={files}
          type="file"
          hidden
          multiple={attachments.maxCount > 1}
          accept={acceptText(attachments.accept)}
          aria-label={messages.attach}
          onChange={({ currentTarget }) => {
            actions.attachFiles([...(currentTarget.files ?? [])])
            currentTarget.value = '' // so that the same file can be chosen again
          }}
        />
      )}
    </>
  )
}

/** `{ 'image/*': ['.png'] }` as the `accept` of a file input. */
function acceptText(accept: Record<string, string[]> | null): string | undefined {
  return accept === null ? undefined : Object.entries(accept).flat(2).join(',')
}

/** Pinned tools, and the chosen one as a pill with a cross. */
function Tools({ tools, locked }: { tools: readonly ToolOption[]; locked: boolean }) {
  const messages = useMessages()
  const { selectTool } = useActions()
  const toolId = useChat((state) => state.composer.toolId)
  return tools
    .filter(({ id, pinned }) => pinned || id === toolId)
    .map(({ id, label, shortLabel, icon }) => {
      const chosen = id === toolId
      return (
        <button
          key={id}
          type="button"
          className="chat-tool"
          data-chosen={chosen}
          aria-pressed={chosen}
          aria-label={chosen ? messages.removeTool(label) : label}
          title={label}
          disabled={locked}
          onClick={() => selectTool(chosen ? null : id)}
        >
          <IconView name={icon} />
          <span>{shortLabel ?? label}</span>
          {chosen && <X aria-hidden className="chat-tool-remove" />}
        </button>
      )
    })
}

function ModelPicker({ models, locked }: { models: ChatOptions['composer']['models']; locked: boolean }) {
  const messages = useMessages()
  const { selectModel } = useActions()
  const modelId = useChat((state) => state.composer.modelId)
  if (models.length === 0) return null
  const chosen = models.find(({ id }) => id === modelId)
  return (
    <MenuButton
      label={chosen === undefined ? messages.model : `${messages.model}: ${chosen.label}`}
      className="chat-model"
      placement={{ side: 'above', align: 'end' }}
      disabled={locked}
      items={models.map(({ id, label, description, disabled }) => ({
        id,
        label,
        description,
        disabled,
        checked: id === modelId,
        onSelect: () => selectModel(id),
      }))}
    >
      <span>{chosen?.label ?? messages.model}</span>
      <ChevronDown aria-hidden />
    </MenuButton>
  )
}

function DictationButton({ locked }: { locked: boolean }) {
  const messages = useMessages()
  const actions = useActions()
  const dictation = useChat((state) => state.composer.dictation)
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

/** Sends, or stops the running answer when the server allows it. Afterwards the focus is back in the text. */
function SendButton({ editor }: { editor: RefObject<EditorHandle | null> }) {
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
