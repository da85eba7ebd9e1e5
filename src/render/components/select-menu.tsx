import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import type { Select, SelectOption } from '../../kit/index.ts'
import type { FieldControl } from '../form/use-field.ts'
import { useLabels } from '../labels.ts'
import { OptionList } from './option-list.tsx'
import { Picker } from './picker.tsx'
import { createTypeahead, step } from './select-keys.ts'

/** What the eager part of a Select hands to the loaded one. */
export interface SelectMenuProps {
  node: Select
  field: FieldControl<string>
  inert: boolean
  onChange(value: string): void
}

/** From this many options on there is a search field. */
const searchableFrom = 16

/** The control and the list of a Select: a combobox whose focus stays where it is, on the button or in the search field. */
export default function SelectMenu({ node, field, inert, onChange }: SelectMenuProps): ReactNode {
  const { options, placeholder, clearable, disabled, variant, size, pill, block } = node
  const searchable = node.searchable ?? options.length >= searchableFrom
  const labels = useLabels()
  const listId = useId()
  const [open, setOpen] = useState(false)
  const [query, setQuery] = useState('')
  const [active, setActive] = useState('')
  const [typeahead] = useState(createTypeahead)
  const shown = options.filter((option) => matches(option, query))
  const selected = options.find(({ value }) => value === field.value)

  const toggle = (next: boolean) => {
    setOpen(next)
    if (!next) return
    setQuery('')
    setActive(selected?.value ?? step(options, '', 'first'))
  }
  const choose = (option: SelectOption | undefined) => {
    if (!option || option.disabled) return
    setOpen(false)
    if (option.value !== field.value) onChange(option.value)
  }
  const search = (text: string) => {
    setQuery(text)
    setActive(
      step(
        options.filter((option) => matches(option, text)),
        '',
        'first',
      ),
    )
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const move = moves[event.key]
    if (move && !open) toggle(true)
    else if (move) setActive(step(shown, active, move))
    else if (open && (event.key === 'Enter' || (event.key === ' ' && !searchable))) choose(shown.find(isActive))
    else if (open && event.key === 'Tab') return setOpen(false)
    else if (!searchable && event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey) {
      if (!open) toggle(true)
      setActive((now) => typeahead(options, now, event.key, event.timeStamp))
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  const isActive = ({ value }: SelectOption) => value === active
  const activeId = open && shown.some(isActive) ? optionId(listId, options, active) : undefined

  return (
    <Picker
      id={field.id}
      role="combobox"
      aria-haspopup="listbox"
      aria-expanded={open}
      aria-controls={open ? listId : undefined}
      aria-activedescendant={searchable ? undefined : activeId}
      aria-label={field.ariaLabel}
      text={selected?.label ?? null}
      placeholder={placeholder ?? labels.selectPlaceholder}
      {...{ variant, size, pill, block, disabled, inert, open, onKeyDown }}
      onOpenChange={toggle}
      onClear={clearable && selected ? () => onChange('') : undefined}
      panel={{ role: 'presentation' }}
      onOpened={(panel) => panel.querySelector('input')?.focus()}
    >
      {searchable && (
        <input
          className="pk-search"
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={activeId}
          aria-label={labels.search}
          placeholder={labels.search}
          autoComplete="off"
          value={query}
          onChange={(event) => search(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      )}
      <OptionList
        id={listId}
        label={field.ariaLabel}
        labelledBy={field.labelledBy}
        options={shown}
        idOf={(option) => optionId(listId, options, option.value)}
        selected={field.value}
        active={active}
        onActive={setActive}
        onChoose={choose}
      />
    </Picker>
  )
}

const moves: Readonly<Record<string, 'next' | 'previous' | 'first' | 'last'>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
}

function optionId(listId: string, options: readonly SelectOption[], value: string): string {
  return `${listId}-${options.findIndex((option) => option.value === value)}`
}

function matches({ label, description = '' }: SelectOption, query: string): boolean {
  const text = query.trim().toLocaleLowerCase()
  return label.toLocaleLowerCase().includes(text) || description.toLocaleLowerCase().includes(text)
}
