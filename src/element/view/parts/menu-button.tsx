import { type ReactNode, useId, useRef, useState } from 'react'
import { type MenuItem, MenuPanel } from './menu-panel.tsx'
import type { Placement } from './place-beside.ts'

interface MenuButtonProps {
  label: string
  className?: string
  items: readonly MenuItem[]
  placement: Placement
  disabled?: boolean
  /** What the button shows. */
  children: ReactNode
}

/** A button that opens a menu; when the menu closes by key or choice, the focus comes back to the button. */
export function MenuButton({ label, className, items, placement, disabled, children }: MenuButtonProps) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className ?? 'chat-icon-button'}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        disabled={disabled}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
          event.preventDefault()
          setOpen(true)
        }}
      >
        {children}
      </button>
      {open && (
        <MenuPanel
          id={id}
          label={label}
          items={items}
          anchor={button}
          placement={placement}
          onClose={(refocus) => {
            setOpen(false)
            if (refocus) button.current?.focus()
          }}
        />
      )}
    </>
  )
}
