import { loadNamedIcons } from '../../render/index.ts'
import { markdownPart, transcriptPart, widgetPart } from './parts/parts.ts'

/** The page's own loading comes first: so long the chat keeps still unless somebody turns to it, in ms. */
const patience = 4000

/** Signs that the chat is about to be used. */
const signs = ['pointerenter', 'pointerdown', 'focusin', 'keydown', 'dragenter'] as const

/**
 * Loads what the first answer will need as soon as somebody turns to the chat, else when the page has nothing to do; gives what
 * calls it off.
 */
export function prefetchParts(place: HTMLElement): () => void {
  const controller = new AbortController()
  const { signal } = controller
  const prefetch = () => {
    controller.abort()
    transcriptPart.prefetch()
    widgetPart.prefetch()
    markdownPart.prefetch()
    void loadNamedIcons().catch(() => {}) // tried again by the first icon
  }
  for (const sign of signs) place.addEventListener(sign, prefetch, { passive: true, signal })
  const timer = setTimeout(() => whenIdle(() => signal.aborted || prefetch()), patience)
  signal.addEventListener('abort', () => clearTimeout(timer))
  return () => controller.abort()
}

/** Missing in Safari. */
function whenIdle(run: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(run)
  else run()
}
