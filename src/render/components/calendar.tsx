import { ChevronLeft, ChevronRight } from '@openai/apps-sdk-ui/components/Icon'
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useLabels } from '../labels.ts'
import { type Direction, useDirection } from '../portal/direction.ts'
import { addDays, addMonths, type CivilDate, firstDayOfWeek, formatDate, today, weeksOf } from './civil-date.ts'

/** What a calendar shows, and whom it tells. */
export interface CalendarProps {
  value: CivilDate | null
  /** First and last day that can be chosen. */
  min: CivilDate | null
  max: CivilDate | null
  locale: string | undefined
  onChoose(date: CivilDate): void
}

/** One month to choose a day from, by mouse or with arrow keys, Page Up and Page Down, Home and End. */
export function Calendar({ value, min, max, locale, onChoose }: CalendarProps): ReactNode {
  const labels = useLabels()
  const dir = useDirection()
  const titleId = useId()
  const grid = useRef<HTMLTableElement>(null)
  const [cursor, setCursor] = useState(() => within(value ?? today(), min, max))
  const weeks = weeksOf(cursor, firstDayOfWeek(locale))
  const weekday = weekdayStyle(weeks[0] ?? [], locale)
  const month = cursor.slice(0, 7)
  const isOpen = (date: CivilDate) => (min === null || date >= min) && (max === null || date <= max)

  const onKeyDown = (event: KeyboardEvent) => {
    const target = moved(cursor, event.key, dir)
    if (target === null) return
    event.preventDefault()
    flushSync(() => setCursor(within(target, min, max)))
    grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
  }
  return (
    <div className="pk-calendar">
      <div className="pk-calendar-head">
        <span id={titleId} aria-live="polite">
          {formatDate(cursor, locale, { month: 'long', year: 'numeric' })}
        </span>
        <MonthButton
          label={labels.previousMonth}
          disabled={min !== null && `${month}-01` <= min}
          onClick={() => setCursor(within(addMonths(cursor, -1), min, max))}
          icon={<ChevronLeft className="pk-mirror" aria-hidden />}
        />
        <MonthButton
          label={labels.nextMonth}
          disabled={max !== null && addMonths(`${month}-01`, 1) > max}
          onClick={() => setCursor(within(addMonths(cursor, 1), min, max))}
          icon={<ChevronRight className="pk-mirror" aria-hidden />}
        />
      </div>
      <table ref={grid} aria-labelledby={titleId} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            {weeks[0]?.map((date) => (
              <th key={date} scope="col" abbr={formatDate(date, locale, { weekday: 'long' })}>
                {formatDate(date, locale, { weekday })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((date) => (
                <td key={date}>
                  {date.startsWith(month) && (
                    <button
                      type="button"
                      tabIndex={date === cursor ? 0 : -1}
                      disabled={!isOpen(date)}
                      aria-pressed={date === value}
                      aria-current={date === today() ? 'date' : undefined}
                      aria-label={formatDate(date, locale, { dateStyle: 'full' })}
                      onClick={() => onChoose(date)}
                    >
                      {new Intl.NumberFormat(locale).format(Number(date.slice(8)))}
                    </button>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function MonthButton({
  label,
  icon,
  ...button
}: {
  label: string
  icon: ReactNode
  disabled: boolean
  onClick(): void
}): ReactNode {
  return (
    <button type="button" className="pk-calendar-step" aria-label={label} {...button}>
      {icon}
    </button>
  )
}

function within(date: CivilDate, min: CivilDate | null, max: CivilDate | null): CivilDate {
  if (min !== null && date < min) return min
  return max !== null && date > max ? max : date
}

/** Letters a weekday may have to fit over its column. */
const longestWeekday = 4

/** Short names, or the narrow ones where a language's short names are long. */
function weekdayStyle(week: readonly CivilDate[], locale: string | undefined): 'short' | 'narrow' {
  const fits = week.every((date) => formatDate(date, locale, { weekday: 'short' }).length <= longestWeekday)
  return fits ? 'short' : 'narrow'
}

function moved(from: CivilDate, key: string, dir: Direction): CivilDate | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(from, dir === 'rtl' ? 1 : -1)
    case 'ArrowRight':
      return addDays(from, dir === 'rtl' ? -1 : 1)
    case 'ArrowUp':
      return addDays(from, -7)
    case 'ArrowDown':
      return addDays(from, 7)
    case 'PageUp':
      return addMonths(from, -1)
    case 'PageDown':
      return addMonths(from, 1)
    case 'Home':
      return `${from.slice(0, 8)}01`
    case 'End':
      return addDays(addMonths(`${from.slice(0, 8)}01`, 1), -1)
    default:
      return null
  }
}
