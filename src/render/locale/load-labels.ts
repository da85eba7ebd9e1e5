import { englishLabels, type RenderLabels } from '../labels.ts'
import type { LanguageCode } from './language-code.ts'

/** Each language is a chunk of its own; English is built in. */
const sources: Record<Exclude<LanguageCode, 'en'>, () => Promise<{ labels: RenderLabels }>> = {
  de: () => import('./de.ts'),
  es: () => import('./es.ts'),
  fr: () => import('./fr.ts'),
  it: () => import('./it.ts'),
  'pt-BR': () => import('./pt-br.ts'),
  ja: () => import('./ja.ts'),
  'zh-CN': () => import('./zh-cn.ts'),
  ar: () => import('./ar.ts'),
}

const loaded = new Map<LanguageCode, RenderLabels>([['en', englishLabels]])

/** The renderer's texts in a language, when they are here already. */
export function labelsNow(code: LanguageCode): RenderLabels | null {
  return loaded.get(code) ?? null
}

/** The renderer's texts in a language; rejects when they cannot be loaded, and may be tried again. */
export async function loadLabels(code: LanguageCode): Promise<RenderLabels> {
  const here = loaded.get(code)
  if (here !== undefined || code === 'en') return here ?? englishLabels
  const { labels } = await sources[code]()
  loaded.set(code, labels)
  return labels
}
