import { Button } from '@openai/apps-sdk-ui/components/Button'
import { DropdownVector, X } from '@openai/apps-sdk-ui/components/Icon'
import { Popover } from 'radix-ui'
import type { AriaAttributes, KeyboardEvent, ReactNode } from 'react'
import type { ControlSize, ControlVariant, Side, TextAlign } from '../../kit/index.ts'
import { useLabels } from '../labels.ts'

/** What a control with a panel shows, and how its panel opens. */
export interface PickerProps extends AriaAttributes {
  id: string
  role?: 'combobox'
  /** What is chosen, in words; null shows the placeholder. */
  text: string | null
  placeholder: string
  icon?: ReactNode
  variant?: ControlVariant | undefined
  size?: ControlSize | undefined
  pill?: boolean | undefined
  block?: boolean | undefined
  disabled?: boolean | undefined
  inert: boolean
  open: boolean
  onOpenChange(open: boolean): void
  onKeyDown?(event: KeyboardEvent): void
  /** Present when there is something to clear. */
  onClear?: (() => void) | undefined
  side?: Side | undefined
  align?: TextAlign | undefined
  /** What kind of panel opens, and its name for those who do not see it. */
  panel: { role: 'dialog' | 'presentation'; label?: string }
  /** Moves the focus when the panel has opened; without it the focus stays on the control. */
  onOpened?(panel: HTMLElement): void
  children: ReactNode
}

/** A button that shows what is chosen, and a panel that opens from it. Clearing is a button of its own, beside. */
export function Picker(props: PickerProps): ReactNode {
  const { id, role, text, placeholder, icon, variant = 'outline', size = 'md', pill = false, block = false } = props
  const { disabled = false, inert, open, onOpenChange, onKeyDown, onClear, side = 'bottom', align = 'start' } = props
  const { panel, onOpened, children, ...rest } = props
  const labels = useLabels()
  const textId = `${id}-text`
  const aria = Object.fromEntries(Object.entries(rest).filter(([name]) => name.startsWith('aria-')))
  return (
    <>
      <Popover.Root open={open && !inert} onOpenChange={onOpenChange}>
        <Popover.Trigger asChild>
          <Button
            id={id}
            role={role}
            className="pk-picker-button"
            color="primary"
            variant={variant}
            size={size}
            pill={pill}
            block={block}
            disabled={disabled}
            aria-disabled={inert || undefined}
            data-empty={text === null || undefined}
            data-clearable={onClear ? true : undefined}
            onKeyDown={onKeyDown}
            aria-describedby={role === undefined && text !== null ? textId : undefined} // its name is the label's
            {...aria}
          >
            {icon}
            <span id={textId} className="pk-picker-text">
              {text ?? placeholder}
            </span>
            <DropdownVector className="pk-picker-arrow" aria-hidden />
          </Button>
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content
            className="pk-panel"
            role={panel.role}
            aria-label={panel.label}
            side={side}
            align={align}
            sideOffset={6}
            collisionPadding={12}
            onCloseAutoFocus={(event) => {
              if (hasFocus()) event.preventDefault() // who has gone on is not called back
            }}
            onOpenAutoFocus={(event) => {
              event.preventDefault()
              if (event.currentTarget instanceof HTMLElement) onOpened?.(event.currentTarget)
            }}
          >
            {children}
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
      {onClear && !disabled && (
        <button type="button" className="pk-picker-clear" aria-label={labels.clear} onClick={onClear} disabled={inert}>
          <X aria-hidden />
        </button>
      )}
    </>
  )
}

/** Whether anything has the focus, seen from inside shadow roots. */
function hasFocus(): boolean {
  let element = document.activeElement
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
  return element !== null && element !== document.body
}
