import { expect, test } from 'vitest'
import { english, loadLanguage } from '../../locale/index.ts'
import { groupByDate } from './group-by-date.ts'

const now = new Date(2026, 2, 15, 9, 30)
const at = (id: string, ...[month, day, hour = 12]: number[]) => ({
  id,
  created_at: new Date(2026, month ?? 0, day, hour).toISOString(),
})
const labels = (rows: { id: string; created_at: string }[], locale = english) =>
  groupByDate(rows, now, locale).map(({ label, rows }) => [label, ...rows.map(({ id }) => id)])

test('threads stand under the day they began, by the reader’s own calendar', () => {
  expect(
    labels([
      at('a', 2, 15, 0),
      at('b', 2, 14, 23),
      at('c', 2, 13),
      at('d', 2, 8),
      at('e', 2, 7),
      at('f', 1, 13),
      at('g', 1, 12),
      at('h', 0, 2),
    ]),
  ).toEqual([
    ['Today', 'a'],
    ['Yesterday', 'b'],
    ['Previous 7 days', 'c', 'd'],
    ['Previous 30 days', 'e', 'f'],
    ['February 2026', 'g'],
    ['January 2026', 'h'],
  ])
})

test('an unreadable date or one in the future counts as today', () => {
  expect(labels([{ id: 'a', created_at: 'now-ish' }, at('b', 2, 20)])).toEqual([['Today', 'a', 'b']])
})

test('a date without a zone is local time, as the Python server writes it', () => {
  expect(labels([{ id: 'a', created_at: '2026-03-14T23:59:59.123456' }])).toEqual([['Yesterday', 'a']])
})

test('headings are in the chosen language', async () => {
  expect(labels([at('a', 2, 14), at('b', 0, 2)], await loadLanguage('de-DE'))).toEqual([
    ['Gestern', 'a'],
    ['Januar 2026', 'b'],
  ])
})
