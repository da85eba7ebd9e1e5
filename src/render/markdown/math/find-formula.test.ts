import { expect, test } from 'vitest'
import { replaceFormulas } from './find-formula.ts'

function formulas(text: string): string[] {
  const found: string[] = []
  replaceFormulas(text, ({ raw }) => {
    found.push(raw)
    return ''
  })
  return found
}

test.each([
  ['Take $x$, $y_1$ and ($z$).', ['$x$', '$y_1$', '$z$']],
  ['$a \\$ b$', ['$a \\$ b$']],
  ['\\(a\\) and \\[b\nc\\] and $$d$$', ['\\(a\\)', '\\[b\nc\\]', '$$d$$']],
  ['$2x + 3 = 7$ and $10^{-3}$', ['$2x + 3 = 7$', '$10^{-3}$']],
])('formulas: %s', (text, found) => {
  expect(formulas(text)).toEqual(found)
})

test.each([
  '$5 and $10',
  '$5-$10, US$6, A$7',
  '$5/month, not 6$',
  'from $5 (before: 10$)',
  '$ x$ and $x $',
  'echo $HOME/$USER',
  'a$b$c',
  '\\$x\\$',
  '`$a` and `$b`',
  '$$\n\n$$',
  '$$a\n\nb$$',
  '$x',
  '\\(x',
  '\\\\(x\\\\)',
])('no formula: %s', (text) => {
  expect(formulas(text)).toEqual([])
})

test('looking takes a time in proportion to the text, whatever it is', () => {
  const time = (text: string) => {
    const start = performance.now()
    replaceFormulas(text, () => '')
    return performance.now() - start
  }
  for (const piece of ['$a ', '\\(', '$$', '\\[\n', '$a\\', '$1 '])
    expect(time(piece.repeat(20_000))).toBeLessThan(2000)
})
