import { Check } from '@openai/apps-sdk-ui/components/Icon'
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { nextItem } from './next-item.ts'
import type { Placement } from './place-beside.ts'
import { Popover } from './popover.tsx'

export interface MenuItem {
  id: string
  label: string
  description?: string | undefined
  icon?: ReactNode
  /** Given: one of several choices. */
  checked?: boolean
  disabled?: boolean | undefined
  danger?: boolean
  onSelect(): void
}

interface MenuPanelProps {
  id: string
  label: string
  items: readonly MenuItem[]
  anchor: RefObject<HTMLElement | null>
  placement: Placement
  onClose(refocus: boolean): void
}

/** An open menu: arrow keys, Home, End, first letters, Esc. It takes the focus when it appears. */
export function MenuPanel({ id, label, items, anchor, placement, onClose }: MenuPanelProps) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const chosen = list.current?.querySelector<HTMLElement>('[aria-checked=true]')
    const first = list.current?.querySelector<HTMLElement>('[role^=menuitem]')
    ;(chosen ?? first)?.focus({ preventScroll: true })
  }, [])
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Tab') return onClose(false)
    if (event.key === 'Escape') {
      event.stopPropagation()
      return onClose(true)
    }
    moveFocus(event)
  }
  return (
    <Popover anchor={anchor} placement={placement} onClose={() => onClose(false)} className="chat-menu">
      <div ref={list} id={id} role="menu" aria-label={label} tabIndex={-1} onKeyDown={onKeyDown}>
        {items.map((item) => (
          <button
            key={item.id}
            type="button"
            {...(item.checked === undefined
              ? { role: 'menuitem' }
              : { role: 'menuitemradio', 'aria-checked': item.checked })}
            aria-disabled={item.disabled}
            className="chat-menu-item"
            data-danger={item.danger}
            tabIndex={-1}
            onClick={() => {
              if (item.disabled) return
              onClose(true)
              item.onSelect()
            }}
          >
            {item.icon !== undefined && <span className="chat-menu-icon">{item.icon}</span>}
            <span className="chat-menu-text">
              {item.label}
              {item.description !== undefined && <span className="chat-menu-description">{item.description}</span>}
            </span>
            {item.checked && <Check aria-hidden className="chat-menu-check" />}
          </button>
        ))}
      </div>
    </Popover>
  )
}

/** Moves the focus among the menu's items as the pressed key says. */
function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role^=menuitem]')]
  const current = items.findIndex((item) => event.target instanceof Node && item.contains(event.target))
  const next = nextItem(
    event.key,
    current,
    items.map((item) => item.textContent),
  )
  if (next === null) return
  event.preventDefault()
  items[next]?.focus()
}
