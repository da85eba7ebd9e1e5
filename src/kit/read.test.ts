import { expect, test } from 'vitest'
import { childrenOf, readWidget } from './index.ts'

/** The problems of a reading as `code at`. */
const found = (json: unknown) => readWidget(json).problems.map(({ code, at }) => `${code} ${at}`)

test('a right widget comes back as the very same object', () => {
  const json = { type: 'Card', children: [{ type: 'Text', value: 'a' }] }
  expect(readWidget(json)).toEqual({ root: json, problems: [] })
  expect(readWidget(json).root).toBe(json)
})

test('null is absent everywhere', () => {
  const json = {
    type: 'Basic',
    theme: null,
    children: [
      null,
      { type: 'Row', children: null },
      { type: 'Text', value: 'a', color: null, editable: { name: 'n', pattern: null } },
    ],
  }
  expect(readWidget(json)).toEqual({
    root: { type: 'Basic', children: [{ type: 'Row' }, { type: 'Text', value: 'a', editable: { name: 'n' } }] },
    problems: [],
  })
})

test('what is wrong is left out and reported, what is missing is taken as empty', () => {
  const json = {
    type: 'Card',
    size: 'huge',
    scrollable: true,
    children: [
      { type: 'Text', weight: 'bold', size: 3 },
      { type: 'Select', name: 's' },
      'text',
      { type: 'Image', src: 5 },
    ],
  }
  expect(readWidget(json).root).toEqual({
    type: 'Card',
    children: [
      { type: 'Text', weight: 'bold', value: '' },
      { type: 'Select', name: 's', options: [] },
      { type: 'Image', src: '5' },
    ],
  })
  expect(found(json)).toEqual([
    'wrong_value Card.size',
    'unknown_prop Card.scrollable',
    'wrong_value Card.children[0].size',
    'missing_prop Card.children[0].value',
    'missing_prop Card.children[1].options',
    'not_a_node Card.children[2]',
    'wrong_value Card.children[3].src',
  ])
})

test('of a list or an object the right parts stay', () => {
  const json = {
    type: 'Card',
    children: [
      { type: 'RadioGroup', name: 'r', options: [{ label: 'A', value: 'a', icon: 'star' }, { label: 'B' }, 7] },
      {
        type: 'Chart',
        data: [{ day: 'Mon', n: 1, m: null }],
        series: [{ type: 'bar', dataKey: 'n' }, { type: 'pie' }],
        xAxis: 'day',
      },
      { type: 'Box', padding: { top: 2, middle: 1 }, border: { size: 'thick' } },
    ],
  }
  expect(readWidget(json).root?.children).toEqual([
    { type: 'RadioGroup', name: 'r', options: [{ label: 'A', value: 'a' }] },
    { type: 'Chart', data: [{ day: 'Mon', n: 1 }], series: [{ type: 'bar', dataKey: 'n' }], xAxis: 'day' },
    { type: 'Box', padding: { top: 2 }, border: {} },
  ])
})

test('the docs’ own slips are understood: column, and streaming as a text', () => {
  const action = { type: 'go', streaming: 'false', payload: ['any', 'JSON'] }
  const json = {
    type: 'Card',
    children: [{ type: 'Box', direction: 'column', children: [{ type: 'Button', onClickAction: action }] }],
  }
  expect(readWidget(json).root).toEqual({
    type: 'Card',
    children: [
      {
        type: 'Box',
        direction: 'col',
        children: [{ type: 'Button', onClickAction: { type: 'go', streaming: false, payload: ['any', 'JSON'] } }],
      },
    ],
  })
})

test('an unknown component keeps its place and what is inside it', () => {
  const json = {
    type: 'Card',
    children: [{ type: 'Carousel', id: 'c', speed: 3, children: [{ type: 'Text', value: 'a' }, null] }],
  }
  expect(readWidget(json)).toEqual({
    root: {
      type: 'Card',
      children: [{ type: 'Unknown', name: 'Carousel', id: 'c', children: [{ type: 'Text', value: 'a' }] }],
    },
    problems: [
      {
        level: 'error',
        code: 'unknown_type',
        at: 'Card.children[0].type',
        problem: 'no component is called "Carousel"',
        hint: 'What is inside it was kept.',
      },
    ],
  })
})

test('roots inside roots and rows outside lists are let in', () => {
  const json = {
    type: 'Card',
    children: [
      { type: 'ListView', children: [{ type: 'Text', value: 'a' }] },
      { type: 'ListViewItem', children: [] },
    ],
  }
  expect(readWidget(json)).toEqual({ root: json, problems: [] })
})

test('one child where a list belongs is a list of one, and the other way round the first', () => {
  const json = {
    type: 'Card',
    children: {
      type: 'Transition',
      children: [
        { type: 'Text', value: 'a' },
        { type: 'Text', value: 'b' },
      ],
    },
  }
  expect(readWidget(json).root).toEqual({
    type: 'Card',
    children: [{ type: 'Transition', children: { type: 'Text', value: 'a' } }],
  })
})

test('what is no widget gives no root, whatever it is', () => {
  for (const json of [undefined, null, 5, 'Card', [], {}, { type: 'Text', value: '' }, { type: { toString: 0 } }]) {
    expect(readWidget(json).root).toBeNull()
    expect(found(json)).toHaveLength(1)
  }
})

test('depth and number of nodes are limited; the rest is left out', () => {
  let deep: unknown = { type: 'Text', value: 'bottom' }
  for (let level = 0; level < 5_000; level++) deep = { type: 'Box', children: [deep] }
  expect(found({ type: 'Card', children: [deep] })).toEqual(['too_deep widget'])
  const wide = { type: 'Card', children: Array.from({ length: 6_000 }, () => ({ type: 'Spacer' })) }
  const read = readWidget(wide)
  expect(read.root?.children).toHaveLength(4_999)
  expect(read.problems).toHaveLength(100)
})

test('the children of a node are its list, its one child, or none', () => {
  const text = { type: 'Text', value: 'a' } as const
  expect(childrenOf({ type: 'Col', children: [text] })).toEqual([text])
  expect(childrenOf({ type: 'Transition', children: text })).toEqual([text])
  expect(childrenOf({ type: 'Transition' })).toEqual([])
  expect(childrenOf(text)).toEqual([])
})

test('the first node keeps an id that is there twice', () => {
  const text = (value: string) => ({ type: 'Text', id: 'a', value })
  const { root, problems } = readWidget({ type: 'Card', children: [text('x'), text('y')] })
  expect(root).toEqual({ type: 'Card', children: [text('x'), { type: 'Text', value: 'y' }] })
  expect(problems.map(({ code, at }) => `${code} ${at}`)).toEqual(['duplicate_id Card.children[1].id'])
})
