import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { englishLabels, languageCodes } from '../../render/index.ts'
import type { MessageKey, Messages } from './en.ts'
import { english, languageNow, loadLanguage } from './language.ts'

const en = english.messages
const translated = languageCodes.filter((code) => code !== 'en')
const loaded = Object.fromEntries(
  await Promise.all(languageCodes.map(async (code) => [code, (await loadLanguage(code)).messages] as const)),
)

/** Every text of a language as it comes out: texts with gaps filled by the same names, each plural form for itself. */
function said(messages: Messages): Record<string, string> {
  return Object.fromEntries(
    Object.entries(messages).flatMap(([key, text]): [string, string][] => {
      if (typeof text === 'string') return [[key, text]]
      if ('forms' in text) return Object.entries(text.forms).map(([form, words]) => [`${key}.${form}`, words])
      const say: (...values: string[]) => string = text
      return [[key, say('«1»', '«2»')]]
    }),
  )
}

/** The same words in both languages, for good reasons: each is what people of that language say. */
const shared: Record<(typeof translated)[number], MessageKey[]> = {
  de: [],
  es: [],
  fr: ['suggestions', 'conversation', 'sources', 'noticeDanger'],
  it: [],
  'pt-BR': [],
  ja: [],
  'zh-CN': [],
  ar: [],
}

test.each(translated)('%s has every text, and none is left in English', (code) => {
  const own = loaded[code] ?? en
  expect(Object.keys(own).sort()).toEqual(Object.keys(en).sort())
  const inEnglish = said(en)
  const same = Object.entries(said(own)).filter(([key, text]) => text === inEnglish[key])
  expect(same.map(([key]) => key)).toEqual(shared[code])
})

test.each(languageCodes)('%s says something everywhere, without stray spaces', (code) => {
  for (const [key, text] of Object.entries(said(loaded[code] ?? en))) {
    expect(text.trim(), key).toBe(text)
    expect(text, key).not.toBe('')
  }
})

test.each(languageCodes)('%s keeps every gap', (code) => {
  const own = loaded[code] ?? en
  for (const [key, text] of Object.entries(en)) {
    const translation = Object.entries(own).find(([name]) => name === key)?.[1]
    expect(typeof translation, key).toBe(typeof text)
    if (typeof text === 'string' || 'forms' in text) continue
    const gaps = (words = '') => [...words.matchAll(/«\d»/g)].map(([gap]) => gap).sort()
    expect(gaps(said(own)[key]), key).toEqual(gaps(said(en)[key]))
  }
})

test.each(languageCodes)('%s has each plural form its language asks for, and no other', (code) => {
  const categories = new Intl.PluralRules(code).resolvedOptions().pluralCategories.toSorted()
  const plurals = Object.entries(loaded[code] ?? en).flatMap(([key, text]) =>
    typeof text === 'function' && 'forms' in text ? [[key, text] as const] : [],
  )
  expect(plurals.map(([key]) => key).sort()).toEqual(['steps', 'tooManyFiles'])
  for (const [key, { forms }] of plurals) {
    expect(Object.keys(forms).sort(), key).toEqual(categories)
    expect(forms.other, key).toContain('#')
  }
})

const scripts = {
  ja: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
  'zh-CN': /\p{Script=Han}/u,
  ar: /\p{Script=Arabic}/u,
}

test.each(Object.entries(scripts))('every text of %s is in its own script', (code, script) => {
  for (const [key, text] of Object.entries(said(loaded[code] ?? en))) expect(text, key).toMatch(script)
  const latin = Object.values(said(loaded[code] ?? en)).flatMap((text) => text.match(/[A-Za-z]+/g) ?? [])
  expect([...new Set(latin)]).toEqual(code === 'ar' ? [] : ['AI'])
})

test('simplified Chinese has no kana, Japanese has some, Arabic nowhere Persian letters', () => {
  const all = (code: string) => Object.values(said(loaded[code] ?? en)).join('')
  expect(all('zh-CN')).not.toMatch(/[\p{Script=Hiragana}\p{Script=Katakana}]/u)
  expect(all('ja')).toMatch(/\p{Script=Hiragana}/u)
  expect(all('ja')).toMatch(/\p{Script=Katakana}/u)
  expect(all('ar')).not.toMatch(/[پچژگکی]/)
})

test('a locale finds the texts of its language, and keeps its own way of writing dates and numbers', () => {
  expect(languageNow('de-AT')).toEqual({ messages: loaded.de, locale: 'de-AT', dir: 'ltr' })
  expect(languageNow('pt')).toEqual({ messages: loaded['pt-BR'], locale: 'pt', dir: 'ltr' })
  expect(languageNow('ar-EG')).toEqual({ messages: loaded.ar, locale: 'ar-EG', dir: 'rtl' })
  expect(languageNow('en-GB')).toEqual({ messages: en, locale: 'en-GB', dir: 'ltr' })
})

test('a language without texts reads English, dates and direction included', () => {
  for (const locale of ['nl-NL', 'he', 'zh-TW', '']) expect(languageNow(locale), locale).toEqual(english)
})

test('a number takes the form and the digits of its language', () => {
  const steps = (code: string, ...counts: number[]) => counts.map((count) => loaded[code]?.steps(count, code))
  expect(steps('en', 1, 2, 1500)).toEqual(['1 step', '2 steps', '1,500 steps'])
  expect(steps('de', 1, 1500)).toEqual(['1 Schritt', '1.500 Schritte'])
  expect(steps('ar', 0, 1, 2, 3, 11, 100)).toEqual([
    'لا خطوات',
    'خطوة واحدة',
    'خطوتان',
    '3 خطوات',
    '11 خطوة',
    '100 خطوة',
  ])
  expect(loaded.ar?.steps(12, 'ar-EG')).toBe('١٢ خطوة')
  expect(steps('ja', 1, 3)).toEqual(['1 ステップ', '3 ステップ'])
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
