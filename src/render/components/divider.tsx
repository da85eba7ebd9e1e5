import type { ReactNode } from 'react'
import type { Divider } from '../../kit/index.ts'
import { useWidget } from '../action/widget-context.ts'
import type { Style } from '../theme/box-style.ts'
import { cssColor } from '../theme/color.ts'
import { cssSize, cssSpace } from '../theme/safe-css.ts'

/** Draws a Divider: across its line of neighbours, a hairline unless told otherwise. */
export function DividerView({ node }: { node: Divider }): ReactNode {
  const { scheme } = useWidget()
  const style: Style = {
    '--pk-line': cssSize(node.size) ?? '1px',
    '--pk-line-space': cssSpace(node.spacing) ?? '0px',
    '--pk-line-color': cssColor(node.color ?? 'default', 'border', scheme) ?? 'var(--color-border)',
  }
  return <hr className="pk-divider" data-flush={node.flush || undefined} style={style} />
}
