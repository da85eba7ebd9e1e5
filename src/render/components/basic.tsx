import type { ReactNode } from 'react'
import type { Basic } from '../../kit/index.ts'
import { Stack } from './stack.tsx'
import { ThemeScope } from './theme-scope.tsx'

/** Draws a Basic: a widget without a frame. */
export function BasicView({ node }: { node: Basic }): ReactNode {
  return (
    <ThemeScope theme={node.theme}>
      <Stack node={node} direction={node.direction ?? 'col'} />
    </ThemeScope>
  )
}
