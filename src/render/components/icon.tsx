import type { ReactNode } from 'react'
import type { Icon } from '../../kit/index.ts'
import { useWidget } from '../action/widget-context.ts'
import { IconView } from '../icons/icon-view.tsx'
import { cssColor } from '../theme/color.ts'

/** Draws an Icon, `md` unless told otherwise. */
export function IconNodeView({ node }: { node: Icon }): ReactNode {
  const { scheme } = useWidget()
  return <IconView name={node.name} size={node.size ?? 'md'} color={cssColor(node.color, 'text', scheme)} />
}
