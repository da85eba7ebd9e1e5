import { Calendar as CalendarIcon } from '@openai/apps-sdk-ui/components/Icon'
import { type ReactNode, useState } from 'react'
import type { DatePicker } from '../../kit/index.ts'
import { useWidget } from '../action/widget-context.ts'
import type { FieldControl } from '../form/use-field.ts'
import { useLabels } from '../labels.ts'
import { Calendar } from './calendar.tsx'
import { type CivilDate, civilDate, formatDate } from './civil-date.ts'
import { Picker } from './picker.tsx'

/** What the eager part of a DatePicker hands to the loaded one. */
export interface DateMenuProps {
  node: DatePicker
  field: FieldControl<CivilDate | null>
  inert: boolean
  onChange(date: CivilDate | null): void
}

/** The control and the calendar of a DatePicker. */
export default function DateMenu({ node, field, inert, onChange }: DateMenuProps): ReactNode {
  const { clearable, disabled, variant, size, pill, block, side, align } = node
  const { locale } = useWidget()
  const labels = useLabels()
  const [open, setOpen] = useState(false)
  const placeholder = node.placeholder ?? labels.datePlaceholder
  return (
    <Picker
      id={field.id}
      aria-label={field.ariaLabel}
      icon={<CalendarIcon aria-hidden />}
      text={field.value && formatDate(field.value, locale, { dateStyle: 'medium' })}
      placeholder={placeholder}
      {...{ variant, size, pill, block, side, align, disabled, inert, open }}
      onOpenChange={setOpen}
      onClear={clearable && field.value ? () => onChange(null) : undefined}
      panel={{ role: 'dialog', label: field.ariaLabel ?? placeholder }}
      onOpened={(panel) => panel.querySelector<HTMLElement>('td [tabindex="0"]')?.focus()}
    >
      <Calendar
        value={field.value}
        min={civilDate(node.min)}
        max={civilDate(node.max)}
        locale={locale}
        onChoose={(date) => {
          setOpen(false)
          if (date !== field.value) onChange(date)
        }}
      />
    </Picker>
  )
}
