import { formatMonth, type Messages } from '../../locale/index.ts'

interface Dated {
  id: string
  created_at: string
}

/** Rows under one heading. */
export interface DateGroup<Row> {
  label: string
  rows: Row[]
}

const startOfDay = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate())

/** Whole days between two local days; rounded, because a day with a clock change is not 24 hours long. */
function daysBefore(now: Date, date: Date): number {
  return Math.round((startOfDay(now).getTime() - startOfDay(date).getTime()) / 86_400_000)
}

/**
 * Puts rows under Today, Yesterday, Previous 7 and 30 days, and then months, in the order they come in. A date that
 * cannot be read, or lies in the future, counts as today.
 */
export function groupByDate<Row extends Dated>(
  rows: readonly Row[],
  now: Date,
  { messages, locale }: { messages: Messages; locale: string },
): DateGroup<Row>[] {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const date = new Date(row.created_at)
    const days = Number.isNaN(date.getTime()) ? 0 : daysBefore(now, date)
    const label =
      days <= 0
        ? messages.today
        : days === 1
          ? messages.yesterday
          : days <= 7
            ? messages.previous7Days
            : days <= 30
              ? messages.previous30Days
              : formatMonth(date, locale)
    const group = groups.get(label)
    if (group === undefined) groups.set(label, [row])
    else group.push(row)
  }
  return [...groups].map(([label, grouped]) => ({ label, rows: grouped }))
}
