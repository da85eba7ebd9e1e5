import type { Chart } from '../../kit/index.ts'

/** What a series is called. */
export function seriesName({ label, dataKey }: Chart['series'][number]): string {
  return label ?? dataKey
}

/** The axis of names, written out. */
export function axisOf({ xAxis }: Chart): Exclude<Chart['xAxis'], string> {
  return typeof xAxis === 'string' ? { dataKey: xAxis } : xAxis
}

/** What stands at the axis for a value of its column. */
export function axisLabel(chart: Chart, value: unknown): string {
  return own(axisOf(chart).labels ?? {}, `${value}`) ?? `${value ?? ''}`
}

/** A value of a record that came as data: nothing it inherits counts. */
export function own<Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined
}

/** A value as it is shown: numbers in the digits and marks of the locale. */
export function shownValue(value: unknown, locale: string | undefined): string {
  if (typeof value === 'number') return new Intl.NumberFormat(locale).format(value)
  return value === undefined ? '' : `${value}`
}
