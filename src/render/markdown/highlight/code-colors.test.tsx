// @vitest-environment happy-dom
import { cleanup, configure, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { Markdown } from '../markdown.tsx'
import { longestColored } from './colored-code.ts'

configure({ asyncUtilTimeout: 20_000 }) // the grammars take a slow machine a while
afterEach(cleanup)

const colored = () => [...document.querySelectorAll('[data-code]')].map((piece) => piece.textContent)

test('code gets its colours, and stays the same text', async () => {
  const { container } = render(<Markdown text={'```ts\nconst a = 1\n```'} />)
  expect(container.querySelector('code')?.innerHTML).toBe('<span>const a = 1</span>')
  await waitFor(() => expect(colored()).toEqual(['const', '1']))
  expect(container.querySelector('code')?.innerHTML).toBe(
    '<span><span data-code="keyword">const</span> a = <span data-code="number">1</span></span>',
  )
})

test('code that was coloured before has its colours at once', async () => {
  const { unmount } = render(<Markdown text={'```ts\nlet before\n```'} />)
  await waitFor(() => expect(colored()).toEqual(['let']))
  unmount()
  render(<Markdown text={'```ts\nlet before\n```'} />)
  expect(colored()).toEqual(['let'])
})

test('while it streams, code is coloured when its fence closes, not before', async () => {
  const growing = 'text\n\n```ts\nlet one\n```\n\n```js\nlet two'
  const { rerender } = render(<Markdown text={growing} streaming />)
  await waitFor(() => expect(colored()).toEqual(['let']))
  const [first] = document.querySelectorAll('[data-code]')
  rerender(<Markdown text={`${growing}, three`} streaming />)
  await settle()
  expect(colored()).toEqual(['let'])
  expect(document.querySelector('[data-code]')).toBe(first)
  rerender(<Markdown text={`${growing}, three\n\`\`\`\n`} streaming />)
  await waitFor(() => expect(colored()).toEqual(['let', 'let']))
})

test('a shorter fence inside a longer one does not close it', async () => {
  const growing = '````ts\nlet a\n```'
  const { rerender } = render(<Markdown text={growing} streaming />)
  await settle()
  expect(colored()).toEqual([])
  rerender(<Markdown text={`${growing}\n\`\`\`\`\n`} streaming />)
  await waitFor(() => expect(colored()).toContain('let'))
})

test('an answer that ends inside its code gives it colours', async () => {
  const { rerender } = render(<Markdown text={'```ts\nlet cut'} streaming />)
  rerender(<Markdown text={'```ts\nlet cut'} />)
  await waitFor(() => expect(colored()).toEqual(['let']))
})

test('unknown languages and very long code stay plain', async () => {
  const long = 'let a\n'.repeat(longestColored / 6 + 1)
  render(
    <Markdown
      text={`\`\`\`nonsense\nlet a\n\`\`\`\n\n\`\`\`ts\n${long}\`\`\`\n\n\`\`\`\nlet b\n\`\`\`\n\n    let c`}
    />,
  )
  await settle()
  expect(colored()).toEqual([])
})

test('HTML in code is text, coloured or not', async () => {
  const { container } = render(
    <Markdown text={'```html\n<img src=x onerror="alert(1)"><script>alert(1)</script>\n```'} />,
  )
  await waitFor(() => expect(colored().length).toBeGreaterThan(3))
  expect(container.querySelector('code img, code script')).toBeNull()
  expect(container.querySelector('code')?.textContent).toBe('<img src=x onerror="alert(1)"><script>alert(1)</script>')
  expect(screen.getByRole('button', { name: 'Copy' })).toBeDefined()
})

/** Time enough for colours that should not come: those of another block, asked for later, have come. */
async function settle() {
  const { container, unmount } = render(<Markdown text={`\`\`\`ts\nlet wait${Math.random()}\n\`\`\``} />)
  await waitFor(() => expect(container.querySelector('[data-code]')).not.toBeNull())
  unmount()
}
