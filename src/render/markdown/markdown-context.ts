import { createContext, type MouseEvent } from 'react'

/** What all blocks of one document share. */
export interface MarkdownSettings {
  domains: readonly string[]
  onLink: ((url: string, event: MouseEvent<HTMLAnchorElement>) => void) | undefined
}

/** Carries the settings to links and pictures without drawing settled blocks again. */
export const MarkdownContext = createContext<MarkdownSettings>({ domains: [], onLink: undefined })

/** Whether more text is on its way. Apart from the settings: it changes, and only what asks for it is drawn again. */
export const StreamingContext = createContext(false)
