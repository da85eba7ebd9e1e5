import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blockStyle, boxStyle } from './box-style.ts'
import { cssColor } from './color.ts'
import { cssSpace, safeCss } from './safe-css.ts'
import { safeImageUrl, safeLinkUrl } from './safe-url.ts'

test.each([
  '12px',
  '50%',
  'calc(100% - 2rem)',
  'min(10px, 5vw)',
  '#ff8800',
  'rgb(0 0 0 / 50%)',
  'color-mix(in oklab, red 20%, white)',
  'linear-gradient(90deg, #fff 0%, rgba(0, 0, 0, .5) 100%)',
  'var(--color-text)',
])('%s is let through', (value) => {
  expect(safeCss(value)).toBe(value)
})

test.each([
  'url(x.png)',
  'URL(x.png)',
  'image-set("x.png" 1x)',
  'cross-fade(url(a), url(b))',
  'src(x)',
  'element(#id)',
  'paint(worklet)',
  'expression(alert(1))',
  'red; background: url(x)',
  'red}',
  'u\\72l(x)',
  'url/**/(x)',
  'calc(1px) image(x)',
  'attr(data-x type(<url>))',
  '',
  'a'.repeat(501),
])('%s is not', (value) => {
  expect(safeCss(value)).toBeUndefined()
})

test('no text makes a value that ends its declaration or loads anything', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'url(;:){}"\'\\/*@ a-Z0#%,'.split('')), maxLength: 30 }),
      (text) => {
        expect(safeCss(text) ?? '').not.toMatch(/[;:{}"'\\@]|url\(|\/\*/i)
      },
    ),
  )
})

test('a number is spacing units of 4 px', () => {
  expect([cssSpace(3), cssSpace(3.5), cssSpace(-2), cssSpace('10%')]).toEqual(['12px', '14px', '-8px', '10%'])
})

test.each([
  ['secondary', 'text', 'var(--color-text-secondary)'],
  ['surface-elevated', 'background', 'var(--color-surface-elevated)'],
  ['subtle', 'border', 'var(--color-border-subtle)'],
  ['blue', 'chart', 'var(--blue-400)'],
  ['blue', 'text', 'blue'],
  ['gray-900', 'text', 'var(--gray-900)'],
  ['green-400', 'background', 'var(--green-400)'],
  ['alpha-90', 'text', 'color-mix(in oklab, var(--alpha-base) 90%, transparent)'],
  ['white', 'text', 'white'],
  ['#123456', 'text', '#123456'],
  ['teal-400', 'text', undefined],
  ['gray-33', 'text', undefined],
  ['constructor', 'text', 'constructor'],
  ['url(x)', 'background', undefined],
] as const)('%s as colour of a %s is %s', (color, use, css) => {
  expect(cssColor(color, use, 'light')).toBe(css)
})

test('a colour per scheme is picked by the scheme, and its members may be tokens', () => {
  const color = { light: 'secondary', dark: 'gray-100' }
  expect(cssColor(color, 'text', 'light')).toBe('var(--color-text-secondary)')
  expect(cssColor(color, 'text', 'dark')).toBe('var(--gray-100)')
})

test('explicit width and height win over size', () => {
  expect(blockStyle({ size: 40, width: 80, radius: 'lg' })).toEqual({
    width: '80px',
    height: '40px',
    borderRadius: 'var(--radius-lg)',
  })
})

test('a side wins over its axis, for padding, margin and lines', () => {
  const style = boxStyle(
    {
      padding: { x: 4, left: 1 },
      margin: { y: -2 },
      border: { y: 1, top: { size: 2, color: 'strong', style: 'dashed' } },
    },
    'light',
  )
  expect(style).toEqual({
    paddingTop: '0px',
    paddingInlineEnd: '16px',
    paddingBottom: '0px',
    paddingInlineStart: '4px',
    '--pk-edge-top': '0px',
    '--pk-edge-end': '16px',
    '--pk-edge-bottom': '0px',
    '--pk-edge-start': '4px',
    marginTop: '-8px',
    marginBottom: '-8px',
    borderTop: '2px dashed var(--color-border-strong)',
    borderBottom: '1px solid var(--color-border)',
  })
})

test('a padding in CSS has one to four values', () => {
  expect(boxStyle({ padding: '4px calc(1px + 2px)' }, 'light')).toMatchObject({
    paddingTop: '4px',
    paddingInlineEnd: 'calc(1px + 2px)',
    paddingBottom: '4px',
    paddingInlineStart: 'calc(1px + 2px)',
  })
})

test('only pictures and links that are what they seem have an address', () => {
  const base = 'https://page.example/dir/'
  expect(safeImageUrl('https://a.example/x.png')).toBe('https://a.example/x.png')
  expect(safeImageUrl('x.png', base)).toBe('https://page.example/dir/x.png')
  expect(safeImageUrl('data:image/png;base64,AAAA')).toBe('data:image/png;base64,AAAA')
  for (const url of ['javascript:alert(1)', 'data:text/html,x', 'file:///x', 'mailto:a@b.c', 'java\nscript:alert(1)']) {
    expect(safeImageUrl(url, base)).toBeUndefined()
  }
  expect(safeLinkUrl('mailto:a@b.c')).toBe('mailto:a@b.c')
  expect(safeLinkUrl('chatkit-link://trail?id=1')).toBe('chatkit-link://trail?id=1')
  expect(safeImageUrl('chatkit-link://trail?id=1')).toBeUndefined()
  for (const url of ['javascript:alert(1)', 'data:image/png;base64,AAAA', 'vbscript:x', ' javascript:alert(1)']) {
    expect(safeLinkUrl(url, base)).toBeUndefined()
  }
})
