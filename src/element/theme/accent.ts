import type { AccentColor, ColorScheme, SurfaceColors } from '@openai/chatkit'

/** White on a dark colour, black on a light one. */
const inkOn = (color: string) => `oklch(from ${color} clamp(0, (0.68 - l) * 1000, 1) 0 0)`

/** The colour as text: as light or dark as the page behind it asks, so that a black accent stays readable in the dark. */
const asText = (color: string, scheme: ColorScheme) =>
  scheme === 'dark' ? `oklch(from ${color} max(l, 0.72) c h)` : `oklch(from ${color} min(l, 0.55) c h)`

const mix = (color: string, percent: number, other: string) => `color-mix(in oklab, ${color} ${percent}%, ${other})`

/**
 * Where the accent goes. ChatKit says only that a higher level means more of it; we chose:
 * 0 the send button and links, 1 also solid primary buttons and focus rings, 2 also a tint in what the person wrote
 * and in chosen tools, 3 the person's bubbles in the accent itself.
 */
export function accentVariables({ primary, level }: AccentColor, scheme: ColorScheme): Record<string, string> {
  const ink = inkOn(primary)
  const hover = mix(primary, 85, 'var(--color-surface)')
  const variables: Record<string, string> = {
    '--chat-send': primary,
    '--chat-send-hover': hover,
    '--chat-on-send': ink,
    '--chat-link': asText(primary, scheme),
    '--link-primary-text-color': asText(primary, scheme),
    '--link-primary-text-color-hover': asText(primary, scheme),
  }
  if (level >= 1) {
    variables['--color-background-primary-solid'] = primary
    variables['--color-background-primary-solid-hover'] = hover
    variables['--color-background-primary-solid-active'] = hover
    variables['--color-text-primary-solid'] = ink
    variables['--color-ring'] = asText(primary, scheme)
  }
  if (level >= 2) {
    variables['--user-message-background-color'] = mix(primary, 14, 'var(--color-surface)')
    variables['--chat-chosen'] = mix(primary, 14, 'var(--color-surface-elevated)')
    variables['--chat-on-chosen'] = asText(primary, scheme)
  }
  if (level >= 3) {
    variables['--user-message-background-color'] = primary
    variables['--user-message-text-color'] = ink
  }
  return variables
}

/** The page and what is raised above it; the two greys between are mixed from the page. */
export function surfaceVariables({ background, foreground }: SurfaceColors): Record<string, string> {
  return {
    '--color-surface': background,
    '--color-surface-secondary': mix(background, 97, 'var(--alpha-base)'),
    '--color-surface-tertiary': mix(background, 95, 'var(--alpha-base)'),
    '--color-surface-elevated': foreground,
    '--color-surface-elevated-secondary': mix(foreground, 96, 'var(--alpha-base)'),
  }
}
