import { useEffect, useState } from 'react'
import { englishLabels, type RenderLabels } from '../labels.ts'
import type { Direction } from '../portal/direction.ts'
import { languageCode, localeTag, textDirection } from './language-code.ts'
import { labelsNow, loadLabels } from './load-labels.ts'

/** The renderer's texts in a locale, and how they are written. */
export interface Words {
  labels: RenderLabels
  /** The locale as BCP 47 tag, for dates and numbers; other languages than the texts' are possible. */
  locale: string
  /** The language of the texts. */
  lang: string
  dir: Direction
}

/** The renderer's texts in a locale; null while they are on their way. English stands in for what cannot be loaded. */
export function useWords(wanted: string | undefined): Words | null {
  const locale = localeTag(wanted ?? globalThis.navigator?.language ?? 'en')
  const code = languageCode(locale)
  const [failed, setFailed] = useState('')
  const [, setLoaded] = useState('')
  const labels = failed === code ? englishLabels : labelsNow(code)
  useEffect(() => {
    if (labelsNow(code) !== null) return
    let here = true
    loadLabels(code).then(
      () => here && setLoaded(code),
      () => here && setFailed(code),
    )
    return () => {
      here = false
    }
  }, [code])
  if (labels === null) return null
  const inEnglish = labels === englishLabels && new Intl.Locale(locale).language !== 'en'
  return { labels, locale, lang: inEnglish ? 'en' : locale, dir: textDirection(locale) }
}
