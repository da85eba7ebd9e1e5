import type { CSSProperties } from 'react'
import type { BlockProps, Border, Borders, BoxProps, RadiusValue, Spacing, Theme } from '../../kit/index.ts'
import { cssColor } from './color.ts'
import { cssSize, cssSpace, safeCss } from './safe-css.ts'

/** A style with custom properties. */
export type Style = CSSProperties & Record<`--${string}`, string>

/** The sides as CSS names them: `left` is where lines begin, so that a box is mirrored where they begin on the right. */
const sides = ['Top', 'InlineEnd', 'Bottom', 'InlineStart'] as const
type Side = (typeof sides)[number]

const edges = { Top: 'top', InlineEnd: 'end', Bottom: 'bottom', InlineStart: 'start' } as const

const justify = { between: 'space-between', around: 'space-around', evenly: 'space-evenly' } as const

/** Size, corners and outer space of any block. Explicit width and height win over `size`. */
export function blockStyle(props: BlockProps): Style {
  const style: Style = {
    width: cssSize(props.width ?? props.size),
    height: cssSize(props.height ?? props.size),
    minWidth: cssSize(props.minWidth ?? props.minSize),
    minHeight: cssSize(props.minHeight ?? props.minSize),
    maxWidth: cssSize(props.maxWidth ?? props.maxSize),
    maxHeight: cssSize(props.maxHeight ?? props.maxSize),
    aspectRatio: typeof props.aspectRatio === 'string' ? safeCss(props.aspectRatio) : props.aspectRatio,
    borderRadius: props.radius && cssRadius(props.radius),
  }
  return withoutGaps({ ...style, ...sideStyle('margin', props.margin) })
}

/** Layout, lines and background of a box, in one colour scheme. */
export function boxStyle(props: BoxProps, scheme: Theme): Style {
  return withoutGaps({
    ...blockStyle(props),
    alignItems: props.align && cssAlign(props.align),
    justifyContent: props.justify && cssJustify(props.justify),
    flexWrap: props.wrap,
    flex: cssFlex(props.flex),
    gap: cssSpace(props.gap),
    background: cssColor(props.background, 'background', scheme),
    ...paddingStyle(props.padding),
    ...borderStyle(props.border, scheme),
  })
}

/** CSS `align-items`. */
export function cssAlign(align: NonNullable<BoxProps['align']>): string {
  return align === 'start' || align === 'end' ? `flex-${align}` : align
}

/** CSS `justify-content`. */
function cssJustify(value: NonNullable<BoxProps['justify']>): string {
  if (value === 'between' || value === 'around' || value === 'evenly') return justify[value]
  return value === 'start' || value === 'end' ? `flex-${value}` : value
}

/** CSS `flex`; a number is the share of the room left. */
export function cssFlex(flex: number | string | undefined): string | undefined {
  return typeof flex === 'number' ? `${flex} ${flex} 0%` : flex === undefined ? undefined : safeCss(flex)
}

/** CSS `border-radius`. */
function cssRadius(radius: RadiusValue): string {
  if (radius === 'none') return '0'
  return radius === '100%' ? '100%' : `var(--radius-${radius})`
}

/** Padding, told to the children as well: `flush` ones reach over it to the edge. */
export function paddingStyle(padding: number | string | Spacing | undefined): Style {
  if (padding === undefined) return {}
  const perSide = spacing(padding)
  const style: Style = {}
  for (const side of sides) {
    const value = perSide[side] ?? '0px'
    style[`padding${side}`] = value
    style[`--pk-edge-${edges[side]}`] = value
  }
  return style
}

function sideStyle(name: 'margin', value: number | string | Spacing | undefined): Style {
  if (value === undefined) return {}
  const perSide = spacing(value)
  const style: Style = {}
  for (const side of sides) style[`${name}${side}`] = perSide[side]
  return style
}

function spacing(value: number | string | Spacing): Partial<Record<Side, string | undefined>> {
  if (typeof value === 'string') return shorthand(value)
  if (typeof value === 'number') return shorthand(`${cssSpace(value)}`)
  const { x, y, top = y, right = x, bottom = y, left = x } = value
  return { Top: cssSpace(top), InlineEnd: cssSpace(right), Bottom: cssSpace(bottom), InlineStart: cssSpace(left) }
}

/** `4px 8px` read as CSS does: top, right, bottom, left. */
function shorthand(value: string): Partial<Record<Side, string | undefined>> {
  const [top, right = top, bottom = top, left = right] = (safeCss(value) ?? '').match(/(?:[^\s(]|\([^)]*\))+/g) ?? []
  return { Top: top, InlineEnd: right, Bottom: bottom, InlineStart: left }
}

/** Lines around a box: a thickness, one line, or lines per side. */
export function borderStyle(border: number | Border | Borders | undefined, scheme: Theme): Style {
  if (border === undefined) return {}
  if (typeof border === 'number' || 'size' in border) {
    const line = cssLine(border, scheme)
    return Object.fromEntries(sides.map((side) => [`border${side}`, line]))
  }
  const { x, y, top = y, right = x, bottom = y, left = x } = border
  const lines: Record<Side, number | Border | undefined> = {
    Top: top,
    InlineEnd: right,
    Bottom: bottom,
    InlineStart: left,
  }
  const given = sides.filter((side) => lines[side] !== undefined)
  return Object.fromEntries(given.map((side) => [`border${side}`, cssLine(lines[side] ?? 0, scheme)]))
}

function cssLine(line: number | Border, scheme: Theme): string {
  const { size, color = 'default', style = 'solid' } = typeof line === 'number' ? { size: line } : line
  return `${size}px ${style} ${cssColor(color, 'border', scheme) ?? 'var(--color-border)'}`
}

function withoutGaps(style: Style): Style {
  return Object.fromEntries(Object.entries(style).filter(([, value]) => value !== undefined))
}
