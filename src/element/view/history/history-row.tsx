import { DotsHorizontal, EditPencil, Trash } from '@openai/apps-sdk-ui/components/Icon'
import { useEffect, useRef, useState } from 'react'
import type { ThreadMetadata } from '../../../protocol/index.ts'
import { formatAge } from '../../locale/index.ts'
import { MenuButton } from '../parts/menu-button.tsx'
import type { MenuItem } from '../parts/menu-panel.tsx'
import { useActions, useView } from '../view-context.ts'
import { RenameField } from './rename-field.tsx'

interface HistoryRowProps {
  thread: ThreadMetadata
  /** The chat that is open behind the panel. */
  current: boolean
  /** A rename or delete of this thread is on its way. */
  pending: boolean
  /** Null: not offered. */
  onRename: ((title: string) => void) | null
  onDelete: (() => void) | null
}

/** One chat: its title opens it, its menu renames it in place or asks to delete it. */
export function HistoryRow({ thread, current, pending, onRename, onDelete }: HistoryRowProps) {
  const { messages, locale } = useView()
  const { openThread } = useActions()
  const [renaming, setRenaming] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const refocus = useRef(false)
  useEffect(() => {
    if (!renaming && refocus.current) opener.current?.focus()
    refocus.current = false
  }, [renaming])
  const title = thread.title ?? messages.untitled

  const items: MenuItem[] = []
  if (onRename !== null) {
    items.push({
      id: 'rename',
      label: messages.rename,
      icon: <EditPencil aria-hidden />,
      onSelect: () => setRenaming(true),
    })
  }
  if (onDelete !== null) {
    items.push({
      id: 'delete',
      label: messages.delete,
      icon: <Trash aria-hidden />,
      danger: true,
      onSelect: onDelete,
    })
  }

  if (renaming && onRename !== null) {
    return (
      <li className="chat-history-row">
        <RenameField
          title={title}
          onDone={(next, byKey) => {
            setRenaming(false)
            refocus.current = byKey
            if (next !== null) onRename(next)
          }}
        />
      </li>
    )
  }
  return (
    <li className="chat-history-row" data-current={current} data-pending={pending}>
      <button
        ref={opener}
        type="button"
        className="chat-history-title"
        dir="auto"
        aria-current={current ? 'true' : undefined}
        title={formatAge(thread.created_at, new Date(), locale) ?? undefined}
        onClick={() => openThread(thread.id)}
      >
        {title}
      </button>
      {items.length > 0 && (
        <MenuButton
          label={messages.optionsFor(title)}
          className="chat-icon-button chat-history-options"
          items={items}
          placement={{ side: 'below', align: 'end' }}
          disabled={pending}
        >
          <DotsHorizontal aria-hidden />
        </MenuButton>
      )}
    </li>
  )
}
