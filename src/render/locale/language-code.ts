/** The languages there are texts for. */
export const languageCodes = ['en', 'de', 'es', 'fr', 'it', 'pt-BR', 'ja', 'zh-CN', 'ar'] as const

/** One of the languages there are texts for, as BCP 47 tag. */
export type LanguageCode = (typeof languageCodes)[number]

/** Scripts that are written from right to left. */
const rightToLeft = ['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg']

/**
 * The BCP 47 tag in a locale as hosts write it: `de_AT.UTF-8` is `de-AT`, of what is no tag the longest beginning that is one
 * remains, and where nothing remains it is English.
 */
export function localeTag(locale: string): string {
  const parts = locale.replace(/[.@].*/, '').split(/[-_]/)
  for (let count = parts.length; count > 0; count--) {
    const tag = parts.slice(0, count).join('-')
    if (isTag(tag)) return new Intl.Locale(tag).toString()
  }
  return 'en'
}

/**
 * The language whose texts suit a locale: language and script decide, so that `pt` and `pt-PT` read Portuguese, `zh` and `zh-SG`
 * simplified Chinese. Whatever there are no texts for reads English; so does traditional Chinese, which is another script.
 */
export function languageCode(locale: string): LanguageCode {
  const wanted = written(localeTag(locale))
  return languageCodes.find((code) => written(code) === wanted) ?? 'en'
}

/** Which way a locale is written. */
export function textDirection(locale: string): 'ltr' | 'rtl' {
  const { script = '' } = new Intl.Locale(localeTag(locale)).maximize()
  return rightToLeft.includes(script) ? 'rtl' : 'ltr'
}

/** A language with its script, likely ones filled in: `zh-Hans` for `zh-CN`. */
function written(tag: string): string {
  const { language, script = '' } = new Intl.Locale(tag).maximize()
  return `${language}-${script}`
}

function isTag(tag: string): boolean {
  try {
    return new Intl.Locale(tag).language !== ''
  } catch {
    return false
  }
}
