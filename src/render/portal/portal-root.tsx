import type { ReactNode } from 'react'
import { portalAttribute } from './portal-container.ts'

/** The colour scheme of a root, and what is inside it. */
export interface PortalRootProps {
  scheme: 'light' | 'dark'
  className?: string
  children?: ReactNode
}

/** Sets the colour scheme of everything inside, and is where its popovers are drawn. */
export function PortalRoot({ scheme, className, children }: PortalRootProps): ReactNode {
  return (
    <div data-pk-root data-theme={scheme} className={className}>
      {children}
      <div {...{ [portalAttribute]: '' }} />
    </div>
  )
}
