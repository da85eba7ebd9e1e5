// @vitest-environment happy-dom
import { cleanup, configure, render, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { Markdown } from '../markdown.tsx'

configure({ asyncUtilTimeout: 20_000 })
afterEach(cleanup)

async function drawn(text: string, streaming = false): Promise<HTMLElement> {
  const { container } = render(<Markdown text={`${text}\n\n$ready$`} streaming={streaming} />)
  await waitFor(() => expect(container.querySelector('math[aria-label="ready"]')).not.toBeNull())
  return container
}
const names = (container: HTMLElement) =>
  [...container.querySelectorAll('math')].map((math) => math.getAttribute('aria-label')).slice(0, -1)

test('a formula is MathML, and its TeX is its name', async () => {
  const container = await drawn('The square $x^2$ of it.')
  expect(container.querySelector('p')?.innerHTML).toBe(
    'The square <math aria-label="x^2"><msup><mi>x</mi><mn>2</mn></msup></math> of it.',
  )
})

test('formulas in all four kinds of marks, also in lists, tables and quotes', async () => {
  const container = await drawn(
    'In \\(a\\):\n$$\nb\n- c\n= d\n$$\nand\n\n\\[\ne_1 * f_1\n\\]\n\n- $g$\n\n  $$h$$\n\n> $i$\n\n| a |\n|---|\n| $j$ |',
  )
  expect(names(container)).toEqual(['a', 'b\n- c\n= d', 'e_1 * f_1', 'g', 'h', 'i', 'j'])
  expect([...container.querySelectorAll('.pk-math math')].map((math) => math.getAttribute('display'))).toEqual([
    'block',
    'block',
    'block',
  ])
})

test('stars and underscores inside are no emphasis, around it they are', async () => {
  const container = await drawn('**bold $a*b_c$ bold** and $d_1*e$ *so $f_1*g_2$*')
  expect(names(container)).toEqual(['a*b_c', 'd_1*e', 'f_1*g_2'])
  expect([...container.querySelectorAll('strong, em')].map((each) => each.tagName)).toEqual(['STRONG', 'EM'])
})

test('prices, code and what is escaped are text', async () => {
  const container = await drawn('Either $5 or $10. `$x$` and \\$y\\$\n\n```\n$z$\n```')
  expect(names(container)).toEqual([])
  expect(container.querySelector('p')?.textContent).toBe('Either $5 or $10. $x$ and $y$')
})

test('what is no TeX is shown as written', async () => {
  const container = await drawn('$\\frac{$ and $\\nonsense{x}$\n\n$$\n\\begin{matrix} a\n$$')
  expect(names(container)).toEqual([])
  expect(container.textContent).toContain('$\\nonsense{x}$')
  expect(container.textContent).toContain('\\begin{matrix} a')
})

test('an unfinished formula is text until it closes', async () => {
  const { container, rerender } = render(<Markdown text={'Say\n\n$$\na[1\n- b'} streaming />)
  expect(container.querySelector('math, li')).toBeNull()
  expect(container.textContent).toContain('$$\na[1\n- b')
  rerender(<Markdown text={'Say\n\n$$\na[1\n- b\n$$\n\nand $x[1'} streaming />)
  await waitFor(() => expect(container.querySelector('math')?.getAttribute('aria-label')).toBe('a[1\n- b'))
  const first = container.querySelector('math')
  rerender(<Markdown text={'Say\n\n$$\na[1\n- b\n$$\n\nand $x[1, 2)$ is *op'} streaming />)
  expect([...container.querySelectorAll('math')].map((math) => math.getAttribute('aria-label'))).toEqual([
    'a[1\n- b',
    'x[1, 2)',
  ])
  expect(container.querySelector('em')?.textContent).toBe('op')
  expect(container.querySelector('math')).toBe(first)
})

test('what a formula contains cannot run, load, or lead anywhere', async () => {
  const attacks = [
    '\\href{javascript:alert(1)}{x}',
    '\\url{javascript:alert(1)}',
    '\\includegraphics{https://evil.example/x.png}',
    '\\text{<img src=x onerror=alert(1)>}',
    '\\style{background:url(https://evil.example)}{x}',
    '\\class{pk-code}{x}',
    '\\id{x}{y}',
    '\\data{onclick=alert(1)}{y}',
    '\\color{url(https://evil.example)}{x}',
    '\\colorbox{red;background:url(https://evil.example)}{x}',
    '\\text{</math><script>alert(1)</script>}',
    '\\unicode{x3c}script\\unicode{x3e}',
    '\\htmlClass{x}{y} \\htmlStyle{position:fixed}{y}',
    '\\def\\a{\\a\\a}\\a',
    '\\rule{100000em}{100000em}',
    '\\kern{-100000em} x',
    `${'{'.repeat(500)}x${'}'.repeat(500)}`,
    'x^'.repeat(300),
    `\\frac1{`.repeat(400),
  ]
  const container = await drawn(attacks.map((tex) => `$$${tex}$$`).join('\n\n'))
  expect(
    container.querySelectorAll('a, img, script, style, annotation-xml, foreignObject, svg, [href], [src], [id]'),
  ).toHaveLength(0)
  for (const element of container.querySelectorAll('math, math *')) {
    for (const { name, value } of element.attributes) {
      expect(name).not.toMatch(/^on|href|src|xlink|^data-|action/)
      if (name !== 'aria-label') expect(value).not.toMatch(/url|javascript|\d{3,}em|position/)
    }
  }
})

test('a formula defines nothing for the next', async () => {
  const container = await drawn('$\\gdef\\mine{x} \\mine$ and $\\mine$')
  expect(names(container)).toEqual(['\\gdef\\mine{x} \\mine'])
})
