import { AtSign } from '@openai/apps-sdk-ui/components/Icon'
import type { RefObject } from 'react'
import type { ChatOptions } from '../../chat/options.ts'
import { IconButton } from '../parts/icon-button.tsx'
import { useMessages } from '../view-context.ts'
import { AddMenu } from './add-menu.tsx'
import { DictationButton } from './dictation-button.tsx'
import type { EditorHandle } from './editor.tsx'
import { ModelPicker } from './model-picker.tsx'
import { SendButton } from './send-button.tsx'
import { ToolPills } from './tool-pills.tsx'

interface ComposerBarProps {
  options: ChatOptions
  locked: boolean
  editor: RefObject<EditorHandle | null>
  /** The file picker. */
  files: RefObject<HTMLInputElement | null>
}

/** The buttons of the composer: what can be added on the left, who answers and sending on the right. */
export function ComposerBar({ options: { composer, entities }, locked, editor, files }: ComposerBarProps) {
  const messages = useMessages()
  return (
    <div className="chat-composer-bar">
      <div className="chat-composer-side">
        <AddMenu attachments={composer.attachments} tools={composer.tools} locked={locked} files={files} />
        {entities.showComposerMenu && entities.onTagSearch !== null && (
          <IconButton
            label={messages.mention}
            icon={AtSign}
            disabled={locked}
            onClick={() => editor.current?.type('@')}
          />
        )}
        <ToolPills tools={composer.tools} locked={locked} />
      </div>
      <div className="chat-composer-side">
        <ModelPicker models={composer.models} locked={locked} />
        {composer.dictation.enabled && <DictationButton locked={locked} />}
        <SendButton editor={editor} />
      </div>
    </div>
  )
}
