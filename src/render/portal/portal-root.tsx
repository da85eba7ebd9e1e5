import type { ReactNode } from 'react'
import { type Direction, DirectionProvider } from './direction.ts'
import { portalAttribute } from './portal-container.ts'

/** The colour scheme and the language of a root, and what is inside it. */
export interface PortalRootProps {
  scheme: 'light' | 'dark'
  /** Which way it is laid out. Default: from left to right. */
  dir?: Direction
  /** The language of what stands inside, BCP 47. Default: the page's. */
  lang?: string
  className?: string
  children?: ReactNode
}

/** Sets scheme, language and direction of everything inside, and is where its popovers are drawn. */
export function PortalRoot({ scheme, dir = 'ltr', lang, className, children }: PortalRootProps): ReactNode {
  return (
    <DirectionProvider value={dir}>
      <div data-pk-root data-theme={scheme} lang={lang} dir={dir} className={className}>
        {children}
        <div {...{ [portalAttribute]: '' }} />
      </div>
    </DirectionProvider>
  )
}
