import type { ReactNode } from 'react'
import type { Row } from '../../kit/index.ts'
import { Stack } from './stack.tsx'

/** Draws a Row; its children are centred on each other by default. */
export function RowView({ node }: { node: Row }): ReactNode {
  return <Stack node={node} direction="row" />
}
