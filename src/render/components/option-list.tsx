import { Check } from '@openai/apps-sdk-ui/components/Icon'
import { type ReactNode, useEffect, useRef } from 'react'
import type { SelectOption } from '../../kit/index.ts'
import { useLabels } from '../labels.ts'

/** The options to show, and where the keyboard is among them. */
export interface OptionListProps {
  id: string
  label: string | undefined
  labelledBy: string | undefined
  options: readonly SelectOption[]
  idOf(option: SelectOption): string
  selected: string
  /** The option the keyboard or the mouse is at. */
  active: string
  onActive(value: string): void
  onChoose(option: SelectOption): void
}

/** The options of a Select; the focus stays outside, `active` says where the keyboard is. */
export function OptionList(props: OptionListProps): ReactNode {
  const { id, label, labelledBy, options, idOf, selected, active, onActive, onChoose } = props
  const labels = useLabels()
  const list = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the active option may have moved
  useEffect(() => {
    list.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' })
  }, [active, options])
  if (options.length === 0) return <p className="pk-options-empty">{labels.noResults}</p>
  return (
    <div
      ref={list}
      id={id}
      className="pk-options"
      role="listbox"
      aria-label={label}
      aria-labelledby={labelledBy}
      tabIndex={-1}
    >
      {options.map((option) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard where the focus is, on the control
        <div
          key={option.value}
          id={idOf(option)}
          className="pk-option"
          role="option"
          tabIndex={-1}
          aria-selected={option.value === selected}
          aria-disabled={option.disabled || undefined}
          data-active={(option.value === active && !option.disabled) || undefined}
          onPointerMove={() => option.disabled || option.value === active || onActive(option.value)}
          onMouseDown={(event) => event.preventDefault()} // the focus stays on the control
          onClick={() => onChoose(option)}
        >
          <span className="pk-option-check">{option.value === selected && <Check aria-hidden />}</span>
          <span>
            {option.label}
            {option.description && <small>{option.description}</small>}
          </span>
        </div>
      ))}
    </div>
  )
}
