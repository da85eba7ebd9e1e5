import { localeTag } from '../../render/index.ts'
import { english, type Language, languageNow, loadLanguage } from './language.ts'

/** The texts one chat speaks in: they change as a whole, and the view follows. */
export interface LanguageStore {
  /** Null until the texts of the first locale are here. */
  get(): Language | null
  /** Calls back with every change; returns what ends that. */
  subscribe(listener: () => void): () => void
  /** A locale as BCP 47 tag, as servers understand it. */
  tag(locale: string): string
  /**
   * Speaks another language as soon as its texts are here, until then the one before. Null when they are here already, else
   * resolves when there is something to read; rejects when they cannot be loaded, and English stands in for them.
   */
  adopt(locale: string): Promise<void> | null
}

/** Where a store gets texts from, and how long it waits for them. */
export interface LanguageStoreInit {
  load?: typeof loadLanguage
  /** Calls back when a chat rather begins in English than not at all. */
  patience?: (callback: () => void) => void
}

/** Makes the store of one chat: nothing is shown in English while another language is on its way. */
export function createLanguageStore({
  load = loadLanguage,
  patience = (callback) => setTimeout(callback, 3000),
}: LanguageStoreInit = {}): LanguageStore {
  const listeners = new Set<() => void>()
  let spoken: Language | null = null
  let wanted: string | null = null
  const speak = (language: Language) => {
    if (language === spoken) return
    spoken = language
    for (const listener of listeners) listener()
  }

  async function fetchTexts(locale: string): Promise<void> {
    try {
      const language = await load(locale)
      if (locale === wanted) speak(language)
    } catch (error) {
      if (locale !== wanted) return
      wanted = null // asked again, it is tried again
      speak(english)
      throw error
    }
  }

  return {
    get: () => spoken,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    tag: localeTag,
    adopt(locale) {
      if (locale === wanted) return null
      wanted = locale
      const here = languageNow(locale)
      if (here !== null) {
        speak(here)
        return null
      }
      const late = new Promise<void>((resolve) =>
        patience(() => {
          if (spoken === null) speak(english)
          resolve()
        }),
      )
      return Promise.race([fetchTexts(locale), late])
    },
  }
}
