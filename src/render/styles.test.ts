// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { adoptStyles, remFromProperty } from './styles.ts'
import { renderStyles } from './widget-styles.ts'

test('the sheet begins with the order of its layers and needs nothing from any server', () => {
  expect(renderStyles.startsWith('@layer theme, base, components, utilities;')).toBe(true)
  expect(renderStyles).not.toMatch(/@import|https?:\/\/(?!tailwindcss\.com)|@font-face/)
})

test('sizes follow a property of the root, except where properties cannot be read', () => {
  const css = '.a{padding:0.5rem -1.25rem}@media (width >= 40rem){.b{gap:2rem}}.c-1rem{}'
  expect(remFromProperty(css)).toBe(
    '.a{padding:calc(var(--pk-rem, 16px) * 0.5) calc(var(--pk-rem, 16px) * -1.25)}@media (width >= 40rem){.b{gap:calc(var(--pk-rem, 16px) * 2)}}.c-1rem{}',
  )
})

test('a root gets each text once, and two roots share one sheet', () => {
  const [one, other] = [shadow(), shadow()]
  adoptStyles(one, '.x { color: red }', '.y { color: blue }')
  adoptStyles(one, '.x { color: red }')
  adoptStyles(other, '.x { color: red }')
  expect(one.adoptedStyleSheets).toHaveLength(2)
  expect(other.adoptedStyleSheets[0]).toBe(one.adoptedStyleSheets[0])
})

test('registered properties go to the document too, once', () => {
  const css = '@property --pk-test { syntax: "*"; inherits: false }'
  const before = document.adoptedStyleSheets.length
  adoptStyles(shadow(), css)
  adoptStyles(shadow(), css)
  expect(document.adoptedStyleSheets.length - before).toBe(1)
})

test('a document can be a root as well', () => {
  const before = document.adoptedStyleSheets.length
  adoptStyles(document, '.only-in-document { color: red }')
  expect(document.adoptedStyleSheets.length - before).toBe(1)
})

function shadow(): ShadowRoot {
  return document.createElement('div').attachShadow({ mode: 'open' })
}
