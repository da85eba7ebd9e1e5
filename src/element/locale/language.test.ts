import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { englishLabels } from '../../render/index.ts'
import { en, type MessageKey } from './en.ts'
import { formatDay, formatDuration, formatMonth } from './format.ts'
import { languageFor, languages } from './language.ts'

test('a locale finds the texts of its language, and keeps its own way of writing dates', () => {
  expect(languageFor('de-AT').messages.send).toBe('Senden')
  expect(languageFor('de-AT').locale).toBe('de-AT')
  expect(languageFor('fr').messages.send).toBe('Envoyer')
})

test('a language without texts gets English, dates included', () => {
  expect(languageFor('ja-JP')).toEqual({ messages: en, locale: 'en' })
  expect(languageFor('')).toEqual({ messages: en, locale: 'en' })
})

test('a locale that is no BCP 47 tag still finds its language', () => {
  expect(languageFor('de-').locale).toBe('de')
})

// The same word in both languages, or nearly so.
const shared: Record<string, MessageKey[]> = {
  de: [],
  fr: ['suggestions', 'conversation', 'sources', 'noticeDanger'],
}

test('every language has every text, and none is left in English', () => {
  for (const [code, messages] of Object.entries(languages)) {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(en).sort())
    const untranslated = Object.entries(en).flatMap(([key, text]) => {
      const own = Object.entries(messages).find(([name]) => name === key)?.[1]
      expect(typeof own).toBe(typeof text)
      if (typeof own === 'string') expect(own.trim()).toBe(own)
      return own === text ? [key] : []
    })
    if (code !== 'en') expect(untranslated).toEqual(shared[code])
  }
})

test('durations, months and days are written in the language of the texts', () => {
  expect(formatDuration(4, 'en')).toBe('4 seconds')
  expect(formatDuration(0, 'en')).toBe('1 second')
  expect(formatDuration(130, 'de')).toBe('2 Minuten')
  expect(formatMonth(new Date(2026, 2, 15), 'fr')).toBe('mars 2026')
  expect(formatDay('2026-03-15T12:00:00Z', 'en')).toBe('Mar 15, 2026')
  expect(formatDay('soon', 'en')).toBe(null)
})

test('every text is used, by the view or by what draws the widgets', () => {
  const view = new URL('../view/', import.meta.url)
  const sources = readdirSync(view, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.test)\.tsx?$/.test(file))
    .map((file) => readFileSync(new URL(file, view), 'utf8'))
    .join('\n')
  const unused = Object.keys(en).filter(
    (key) => !(key in englishLabels) && !new RegExp(`\\bmessages\\.${key}\\b|'${key}'`).test(sources),
  )
  expect(unused).toEqual([])
})

test('what draws the widgets finds all its texts here', () => {
  expect(en).toMatchObject(Object.fromEntries(Object.keys(englishLabels).map((key) => [key, expect.any(String)])))
})
