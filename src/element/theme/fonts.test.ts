// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { addFonts, type FontTarget } from './fonts.ts'

function recorder() {
  const made: unknown[] = []
  const present = new Set<FontFace>()
  const target: FontTarget = {
    fonts: present,
    createFace(family, source, descriptors) {
      made.push({ family, source, descriptors })
      return { family } as FontFace // only its identity is used
    },
  }
  return { made, present, target }
}

test('a font source becomes a face of the document, and goes when the theme goes', () => {
  const { made, present, target } = recorder()
  const remove = addFonts([{ family: 'Inter', src: 'https://fonts.example/inter.woff2', weight: 600 }], target)
  expect(made).toEqual([
    {
      family: 'Inter',
      source: 'url("https://fonts.example/inter.woff2")',
      descriptors: { weight: '600', style: 'normal', display: 'swap' },
    },
  ])
  expect(present.size).toBe(1)
  remove()
  expect(present.size).toBe(0)
})

test('a source that is CSS already is left as it is', () => {
  const { made, target } = recorder()
  addFonts([{ family: 'Inter', src: "local('Inter')", unicodeRange: 'U+0-FF' }], target)
  expect(made).toEqual([
    {
      family: 'Inter',
      source: "local('Inter')",
      descriptors: { weight: '400', style: 'normal', display: 'swap', unicodeRange: 'U+0-FF' },
    },
  ])
})
