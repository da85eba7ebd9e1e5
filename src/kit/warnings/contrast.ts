import type { WidgetProblem } from '../problem.ts'
import { themes } from '../tokens.ts'
import type { Around, RawNode } from './around.ts'
import { type Rgb, solidColor } from './solid-color.ts'
import { warning } from './warning.ts'

/** Colours that texts have by themselves and that have to be read; quieter ones are judged only where they are chosen. */
const ownColors: Readonly<Record<string, string | undefined>> = { Text: 'prose', Title: 'prose' }
const texts: ReadonlySet<unknown> = new Set(['Text', 'Title', 'Caption', 'Label'])
/** Titles of 24 px and more. */
const large: ReadonlySet<unknown> = new Set(['lg', 'xl', '2xl', '3xl', '4xl', '5xl'])

/** A text that is hard to read on the background someone put behind it (WCAG 2.2, 1.4.3). Unknown and translucent colours are let be. */
export function lowContrast(node: RawNode, at: string, { background, theme }: Around): WidgetProblem[] {
  if (!texts.has(node.type) || background === undefined || node.value === '') return []
  const color = node.color ?? ownColors[String(node.type)]
  const needed = node.type === 'Title' && large.has(node.size) ? 3 : 4.5
  const faint = (theme ? [theme] : themes).flatMap((scheme) => {
    const contrast = contrastOf(solidColor(color, 'text', scheme), solidColor(background, 'background', scheme))
    return contrast < needed ? [`${contrast.toFixed(1)} : 1 in the ${scheme} scheme`] : []
  })
  if (faint.length === 0) return []
  return [
    warning(
      'low_contrast',
      `${at}.color`,
      `the text stands out from its background by ${faint.join(' and ')} only`,
      `It takes ${needed} : 1 to be readable: choose another colour, or one for each scheme as { light, dark }.`,
    ),
  ]
}

/** 1 for equal colours to 21 for black on white; all there can be when one is not known. */
function contrastOf(one: Rgb | null, other: Rgb | null): number {
  if (!one || !other) return 21
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

function linear(part: number): number {
  const share = part / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}
