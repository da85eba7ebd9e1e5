import type { ReactNode } from 'react'
import type { Box } from '../../kit/index.ts'
import { Stack } from './stack.tsx'

/** Draws a Box; its children stand below each other by default. */
export function BoxView({ node }: { node: Box }): ReactNode {
  return <Stack node={node} direction={node.direction ?? 'col'} />
}
