import { expect, test } from 'vitest'
import { languageCode, localeTag, textDirection } from './language-code.ts'

test('language and script of a locale decide whose texts it reads', () => {
  const read = (...locales: string[]) => Object.fromEntries(locales.map((locale) => [locale, languageCode(locale)]))
  expect(read('en', 'en-GB', 'de-AT', 'fr-CA', 'es-MX', 'it-CH', 'pt', 'pt-PT', 'pt-BR', 'ja', 'ja-JP')).toEqual({
    en: 'en',
    'en-GB': 'en',
    'de-AT': 'de',
    'fr-CA': 'fr',
    'es-MX': 'es',
    'it-CH': 'it',
    pt: 'pt-BR',
    'pt-PT': 'pt-BR',
    'pt-BR': 'pt-BR',
    ja: 'ja',
    'ja-JP': 'ja',
  })
  expect(read('zh', 'zh-CN', 'zh-SG', 'zh-Hans', 'zh-Hans-HK', 'ar', 'ar-EG', 'ar-SA-u-nu-latn')).toEqual({
    zh: 'zh-CN',
    'zh-CN': 'zh-CN',
    'zh-SG': 'zh-CN',
    'zh-Hans': 'zh-CN',
    'zh-Hans-HK': 'zh-CN',
    ar: 'ar',
    'ar-EG': 'ar',
    'ar-SA-u-nu-latn': 'ar',
  })
})

test('what there are no texts for reads English, traditional Chinese included', () => {
  for (const locale of ['nl', 'he', 'zh-TW', 'zh-HK', 'zh-Hant', 'sr-Latn', 'ar-Latn', '', '*', 'C', 'x-own']) {
    expect(languageCode(locale), locale).toBe('en')
  }
})

test('capitals, underscores and what systems add do not matter', () => {
  expect(localeTag('DE-at')).toBe('de-AT')
  expect(localeTag('de_AT.UTF-8')).toBe('de-AT')
  expect(localeTag('en-US@posix')).toBe('en-US')
  expect(localeTag('de-')).toBe('de')
  expect(localeTag('fr-nonsense!')).toBe('fr')
  expect(localeTag('nonsense!')).toBe('en')
})

test('Arabic, Hebrew, Persian and Urdu are written from right to left, whatever the region', () => {
  expect(['ar', 'ar-EG', 'he', 'fa-IR', 'ur', 'pa-Arab'].map(textDirection)).toEqual(Array(6).fill('rtl'))
  expect(['en', 'ja', 'zh-CN', 'ar-Latn', ''].map(textDirection)).toEqual(Array(5).fill('ltr'))
})
