import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths, civilDate, firstDayOfWeek, formatDate, today, weeksOf } from './civil-date.ts'

test.each([
  ['2026-11-20', '2026-11-20'],
  ['2026-11-20T23:59:00Z', '2026-11-20'],
  ['2026-02-30', null],
  ['20.11.2026', null],
  ['', null],
  [undefined, null],
])('%j names the day %j', (iso, day) => {
  expect(civilDate(iso)).toBe(day)
})

test('months are added without leaving the month meant', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
  expect(addMonths('2028-01-31', 1)).toBe('2028-02-29')
  expect(addMonths('2026-01-15', -1)).toBe('2025-12-15')
})

test('weeks hold every day of the month once, and begin on the day asked for', () => {
  const days = fc.integer({ min: -20_000, max: 20_000 }).map((offset) => addDays('2026-11-20', offset))
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 7 }), (date, firstDay) => {
      const weeks = weeksOf(date, firstDay)
      const month = weeks.flat().filter((day) => day.startsWith(date.slice(0, 7)))
      expect(new Set(month).size).toBe(month.length)
      expect(month[0]).toBe(`${date.slice(0, 7)}-01`)
      expect(addDays(month.at(-1) ?? '', 1).slice(8)).toBe('01')
      for (const week of weeks) expect(new Date(`${week[0]}T00:00:00Z`).getUTCDay()).toBe(firstDay % 7)
    }),
  )
})

test('weeks begin as people there expect', () => {
  expect(firstDayOfWeek('en-US')).toBe(7)
  expect(firstDayOfWeek('fr-FR')).toBe(1)
})

test('a day reads in the words of a language', () => {
  expect(formatDate('2026-11-20', 'fr-FR', { dateStyle: 'full' })).toBe('vendredi 20 novembre 2026')
})

test('today is the day of the clock on the wall', () => {
  expect(today(new Date(2026, 10, 20, 23, 30))).toBe('2026-11-20')
})
