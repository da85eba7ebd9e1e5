import { Paperclip, PlusLg } from '@openai/apps-sdk-ui/components/Icon'
import type { ToolOption } from '@openai/chatkit'
import type { RefObject } from 'react'
import { IconView } from '../../../render/index.ts'
import type { ChatOptions } from '../../chat/options.ts'
import { MenuButton } from '../parts/menu-button.tsx'
import type { MenuItem } from '../parts/menu-panel.tsx'
import { useActions, useChat, useMessages } from '../view-context.ts'

interface AddMenuProps {
  attachments: ChatOptions['composer']['attachments']
  tools: readonly ToolOption[]
  locked: boolean
  /** The file picker, which this draws. */
  files: RefObject<HTMLInputElement | null>
}

/** The "+" button: files, and the tools that are not pinned beside it. */
export function AddMenu({ attachments, tools, locked, files }: AddMenuProps) {
  const messages = useMessages()
  const actions = useActions()
  const toolId = useChat((state) => state.composer.toolId)
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
