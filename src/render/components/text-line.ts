import { type CSSProperties, useMemo } from 'react'
import type { TextProps, Theme } from '../../kit/index.ts'
import { useWidget } from '../action/widget-context.ts'
import { useDirection } from '../portal/direction.ts'
import { cssColor } from '../theme/color.ts'

const longWord = /\S{24}/
const fromTheRight = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

/** The attributes of an element that shows a Text, Title, Caption or Label. */
export function useTextLine(node: TextProps) {
  const { scheme } = useWidget()
  const dir = useDirection()
  const { value, color, maxLines, weight, textAlign, truncate } = node
  const style = useMemo(() => lineStyle(color, maxLines, scheme), [color, maxLines, scheme])
  return {
    // Only where it can matter: browsers look at every letter of such a text.
    dir: dir === 'rtl' || fromTheRight.test(value) ? ('auto' as const) : undefined,
    'data-weight': weight,
    'data-text-align': textAlign,
    'data-truncate': truncate || undefined,
    'data-clamp': maxLines !== undefined || undefined,
    'data-long-word': longWord.test(value) || undefined,
    style,
  }
}

function lineStyle(color: TextProps['color'], maxLines: number | undefined, scheme: Theme): CSSProperties {
  return { color: cssColor(color, 'text', scheme), WebkitLineClamp: maxLines }
}
