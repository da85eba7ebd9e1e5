import type { ReactNode } from 'react'
import type { Col } from '../../kit/index.ts'
import { Stack } from './stack.tsx'

/** Draws a Col. */
export function ColView({ node }: { node: Col }): ReactNode {
  return <Stack node={node} direction="col" />
}
