import type { Theme, ThemeColor } from '../../kit/index.ts'
import { safeCss } from './safe-css.ts'

/** Where a colour is used; each place has its own colour words. */
export type ColorUse = 'text' | 'background' | 'border' | 'chart'

const words: Record<ColorUse, ReadonlyMap<string, string>> = {
  text: new Map([
    ['prose', 'var(--color-text)'],
    ['primary', 'var(--color-text)'],
    ['emphasis', 'var(--color-text)'],
    ['secondary', 'var(--color-text-secondary)'],
    ['tertiary', 'var(--color-text-tertiary)'],
    ['success', 'var(--color-text-success)'],
    ['warning', 'var(--color-text-warning)'],
    ['danger', 'var(--color-text-danger)'],
    ['info', 'var(--color-text-info)'],
    ['caution', 'var(--color-text-caution)'],
    ['discovery', 'var(--color-text-discovery)'],
  ]),
  background: new Map([
    ['surface', 'var(--color-surface)'],
    ['surface-secondary', 'var(--color-surface-secondary)'],
    ['surface-tertiary', 'var(--color-surface-tertiary)'],
    ['surface-elevated', 'var(--color-surface-elevated)'],
    ['surface-elevated-secondary', 'var(--color-surface-elevated-secondary)'],
  ]),
  border: new Map([
    ['default', 'var(--color-border)'],
    ['subtle', 'var(--color-border-subtle)'],
    ['strong', 'var(--color-border-strong)'],
  ]),
  chart: new Map(
    ['blue', 'purple', 'orange', 'green', 'red', 'yellow', 'pink'].map((hue) => [hue, `var(--${hue}-400)`] as const),
  ),
}

const hueSteps = [25, 50, 75, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000]
const graySteps = '0 25 50 75 100 150 200 250 300 350 400 450 500 550 600 650 700 750 800 850 900 925 950 975 1000'
const steps: ReadonlyMap<string, ReadonlySet<number>> = new Map([
  ['gray', new Set(graySteps.split(' ').map(Number))],
  ...['red', 'orange', 'yellow', 'green', 'blue', 'purple', 'pink'].map((hue) => [hue, new Set(hueSteps)] as const),
])

/** CSS for a widget's colour: a colour word of the place, else a palette colour, else plain CSS; undefined when it is none of these. */
export function cssColor(color: string | ThemeColor | undefined, use: ColorUse, scheme: Theme): string | undefined {
  if (color === undefined) return undefined
  const value = typeof color === 'string' ? color : color[scheme]
  return words[use].get(value) ?? paletteColor(value) ?? (unknownPalette.test(value) ? undefined : safeCss(value))
}

/** Looks like a palette colour; unknown ones (`teal-400`) leave the colour as it is. */
const unknownPalette = /^[a-z]+-\d+$/

function paletteColor(value: string): string | undefined {
  const [, hue = '', digits = ''] = /^([a-z]+)-(\d{1,4})$/.exec(value) ?? []
  const step = Number(digits)
  if (hue === 'alpha' && step <= 100) return `color-mix(in oklab, var(--alpha-base) ${step}%, transparent)`
  return steps.get(hue)?.has(step) ? `var(--${hue}-${step})` : undefined
}
