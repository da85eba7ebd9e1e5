import fc from 'fast-check'
import type { Token } from 'marked'
import { expect, test } from 'vitest'
import { type Block, createMarkdownReader } from './read-markdown.ts'

const document = `# Title

First *paragraph* with a [link](https://example.com).

- one
- two

  still two

1. a
2. b

| a | b |
|---|---|
| 1 | 2 |

\`\`\`ts
const x = 1

const y = 2
\`\`\`

> quote

See [the docs].

[the docs]: https://example.com/docs

Last.
`

function tokens(blocks: readonly (readonly Block[])[]) {
  return blocks.flat().map(({ token }) => token)
}

test('a text that has come in pieces of any size reads as if it had come at once', () => {
  const whole = tokens(createMarkdownReader().read(document, false))
  for (const size of [1, 2, 3, 7, 50, document.length]) {
    const reader = createMarkdownReader()
    for (let end = size; end < document.length; end += size) reader.read(document.slice(0, end), true)
    expect(tokens(reader.read(document, false))).toEqual(whole)
  }
})

test('blocks are the same while the text still streams', () => {
  const pieces = [
    '# T\n\n',
    'para\n\n',
    '- a\n',
    '- b\n\n',
    '- c\n\n',
    '```js\ncode\n```\n\n',
    '> q\n\n',
    '| a |\n|---|\n| 1 |\n\n',
    'end\n',
  ]
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...pieces), { maxLength: 12 }),
      fc.integer({ min: 1, max: 9 }),
      (parts, size) => {
        const text = parts.join('')
        const reader = createMarkdownReader()
        for (let end = size; end < text.length; end += size) reader.read(text.slice(0, end), true)
        const streamed = tokens(reader.read(text, true)).map((token) => token.type)
        expect(streamed).toEqual(tokens(createMarkdownReader().read(text, false)).map((token) => token.type))
      },
    ),
  )
})

test('a settled block stays the same object, so that it is not drawn again', () => {
  const reader = createMarkdownReader()
  const [before] = reader.read('one\n\ntwo\n\nthr', true)
  const [after] = reader.read('one\n\ntwo\n\nthree\n\nfour', true)
  expect(after?.slice(0, 2).map((block, index) => block === before?.[index])).toEqual([true, true])
  expect(after?.[2]).not.toBe(before?.[2])
})

test('a full group of blocks stays the same array', () => {
  const text = Array.from({ length: 40 }, (_, index) => `paragraph ${index}`).join('\n\n')
  const reader = createMarkdownReader()
  const before = reader.read(text, true)
  const after = reader.read(`${text} and more`, true)
  expect(before.map((group) => group.length)).toEqual([16, 16, 8])
  expect(after[0]).toBe(before[0])
  expect(after[1]).toBe(before[1])
})

test('finished blocks are kept when the stream ends', () => {
  const reader = createMarkdownReader()
  const [before] = reader.read('one\n\ntwo\n\nthree', true)
  const [after] = reader.read('one\n\ntwo\n\nthree', false)
  expect(after?.[0]).toBe(before?.[0])
  expect(after?.[1]).toBe(before?.[1])
})

test('items of a growing list stay the same objects', () => {
  const reader = createMarkdownReader()
  reader.read('- one\n- two\n- thr', true)
  const [[before] = []] = reader.read('- one\n- two\n- three\n- f', true)
  const [[after] = []] = reader.read('- one\n- two\n- three\n- four', true)
  expect(itemsOf(after).map((item, index) => item === itemsOf(before)[index])).toEqual([true, true, true, false])
})

function itemsOf(block: Block | undefined): unknown[] {
  return block?.token.type === 'list' ? block.token.items : []
}

test('rows of a growing table stay the same objects', () => {
  const reader = createMarkdownReader()
  reader.read('| a | b |\n|---|---|\n| 1 | 2 |\n| 3', true)
  const [[before] = []] = reader.read('| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n| 5', true)
  const [[after] = []] = reader.read('| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n| 5 | 6 |\n\nend', true)
  expect(rowsOf(after).map((row, index) => row === rowsOf(before)[index])).toEqual([true, true, false])
  expect(after?.token).toMatchObject({
    header: [{ text: 'a' }, { text: 'b' }],
    rows: [
      [{ text: '1' }, {}],
      [{}, {}],
      [{}, { text: '6' }],
    ],
  })
})

