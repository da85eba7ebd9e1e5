import { accentVariables, surfaceVariables } from './accent.ts'
import { grayscaleVariables } from './grayscale.ts'
import type { Density, Radius, Theme } from './theme.ts'

// Pixels. `full` is what the design system calls full: pill-shaped buttons and inputs.
const radii = {
  pill: { composer: 28, bubble: 20, card: 16, row: 12, full: 9999, scale: 1 },
  round: { composer: 20, bubble: 16, card: 14, row: 10, full: 12, scale: 1 },
  soft: { composer: 12, bubble: 10, card: 10, row: 8, full: 8, scale: 0.75 },
  sharp: { composer: 8, bubble: 6, card: 4, row: 4, full: 4, scale: 0.4 },
} satisfies Record<Radius, object>

// What the air around things is multiplied with.
const densities = { compact: 0.75, normal: 1, spacious: 1.25 } satisfies Record<Density, number>

// The design system's radii in px of a 16 px rem.
const radiusSteps = { '2xs': 2, xs: 4, sm: 6, md: 8, lg: 10, xl: 12, '2xl': 16, '3xl': 20, '4xl': 24 }

/** The theme as custom properties: the design system's own tokens where it has one, `--chat-…` for the rest. */
export function themeVariables(theme: Theme): Record<string, string> {
  const { composer, bubble, card, row, full, scale } = radii[theme.radius]
  return {
    '--pk-rem': `${theme.baseSize}px`,
    '--chat-air': String(densities[theme.density]),
    '--chat-radius-composer': `${composer}px`,
    '--chat-radius-bubble': `${bubble}px`,
    '--chat-radius-row': `${row}px`,
    ...Object.fromEntries(Object.entries(radiusSteps).map(([name, px]) => [`--radius-${name}`, `${px * scale}px`])),
    '--radius-2xl': `${card}px`,
    '--radius-full': `${full}px`,
    ...(theme.fontFamily === null ? {} : { '--font-sans': `${theme.fontFamily}, sans-serif` }),
    ...(theme.fontFamilyMono === null ? {} : { '--font-mono': `${theme.fontFamilyMono}, monospace` }),
    ...(theme.grayscale === null ? {} : grayscaleVariables(theme.grayscale, theme.scheme)),
    ...(theme.surface === null ? {} : surfaceVariables(theme.surface)),
    ...(theme.accent === null ? {} : accentVariables(theme.accent, theme.scheme)),
  }
}
