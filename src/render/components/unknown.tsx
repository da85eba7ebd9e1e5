import type { ReactNode } from 'react'
import type { UnknownNode } from '../../kit/index.ts'
import { Children } from '../nodes.tsx'

/** Draws what stands inside a component nobody here knows, and nothing of the component itself. */
export function UnknownView({ node }: { node: UnknownNode }): ReactNode {
  return (
    <div className="pk-stack" data-direction="col" data-unknown={node.name}>
      <Children of={node} />
    </div>
  )
}
