import { expect, test } from 'vitest'
import { formatAge, formatDay, formatDuration, formatList, formatMonth, formatNumber, formatSize } from './format.ts'

test('durations, months and days are written in the language of the texts', () => {
  expect(formatDuration(4, 'en')).toBe('4 seconds')
  expect(formatDuration(0, 'en')).toBe('1 second')
  expect(formatDuration(130, 'de')).toBe('2 Minuten')
  expect(formatDuration(130, 'ja')).toBe('2 分')
  expect(formatDuration(2, 'ar')).toBe('ثانيتان')
  expect(formatMonth(new Date(2026, 2, 15), 'fr')).toBe('mars 2026')
  expect(formatMonth(new Date(2026, 2, 15), 'zh-CN')).toBe('2026年3月')
  expect(formatDay('2026-03-15T12:00:00Z', 'en')).toBe('Mar 15, 2026')
  expect(formatDay('2026-03-15T12:00:00Z', 'pt-BR')).toBe('15 de mar. de 2026')
  expect(formatDay('soon', 'en')).toBe(null)
})

test('sizes go by 1024, numbers by the digits of the locale, lists by its words', () => {
  expect(formatSize(1, 'en')).toBe('1 byte')
  expect(formatSize(1536, 'en')).toBe('1.5 kB')
  expect(formatSize(100 * 1024 * 1024, 'de')).toBe('100 MB')
  expect(formatSize(3 * 1024 ** 4, 'en')).toBe('3,072 GB')
  expect(formatNumber(12345.5, 'es')).toBe('12.345,5')
  expect(formatNumber(12, 'ar-EG')).toBe('١٢')
  expect(formatList(['Äpfel', 'Birnen', 'Quitten'], 'de')).toBe('Äpfel, Birnen und Quitten')
  expect(formatList(['蘋果', '梨'], 'zh-CN')).toBe('蘋果和梨')
})

test('ages are told in the largest unit that fits, and in words where there are some', () => {
  const now = new Date('2026-03-15T12:00:00Z')
  const age = (date: string, locale: string) => formatAge(date, now, locale)
  expect(age('2026-03-15T11:59:30Z', 'en')).toBe('now')
  expect(age('2026-03-15T11:15:00Z', 'en')).toBe('45 minutes ago')
  expect(age('2026-03-14T11:00:00Z', 'de')).toBe('gestern')
  expect(age('2026-03-01T12:00:00Z', 'ja')).toBe('2 週間前')
  expect(age('2025-03-01T12:00:00Z', 'es')).toBe('el año pasado')
  expect(age('2026-03-15T12:10:00Z', 'en')).toBe('now') // a clock that is ahead
  expect(age('soon', 'en')).toBe(null)
})
