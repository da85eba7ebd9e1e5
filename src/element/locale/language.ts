import { de } from './de.ts'
import { en, type Messages } from './en.ts'
import { fr } from './fr.ts'

/** The languages there are texts for, by bare language code. */
export const languages: Readonly<Record<string, Messages>> = { en, de, fr }

/** The texts for a locale, and the locale that dates and numbers beside them are written in. */
export interface Language {
  messages: Messages
  /** A valid BCP 47 tag in the language of the messages. */
  locale: string
}

/** Finds the texts for a locale: its language decides, and a language without texts gets English, dates included. */
export function languageFor(locale: string): Language {
  const code = locale.split('-')[0]?.toLowerCase() ?? ''
  const messages = languages[code]
  if (messages === undefined) return { messages: en, locale: 'en' }
  return { messages, locale: isWellFormed(locale) ? locale : code }
}

function isWellFormed(locale: string): boolean {
  try {
    return Intl.getCanonicalLocales(locale).length === 1
  } catch {
    return false
  }
}
