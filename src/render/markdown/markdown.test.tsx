// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { Markdown } from './markdown.tsx'

afterEach(cleanup)

function html(text: string, streaming = false): string {
  return render(<Markdown text={text} streaming={streaming} />).container.querySelector('.pk-blocks')?.innerHTML ?? ''
}

test('emphasis, code and line breaks', () => {
  expect(html('**b** *i* ~~s~~ `c`  \nnext')).toBe(
    '<p><strong>b</strong> <em>i</em> <del>s</del> <code>c</code><br>next</p>',
  )
})

test('headings keep their depth for the eye and get a level that skips none', () => {
  expect(html('### First\n\n##### Second')).toBe('<h2 data-depth="3">First</h2><h3 data-depth="5">Second</h3>')
})

test('lists, nested and with numbers of their own', () => {
  expect(html('3. a\n4. b\n   - c')).toBe(
    '<ol dir="auto" start="3"><li>a</li><li>b<ul dir="auto"><li>c</li></ul></li></ol>',
  )
})

test('a task list says which are done', () => {
  render(<Markdown text={'- [x] one\n- [ ] two'} />)
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Done' }).checked).toBe(true)
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Not done' }).disabled).toBe(true)
})

test('a table with alignment', () => {
  expect(html('| a | b |\n|---|--:|\n| 1 | **2** |')).toBe(
    '<div class="pk-markdown-scroll" tabindex="0"><table dir="auto"><thead><tr><th>a</th><th style="text-align: right;">b</th></tr></thead>' +
      '<tbody><tr><td>1</td><td style="text-align: right;"><strong>2</strong></td></tr></tbody></table></div>',
  )
})

test('HTML is shown, never made', () => {
  const text = '<img src=x onerror=alert(1)>\n\ntext <b>bold</b> <script>alert(1)</script>'
  const { container } = render(<Markdown text={text} />)
  expect(container.querySelector('img, b, script')).toBeNull()
  expect(container.textContent).toContain('<img src=x onerror=alert(1)>')
  expect(container.textContent).toContain('text <b>bold</b> <script>alert(1)</script>')
})

test('character references are read', () => {
  expect(html('Fish &amp; chips &#8211; &#x20AC;5 &unknown;')).toBe('<p>Fish &amp; chips – €5 &amp;unknown;</p>')
})

test('links open in a new tab; what is no link stays text', async () => {
  const onLink = vi.fn((_url: string, event: { preventDefault(): void }) => event.preventDefault())
  render(
    <Markdown
      text="[good](https://example.com/a?b=1&amp;c) [bad](javascript:alert(1)) <mailto:a@b.c>"
      onLink={onLink}
    />,
  )
  const [good, mail] = screen.getAllByRole<HTMLAnchorElement>('link')
  expect([good?.getAttribute('href'), good?.target, good?.rel]).toEqual([
    'https://example.com/a?b=1&c',
    '_blank',
    'noopener noreferrer',
  ])
  expect(mail?.getAttribute('href')).toBe('mailto:a@b.c')
  expect(screen.getByText(/bad/).tagName).toBe('P')
  if (good) await userEvent.click(good)
  expect(onLink).toHaveBeenCalledWith('https://example.com/a?b=1&c', expect.anything())
})

test('pictures come from allowed hosts only; others are links', () => {
  const text = '![one](https://img.example.com/1.png) ![two](https://evil-example.com/2.png) ![three](javascript:x)'
  const { container } = render(<Markdown text={text} allowedImageDomains={['example.com']} />)
  expect([...container.querySelectorAll('img')].map((image) => image.src)).toEqual(['https://img.example.com/1.png'])
  expect(screen.getByRole('link', { name: 'two' }).getAttribute('href')).toBe('https://evil-example.com/2.png')
  expect(container.textContent).toContain('three')
})

test('code stands in a panel with its language and can be copied', async () => {
  const user = userEvent.setup()
  render(<Markdown text={'```ts\nconst a = 1\n```'} />)
  expect(screen.getByText('ts')).toBeDefined()
  await user.click(screen.getByRole('button', { name: 'Copy' }))
  expect(await navigator.clipboard.readText()).toBe('const a = 1')
  expect(screen.getByRole('button', { name: 'Copied' })).toBeDefined()
})

test('while it streams, elements of settled blocks stay, and open marks are closed', () => {
  const { container, rerender } = render(<Markdown text={'# One\n\nfirst **bo'} streaming />)
  const heading = screen.getByRole('heading')
  expect(container.querySelector('strong')?.textContent).toBe('bo')
  rerender(<Markdown text={'# One\n\nfirst **bold** and more\n\n- a'} streaming />)
  expect(screen.getByRole('heading')).toBe(heading)
  expect(container.querySelector('li')?.textContent).toBe('a')
  rerender(<Markdown text={'# One\n\nfirst **bold** and more\n\n- a'} />)
  expect(screen.getByRole('heading')).toBe(heading)
})

test('settled blocks are in groups, which stay the same elements while the text grows', () => {
  const paragraphs = (count: number) => Array.from({ length: count }, (_, index) => `Paragraph ${index}.\n\n`).join('')
  const { container, rerender } = render(<Markdown text={paragraphs(20)} streaming />)
  const groups = () => [...container.querySelectorAll('.pk-blocks')]
  const before = groups()
  expect(before.map((group) => group.childElementCount)).toEqual([16, 4])
  rerender(<Markdown text={`${paragraphs(31)}## Heading\n\n${paragraphs(2)}`} streaming />)
  expect(groups().map((group) => group.childElementCount)).toEqual([16, 16, 2])
  expect(groups()[1]).toBe(before[1])
  expect(groups().map((group) => group.hasAttribute('data-after-heading'))).toEqual([false, false, true])
  rerender(<Markdown text={`${paragraphs(31)}## Heading\n\n${paragraphs(2)}`} />)
  expect(groups()[0]).toBe(before[0])
})

test('items of a long list stay the same elements while it grows', () => {
  const list = (count: number) => Array.from({ length: count }, (_, index) => `- Item ${index}\n`).join('')
  const { container, rerender } = render(<Markdown text={list(40)} streaming />)
  const before = [...container.querySelectorAll('ul > li')]
  rerender(<Markdown text={list(60)} streaming />)
  const after = [...container.querySelectorAll('ul > li')]
  expect(after).toHaveLength(60)
  expect(after.every((item, index) => index >= 40 || item === before[index])).toBe(true)
})

test('an address as text of its link is never turned; other links follow their words', () => {
  expect(html('https://a.example/?b=c [المزيد](https://a.example/)')).toBe(
    '<p><a href="https://a.example/?b=c" dir="ltr" target="_blank" rel="noopener noreferrer">https://a.example/?b=c</a> ' +
      '<a href="https://a.example/" target="_blank" rel="noopener noreferrer">المزيد</a></p>',
  )
})
