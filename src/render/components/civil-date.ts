/** A day of the calendar without time or zone: `2026-11-20`. Days compare as strings. */
export type CivilDate = string

const dayMs = 86_400_000

/** The day an ISO date or datetime names, as it is written there; null when it names none. */
export function civilDate(iso: string | undefined): CivilDate | null {
  const [date] = /^\d{4}-\d{2}-\d{2}(?=T|$)/.exec(iso ?? '') ?? []
  return date !== undefined && fromUtc(toUtc(date)) === date ? date : null
}

/** The day it is now, here. */
export function today(now = new Date()): CivilDate {
  return fromUtc(new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())))
}

/** The day so many days later, or earlier. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return fromUtc(new Date(toUtc(date).getTime() + days * dayMs))
}

/** The same day of another month, or that month's last day where it is shorter. */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const utc = toUtc(date)
  const day = utc.getUTCDate()
  utc.setUTCDate(1)
  utc.setUTCMonth(utc.getUTCMonth() + months)
  const last = new Date(Date.UTC(utc.getUTCFullYear(), utc.getUTCMonth() + 1, 0)).getUTCDate()
  utc.setUTCDate(Math.min(day, last))
  return fromUtc(utc)
}

/** The weeks that hold a month, seven days each, beginning on `firstDay` (1 is Monday, 7 Sunday). */
export function weeksOf(date: CivilDate, firstDay: number): CivilDate[][] {
  const month = date.slice(0, 7)
  const first = `${month}-01`
  let day = addDays(first, -((toUtc(first).getUTCDay() - firstDay + 7) % 7))
  const weeks: CivilDate[][] = []
  while (day.slice(0, 7) <= month) {
    const from = day
    weeks.push(Array.from({ length: 7 }, (_, index) => addDays(from, index)))
    day = addDays(day, 7)
  }
  return weeks
}

/** Writes a day in the words of a language, of the calendar that all of these days are of. */
export function formatDate(date: CivilDate, locale: string | undefined, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, { calendar: 'gregory', ...options, timeZone: 'UTC' }).format(toUtc(date))
}

/** The day weeks begin with where a language is spoken: 1 is Monday, 7 Sunday. Monday where the browser does not know. */
export function firstDayOfWeek(locale: string | undefined): number {
  const tag: Intl.Locale & WeekInfo = new Intl.Locale(locale ?? new Intl.DateTimeFormat().resolvedOptions().locale)
  return (tag.getWeekInfo?.() ?? tag.weekInfo)?.firstDay ?? 1
}

/** Newer than TypeScript's own types; a property in older browsers. */
interface WeekInfo {
  getWeekInfo?(): { firstDay: number }
  weekInfo?: { firstDay: number }
}

function toUtc(date: CivilDate): Date {
  return new Date(`${date}T00:00:00Z`)
}

function fromUtc(date: Date): CivilDate {
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10)
}
