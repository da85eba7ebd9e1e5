import type { ColorScheme, GrayscaleOptions } from '@openai/chatkit'

// ChatKit documents `{ hue, tint, shade }` but not what they do to a grey, so this is our choice:
//   hue    the hue of `hsl(hue 100% 50%)`, the angle people know, measured in oklch
//   tint   how much of it: chroma grows with darkness, so that white stays white and ink takes the colour
//   shade  how much black is added (negative: taken away), the same step of lightness for every grey
// oklch keeps the lightness of the neutral scale, and with it the contrast between its steps.
const CHROMA_PER_TINT = 0.055 / 9
const LIGHTNESS_PER_SHADE = 0.01

// The neutral greys of @openai/apps-sdk-ui, light scheme, as one channel of 0 to 255.
const neutrals = {
  0: 255,
  25: 252,
  50: 249,
  75: 243,
  100: 237,
  150: 223,
  200: 205,
  250: 185,
  300: 175,
  350: 159,
  400: 143,
  450: 118,
  500: 93,
  550: 79,
  600: 65,
  650: 57,
  700: 48,
  750: 40,
  800: 33,
  850: 28,
  900: 24,
  925: 22,
  950: 19,
  975: 16,
  1000: 13,
} as const
// In the dark scheme the same names run the other way, but not quite the same values.
const darkNeutrals: Record<keyof typeof neutrals, number> = {
  ...neutrals,
  ...{ 0: 13, 25: 16, 50: 19, 75: 22, 100: 24, 150: 28, 200: 33, 250: 40, 300: 48, 350: 57, 400: 65, 450: 79 },
  ...{ 550: 118, 600: 143, 650: 159, 700: 175, 750: 185, 800: 205, 850: 220, 900: 237, 925: 243, 950: 243 },
  ...{ 975: 249, 1000: 255 },
}

/** The oklch lightness of a neutral sRGB grey. */
function lightness(channel: number): number {
  const value = channel / 255
  return Math.cbrt(value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
}

const rounded = (value: number) => Number(value.toFixed(4))

/** The grey scale of the design system, tinted: `--gray-0` to `--gray-1000` and the ink its see-through greys are mixed from. */
export function grayscaleVariables(
  { hue, tint, shade }: Required<GrayscaleOptions>,
  scheme: ColorScheme,
): Record<string, string> {
  const tinted = (channel: number) => {
    const l = lightness(channel)
    const chroma = CHROMA_PER_TINT * tint * Math.sqrt(1 - l)
    const shaded = Math.min(1, Math.max(0, l - LIGHTNESS_PER_SHADE * shade))
    return `oklch(from hsl(${hue} 100% 50%) ${rounded(shaded)} ${rounded(chroma)} h)`
  }
  const scale = scheme === 'dark' ? darkNeutrals : neutrals
  return {
    ...Object.fromEntries(Object.entries(scale).map(([step, channel]) => [`--gray-${step}`, tinted(channel)])),
    '--alpha-base': tinted(scale[1000]),
  }
}
