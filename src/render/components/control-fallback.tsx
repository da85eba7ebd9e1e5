import type { ReactNode } from 'react'
import type { ControlSize } from '../../kit/index.ts'

/** Holds the place of a control that is still being loaded. */
export function ControlFallback({ size = 'md' }: { size?: ControlSize | undefined }): ReactNode {
  return <span className="pk-control-fallback" style={{ height: `var(--control-size-${size})` }} />
}
