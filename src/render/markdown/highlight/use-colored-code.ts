import { startTransition, useEffect, useMemo, useState } from 'react'
import { colorCode, coloredBefore, longestColored } from './colored-code.ts'
import type { Run } from './highlight.ts'
import { isKnownLanguage } from './languages.ts'

interface Colored {
  code: string
  language: string
  runs: readonly Run[]
}

/** The coloured runs of a code; null while it grows, until they are there, and where its language is not known or it is too long. */
export function useColoredCode(code: string, language: string, settled: boolean): readonly Run[] | null {
  const [colored, setColored] = useState<Colored | null>(null)
  const wanted = settled && code.length <= longestColored && isKnownLanguage(language)
  const before = useMemo(() => (wanted ? coloredBefore(code, language) : null), [wanted, code, language])
  useEffect(() => {
    if (!wanted || before) return
    const gone = new AbortController()
    colorCode(code, language, gone.signal).then(
      (runs) => {
        if (runs && !gone.signal.aborted) startTransition(() => setColored({ code, language, runs }))
      },
      () => {}, // plain code is readable, too
    )
    return () => gone.abort()
  }, [wanted, before, code, language])
  if (!wanted) return null
  return before ?? (colored?.code === code && colored.language === language ? colored.runs : null)
}
