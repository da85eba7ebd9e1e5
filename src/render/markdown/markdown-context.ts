import { createContext, type MouseEvent } from 'react'

/** What all blocks of one document share. */
export interface MarkdownSettings {
  domains: readonly string[]
  onLink: ((url: string, event: MouseEvent<HTMLAnchorElement>) => void) | undefined
}

/** Carries the settings to links and pictures without drawing settled blocks again. */
export const MarkdownContext = createContext<MarkdownSettings>({ domains: [], onLink: undefined })
