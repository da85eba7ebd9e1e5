import type { ReactNode } from 'react'
import type { BoxProps, Direction, WidgetNode } from '../../kit/index.ts'
import { useWidget } from '../action/widget-context.ts'
import { Children } from '../nodes.tsx'
import { boxStyle } from '../theme/box-style.ts'

/** The attributes of an element that lines up its children. */
export function useStack(props: BoxProps, direction: Direction) {
  const { scheme } = useWidget()
  return {
    className: 'pk-stack',
    'data-direction': direction,
    'data-align': props.align,
    'data-clip': props.radius && props.radius !== 'none' ? true : undefined,
    style: boxStyle(props, scheme),
  }
}

/** What Box, Row, Col and Basic are: children in a line, from left to right or from top to bottom. */
export function Stack({ node, direction }: { node: WidgetNode & BoxProps; direction: Direction }): ReactNode {
  return (
    <div {...useStack(node, direction)}>
      <Children of={node} />
    </div>
  )
}
