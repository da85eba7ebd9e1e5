import { isRecord } from '../compile.ts'
import type { Theme } from '../tokens.ts'

/** Red, green and blue, 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number]

/** Where a colour word stands: texts and backgrounds have their own. */
export type SolidUse = 'text' | 'background'

// The colours of apps-sdk-ui, OpenAI's design system; text words as our renderer draws them, a step stronger where they were too faint.

/** Steps of every hue but gray, from light to dark. */
const steps = [25, 50, 75, 100, 200, 300, 400, 500, 600, 700, 800, 900, 950, 1000]
const hues: ReadonlyMap<string, readonly string[]> = new Map(
  [
    ['red', 'fff0f0ffd9d9ffc6c5ffa4a2ff8583ff6764fa423ee02e2aba2623911e1b6e16154d100e280b0a1f0909'],
    ['orange', 'fff5f0ffe7d9ffcfb4ffb790ff9e6cff8549fb6a22e25507b9480d923b0f6d2e0f4a2206281105211107'],
    ['yellow', 'fffbedfff6d9ffeeb8ffe48cffdb66ffd240ffc300e0ac00ba8e00916f006e54004d3b00261d001a1400'],
    ['green', 'edfaf2d9f4e4b8ebcc8cdfad66d49240c97704b84c00a24000863500692a004f1f003716011c0b001207'],
    ['blue', 'f5faffe5f3ffcce6ff99ceff66b5ff339cff0285ff0169cc004f99003f7a01356600284d000e1a000d19'],
    ['purple', 'f9f5feefe5fee0cefdceb0fbbe95faad7bf9924ff78046d96b3ab4532d8d3f226a2c184a160c25100a19'],
    ['pink', 'fff4f9ffe8f3ffd4e8ffbadaffa3ceff8cc1ff66ade04c91ba437a963c676e2c4a4d1f3429101c1a0a11'],
  ].map(([hue = '', all = '']) => [hue, all.match(/.{6}/g) ?? []]),
)

/** Gray turns with the scheme: from white to black in the light one, the other way in the dark one. */
const graySteps = [
  0, 25, 50, 75, 100, 150, 200, 250, 300, 350, 400, 450, 500, 550, 600, 650, 700, 750, 800, 850, 900, 925, 950, 975,
  1000,
]
const grays: Record<Theme, readonly string[]> = {
  light: 'ff fc f9 f3 ed df cd b9 af 9f 8f 76 5d 4f 41 39 30 28 21 1c 18 16 13 10 0d'.split(' '),
  dark: '0d 10 13 16 18 1c 21 28 30 39 41 4f 5d 76 8f 9f af b9 cd dc ed f3 f3 f9 ff'.split(' '),
}

/** What each colour word stands for, in the light and in the dark scheme. */
const words: Record<SolidUse, ReadonlyMap<string, readonly [light: string, dark: string]>> = {
  text: new Map([
    ['prose', ['gray-1000', 'gray-1000']],
    ['primary', ['gray-1000', 'gray-1000']],
    ['emphasis', ['gray-1000', 'gray-1000']],
    ['secondary', ['gray-500', 'gray-700']],
    ['tertiary', ['#6e6e6e', 'gray-650']],
    ['success', ['green-700', 'green-400']],
    ['warning', ['orange-700', 'orange-300']],
    ['danger', ['red-700', 'red-300']],
  ]),
  background: new Map([
    ['surface', ['gray-0', 'gray-200']],
    ['surface-secondary', ['gray-50', 'gray-100']],
    ['surface-tertiary', ['gray-75', 'gray-50']],
    ['surface-elevated', ['gray-0', 'gray-300']],
    ['surface-elevated-secondary', ['gray-50', 'gray-400']],
  ]),
}

/** CSS colours by name, the sixteen first ones and orange. */
const named: ReadonlyMap<string, string> = new Map(
  (
    'black 000000 silver c0c0c0 gray 808080 white ffffff maroon 800000 red ff0000 purple 800080 fuchsia ff00ff ' +
    'green 008000 lime 00ff00 olive 808000 yellow ffff00 navy 000080 blue 0000ff teal 008080 aqua 00ffff orange ffa500'
  )
    .match(/\S+ \S+/g)
    ?.map((pair): [string, string] => [pair.slice(0, -7), pair.slice(-6)]),
)

/** The colour a widget's colour is drawn in; null when it is translucent, a gradient, or not known here. */
export function solidColor(color: unknown, use: SolidUse, scheme: Theme): Rgb | null {
  const value = isRecord(color) ? color[scheme] : color
  if (typeof value !== 'string' || value.length > 60) return null
  const word = words[use].get(value)
  return literalColor(word ? word[scheme === 'light' ? 0 : 1] : value.trim().toLowerCase(), scheme)
}

function literalColor(value: string, scheme: Theme): Rgb | null {
  const hex = named.get(value) ?? paletteColor(value, scheme) ?? hexColor(value)
  if (hex) return [0, 2, 4].map((start) => Number.parseInt(hex.slice(start, start + 2), 16)) as unknown as Rgb // three
  return rgbColor(value)
}

function paletteColor(value: string, scheme: Theme): string | undefined {
  const [, hue = '', digits = ''] = /^([a-z]+)-(\d{1,4})$/.exec(value) ?? []
  if (hue === 'gray') return grays[scheme][graySteps.indexOf(Number(digits))]?.repeat(3)
  return hues.get(hue)?.[steps.indexOf(Number(digits))]
}

/** `#fff`, `#ffffff`, and the same with full opacity behind it. */
function hexColor(value: string): string | undefined {
  const [, digits = ''] = /^#([0-9a-f]{3,8})$/.exec(value) ?? []
  const long = digits.length < 6 ? digits.replace(/./g, '$&$&') : digits
  return long.length === 6 || (long.length === 8 && long.endsWith('ff')) ? long.slice(0, 6) : undefined
}

/** `rgb(0 0 0)` and `rgba(0, 0, 0, 1)`, with plain numbers. */
function rgbColor(value: string): Rgb | null {
  const inside = /^rgba?\(([\d\s.,/]+)\)$/.exec(value)?.[1] ?? ''
  const [red = 256, green = 256, blue = 256, alpha = 1, ...more] = inside.split(/[\s,/]+/).map(Number)
  const isSolid = alpha === 1 && more.length === 0 && [red, green, blue].every((part) => part <= 255)
  return isSolid ? [red, green, blue] : null
}
