import { createRoot } from 'react-dom/client'
import { adoptStyles, rootStyles } from '../../render/index.ts'
import type { Chat } from '../chat/state.ts'
import { english, type LanguageStore } from '../locale/index.ts'
import styles from '../styles.css?inline'
import { addFonts, addThemeSheet, type Theme } from '../theme/index.ts'
import { ChatView } from './chat-view.tsx'
import { prefetchParts } from './prefetch-parts.ts'

/** No other language. */
const inEnglish = { get: () => english, subscribe: () => () => {} }

/** Draws the chat into a shadow root, with all its styles; gives back what takes it away again. */
export function mountView(
  root: ShadowRoot,
  chat: Chat,
  languages: Pick<LanguageStore, 'get' | 'subscribe'> = inEnglish,
): () => void {
  adoptStyles(root, rootStyles, styles)
  const { apply, remove: removeTheme } = addThemeSheet(root)

  let removeFonts = () => {}
  let fonts: Theme['fontSources'] = []
  const onTheme = (theme: Theme) => {
    apply(theme)
    if (JSON.stringify(theme.fontSources) === JSON.stringify(fonts)) return
    removeFonts()
    fonts = theme.fontSources
    removeFonts = addFonts(fonts)
  }

  const place = document.createElement('div')
  place.className = 'chat-root'
  root.append(place)
  const react = createRoot(place)
  react.render(
    <ChatView chat={chat} languages={languages} onTheme={onTheme} onStyles={(css) => adoptStyles(root, css)} />,
  )
  const stopPrefetching = prefetchParts(place)
  return () => {
    stopPrefetching()
    react.unmount()
    place.remove()
    removeFonts()
    removeTheme()
  }
}
