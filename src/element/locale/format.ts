/** Seconds as people say them: "4 seconds", "2 minutes". */
export function formatDuration(seconds: number, locale: string): string {
  const [value, unit] = seconds < 60 ? [seconds, 'second'] : [seconds / 60, 'minute']
  const amount = Math.max(1, Math.round(value))
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(amount)
}

/** A month and its year, as a heading. */
export function formatMonth(date: Date, locale: string): string {
  return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric' }).format(date)
}

/** A day, or null when the server's text is no date. */
export function formatDay(date: string, locale: string): string | null {
  const time = Date.parse(date)
  return Number.isNaN(time) ? null : new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(time)
}

/** A share of 1 in percent. */
export function formatPercent(share: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(share)
}
