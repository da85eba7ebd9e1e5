import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTheme } from './theme.ts'
import { themeVariables } from './variables.ts'

test('a bare scheme is a theme of defaults and touches no colour', () => {
  expect(readTheme('dark')).toEqual({
    scheme: 'dark',
    radius: 'pill',
    density: 'normal',
    baseSize: 16,
    fontFamily: null,
    fontFamilyMono: null,
    fontSources: [],
    grayscale: null,
    accent: null,
    surface: null,
  })
  expect(themeVariables(readTheme(undefined))).toEqual({
    '--pk-rem': '16px',
    '--chat-air': '1',
    '--chat-radius-composer': '28px',
    '--chat-radius-bubble': '20px',
    '--chat-radius-row': '12px',
    '--radius-2xs': '2px',
    '--radius-xs': '4px',
    '--radius-sm': '6px',
    '--radius-md': '8px',
    '--radius-lg': '10px',
    '--radius-xl': '12px',
    '--radius-2xl': '16px',
    '--radius-3xl': '20px',
    '--radius-4xl': '24px',
    '--radius-full': '9999px',
  })
})

test('sharp corners are sharp everywhere, pill-shaped controls too', () => {
  expect(themeVariables(readTheme({ radius: 'sharp' }))).toMatchObject({
    '--chat-radius-composer': '8px',
    '--radius-2xl': '4px',
    '--radius-full': '4px',
  })
})

test('density and base size are one factor each', () => {
  expect(themeVariables(readTheme({ density: 'spacious', typography: { baseSize: 14 } }))).toMatchObject({
    '--chat-air': '1.25',
    '--pk-rem': '14px',
  })
})

test('fonts take the place of the design system’s, with a generic one behind', () => {
  expect(themeVariables(readTheme({ typography: { fontFamily: 'Inter', fontFamilyMono: 'Fira Code' } }))).toMatchObject(
    { '--font-sans': 'Inter, sans-serif', '--font-mono': 'Fira Code, monospace' },
  )
})

test('a higher accent level reaches further', () => {
  const accented = (level: 0 | 1 | 2 | 3) =>
    Object.keys(themeVariables(readTheme({ color: { accent: { primary: '#25c2a0', level } } })))
  expect(accented(0)).toContain('--chat-send')
  expect(accented(0)).not.toContain('--color-background-primary-solid')
  expect(accented(1)).toContain('--color-background-primary-solid')
  expect(accented(1)).not.toContain('--user-message-background-color')
  expect(accented(2)).toContain('--user-message-background-color')
  expect(accented(2)).not.toContain('--user-message-text-color')
  expect(accented(3)).toContain('--user-message-text-color')
})

test('the surface option is the page and what is raised above it', () => {
  expect(
    themeVariables(readTheme({ color: { surface: { background: '#fafaf9', foreground: '#fff' } } })),
  ).toMatchObject({ '--color-surface': '#fafaf9', '--color-surface-elevated': '#fff' })
})

/** The lightness out of `oklch(from … L C h)`. */
const parts = (color = '') => {
  const [l, c] = color.split(') ')[1]?.split(' ') ?? []
  return { l: Number(l), c: Number(c) }
}

test('a tint gives greys a hue and leaves white white', () => {
  const variables = themeVariables(readTheme({ color: { grayscale: { hue: 220, tint: 6 } } }))
  expect(variables['--gray-0']).toBe('oklch(from hsl(220 100% 50%) 1 0 h)')
  expect(variables['--gray-500']).toBe('oklch(from hsl(220 100% 50%) 0.4784 0.0265 h)')
  expect(variables['--alpha-base']).toBe(variables['--gray-1000'])
})

test('tint and shade never turn the order of the greys around', () => {
  const steps = [0, 25, 50, 75, 100, 150, 200, 250, 300, 350, 400, 450, 500, 550, 600, 650, 700, 750, 800, 850, 900]
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 360 }),
      fc.constantFrom(0, 1, 2, 3, 4, 5, 6, 7, 8, 9),
      fc.constantFrom(-4, -3, -2, -1, 0, 1, 2, 3, 4),
      fc.constantFrom('light', 'dark'),
      (hue, tint, shade, colorScheme) => {
        const variables = themeVariables(readTheme({ colorScheme, color: { grayscale: { hue, tint, shade } } }))
        const lights = steps.map((step) => parts(variables[`--gray-${step}`]).l)
        const sorted = lights.toSorted((a, b) => (colorScheme === 'light' ? b - a : a - b))
        expect(lights).toEqual(sorted)
      },
    ),
  )
})
