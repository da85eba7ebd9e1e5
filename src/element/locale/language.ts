import { englishLabels, labelsNow, languageCode, loadLabels, localeTag, textDirection } from '../../render/index.ts'
import { en, type Messages, type OwnMessages } from './en.ts'

/** The texts for a locale, and how what stands beside them is written. */
export interface Language {
  messages: Messages
  /** A BCP 47 tag in the language of the messages: for dates and numbers. */
  locale: string
  dir: 'ltr' | 'rtl'
}

/** The language that is built in. */
export const english: Language = { messages: { ...englishLabels, ...en }, locale: 'en', dir: 'ltr' }

type TranslatedCode = Exclude<ReturnType<typeof languageCode>, 'en'>

/** Each other language is a chunk of its own, loaded when a locale asks for it. */
const translations: Readonly<Record<TranslatedCode, () => Promise<{ messages: OwnMessages }>>> = {
  de: () => import('./de.ts'),
  es: () => import('./es.ts'),
  fr: () => import('./fr.ts'),
  it: () => import('./it.ts'),
  'pt-BR': () => import('./pt-br.ts'),
  ja: () => import('./ja.ts'),
  'zh-CN': () => import('./zh-cn.ts'),
  ar: () => import('./ar.ts'),
}

const loaded = new Map<string, Messages>([['en', english.messages]])

/** What a locale reads, when its texts are here already. A language without texts reads English, dates included. */
export function languageNow(locale: string): Language | null {
  const code = languageCode(locale)
  const messages = loaded.get(code)
  if (messages === undefined) return null
  const tag = localeTag(locale)
  if (code === 'en' && new Intl.Locale(tag).language !== 'en') return english
  return { messages, locale: tag, dir: textDirection(tag) }
}

/** What a locale reads; rejects when its texts cannot be loaded, and may be tried again. */
export async function loadLanguage(locale: string): Promise<Language> {
  const code = languageCode(locale)
  if (code !== 'en' && !loaded.has(code)) {
    const [{ messages }, labels] = await Promise.all([translations[code](), labelsNow(code) ?? loadLabels(code)])
    loaded.set(code, { ...labels, ...messages })
  }
  return languageNow(locale) ?? english
}
