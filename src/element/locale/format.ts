/** A number as it is written in the locale: its digits and its marks. */
export function formatNumber(value: number, locale: string): string {
  return new Intl.NumberFormat(locale).format(value)
}

/** Seconds as people say them: "4 seconds", "2 minutes". */
export function formatDuration(seconds: number, locale: string): string {
  const [value, unit] = seconds < 60 ? [seconds, 'second'] : [seconds / 60, 'minute']
  const amount = Math.max(1, Math.round(value))
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(amount)
}

const sizes = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** A number of bytes in the largest unit that fits, of 1024 each: "1.5 MB". */
export function formatSize(bytes: number, locale: string): string {
  const step = bytes < 1 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), sizes.length - 1)
  const unit = sizes[step] ?? 'byte'
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: 1,
  }).format(bytes / 1024 ** step)
}

/** Several things in a row: "a, b and c". */
export function formatList(entries: readonly string[], locale: string): string {
  return new Intl.ListFormat(locale).format(entries)
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

const ages = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['week', 7 * 86_400],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const

/** How long ago something was: "3 hours ago", "yesterday"; null when the server's text is no date. */
export function formatAge(date: string, now: Date, locale: string): string | null {
  const seconds = (now.getTime() - Date.parse(date)) / 1000
  if (Number.isNaN(seconds)) return null
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const [unit, length] = ages.find(([, long]) => seconds >= long) ?? ['second', Number.POSITIVE_INFINITY]
  return format.format(-Math.floor(Math.max(seconds, 0) / length), unit)
}

/** A share of 1 in percent. */
export function formatPercent(share: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(share)
}
