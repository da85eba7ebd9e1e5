import type { ReactNode } from 'react'
import type { Spacer } from '../../kit/index.ts'
import { cssSize } from '../theme/safe-css.ts'

/** Draws a Spacer: it takes the room that is left, at least `minSize` along its line. */
export function SpacerView({ node }: { node: Spacer }): ReactNode {
  return <div className="pk-spacer" style={{ flexBasis: cssSize(node.minSize) }} />
}
