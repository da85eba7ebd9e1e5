import { createRoot } from 'react-dom/client'
import { adoptStyles, renderStyles } from '../../render/index.ts'
import type { Chat } from '../chat/state.ts'
import styles from '../styles.css?inline'
import { addFonts, createThemeSheet, type Theme } from '../theme/index.ts'
import { ChatView } from './chat-view.tsx'

/** Draws the chat into a shadow root, with all its styles; gives back what takes it away again. */
export function mountView(root: ShadowRoot, chat: Chat): () => void {
  adoptStyles(root, renderStyles, styles)
  const { sheet, apply } = createThemeSheet()
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]

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
  react.render(<ChatView chat={chat} onTheme={onTheme} />)
  return () => {
    react.unmount()
    place.remove()
    removeFonts()
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((adopted) => adopted !== sheet)
  }
}
