import fc from 'fast-check'
import { common, createLowlight } from 'lowlight'
import { expect, test } from 'vitest'
import { highlight } from './highlight.ts'
import { isKnownLanguage, languageNames } from './languages.ts'
import { runsInParts } from './runs-in-parts.ts'

test('code in runs, of which neighbours differ', () => {
  expect(highlight("let a = f('x') // no", 'TS')).toEqual([
    { text: 'let', kind: 'keyword' },
    { text: ' a = ', kind: null },
    { text: 'f', kind: 'name' },
    { text: '(', kind: null },
    { text: "'x'", kind: 'string' },
    { text: ') ', kind: null },
    { text: '// no', kind: 'comment' },
  ])
})

test('the names that are known are those of the highlighter', () => {
  const lowlight = createLowlight(common)
  expect(languageNames.filter((name) => !lowlight.registered(name))).toEqual([])
  const missing = lowlight.listLanguages().filter((name) => !isKnownLanguage(name))
  expect(missing).toEqual(['plaintext'])
  expect(isKnownLanguage('TypeScript')).toBe(true)
  expect(isKnownLanguage('constructor')).toBe(false)
})

test('whatever the code, its runs in parts are the parts', () => {
  const line = fc.constantFrom('/* a', '*/ b', '`x', "'y'", '<b onclick="x">', 'def f():', '', '$1 "', '@media {')
  fc.assert(
    fc.property(fc.constantFrom('ts', 'py', 'html', 'bash'), fc.array(fc.array(line)), (language, parts) => {
      const texts = parts.map((lines) => lines.map((each) => `${each}\n`).join(''))
      const runs = runsInParts(highlight(texts.join(''), language), texts)
      expect(runs.map((inPart) => inPart.map((run) => run.text).join(''))).toEqual(texts)
    }),
  )
})