function rowsOf(block: Block | undefined): unknown[] {
  return block?.token.type === 'table' ? block.token.rows : []
}

test('what is written while it streams reads as it does at once', () => {
  const line = fc.constantFrom(
    '| a | b |',
    '|---|---|',
    '| 1 | 2 |',
    '- x',
    '- y',
    '  more',
    '1. n',
    '',
    '',
    'text',
    '> q',
    '# h',
    '```',
    '---',
    '* z',
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 16 }), fc.integer({ min: 1, max: 13 }), (lines, size) => {
      const text = `${lines.join('\n')}\n\nend of it`
      const reader = createMarkdownReader()
      for (let end = size; end < text.length; end += size) reader.read(text.slice(0, end), true)
      expect(plain(reader.read(text, true))).toBe(plain(createMarkdownReader().read(text, false)))
      expect(tokens(reader.read(text, false))).toEqual(tokens(createMarkdownReader().read(text, false)))
    }),
  )
})

/** All words of a document, whatever blocks they stand in. */
function plain(blocks: readonly (readonly Block[])[]): string {
  return tokens(blocks).map(wordsOf).join(' ').replace(/\s+/g, ' ')
}

function wordsOf(token: Token): string {
  if (token.type === 'table') return [...token.header, ...token.rows.flat()].map((cell) => cell.text).join(' ')
  const inner: Token[] = token.type === 'list' ? token.items : 'tokens' in token ? (token.tokens ?? []) : []
  return inner.length > 0 ? inner.map(wordsOf).join(' ') : 'text' in token ? token.text : ''
}

test('a list whose later items are spaced out becomes loose as a whole', () => {
  const reader = createMarkdownReader()
  reader.read('- one\n- two\n', true)
  const [[list] = []] = reader.read('- one\n- two\n\n- three\n', true)
  expect(list?.token).toMatchObject({ type: 'list', loose: true, items: [{}, {}, {}] })
})

test('numbers that may become the next item do not end a list', () => {
  const reader = createMarkdownReader()
  reader.read('1. one\n\n2', true)
  const blocks = tokens(reader.read('1. one\n\n2. two', true))
  expect(blocks).toHaveLength(1)
  expect(blocks[0]).toMatchObject({ type: 'list', items: [{}, {}] })
})

test('a link by reference works as soon as its definition is complete', () => {
  const reader = createMarkdownReader()
  reader.read('[a]: https://example.com/a\n\nSee', true)
  const [paragraph] = tokens(reader.read('[a]: https://example.com/a\n\nSee [a] now', true))
  expect(paragraph).toMatchObject({ tokens: [{ text: 'See ' }, { type: 'link', href: 'https://example.com/a' }, {}] })
})

test('another text begins from the start', () => {
  const reader = createMarkdownReader()
  reader.read('one\n\ntwo\n\nthree', true)
  expect(tokens(reader.read('other', true)).map((token) => token.raw)).toEqual(['other'])
})

test('the same text gives the same blocks', () => {
  const reader = createMarkdownReader()
  expect(reader.read('one', true)).toBe(reader.read('one', true))
})

test('heading levels make an outline that begins at 2 and skips none', () => {
  const blocks = createMarkdownReader().read('### A\n\n### B\n\n##### C\n\n# D\n\n## E', false)
  expect(blocks.flat().map(({ level }) => level)).toEqual([2, 2, 3, 2, 3])
})

test('work is in proportion to the new text', () => {
  const text = Array.from({ length: 800 }, (_, index) => `Paragraph *${index}* with \`code\`.\n\n`).join('')
  const reader = createMarkdownReader()
  let read = 0
  for (let end = 60; end <= text.length; end += 60) {
    const before = new Set(reader.read(text.slice(0, end - 60), true).flat())
    read += reader
      .read(text.slice(0, end), true)
      .flat()
      .filter((block) => !before.has(block)).length
  }
  expect(read).toBeLessThan((text.length / 60) * 5)
})
