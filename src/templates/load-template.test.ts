import { expect, test } from 'vitest'
import { inspectWidget } from '../kit/index.ts'
import { loadTemplate } from './load-template.ts'
import { agendaFile } from './testing/agenda.ts'
import { menuFile } from './testing/menu.ts'
import { readingListFile, readingListState } from './testing/reading-list.ts'

const file = (template: string) => ({ version: '1.0', name: 'card', template })

test('a file of Studio builds its widget, with nulls left out', () => {
  const widget = loadTemplate(readingListFile).build(readingListState)
  expect(widget).toEqual({
    type: 'ListView',
    children: [
      {
        type: 'ListViewItem',
        key: 'emma',
        gap: 5,
        onClickAction: {
          type: 'book.choose',
          handler: 'client',
          payload: {
            id: 'emma',
            all: [
              { author: 'Jane Austen', color: 'blue-500', id: 'emma', title: 'Emma' },
              { color: 'red-500', id: 'beowulf', title: 'Beowulf' },
            ],
          },
        },
        children: [
          { type: 'Box', background: 'blue-500', radius: 'full', size: 25 },
          {
            type: 'Col',
            gap: 1,
            children: [
              { type: 'Text', value: 'Emma', weight: 'semibold' },
              { type: 'Text', value: 'by Jane Austen', size: 'sm' },
            ],
          },
        ],
      },
      {
        type: 'ListViewItem',
        key: 'beowulf',
        gap: 5,
        onClickAction: {
          type: 'book.choose',
          handler: 'client',
          payload: {
            id: 'beowulf',
            all: [
              { author: 'Jane Austen', color: 'blue-500', id: 'emma', title: 'Emma' },
              { color: 'red-500', id: 'beowulf', title: 'Beowulf' },
            ],
          },
        },
        children: [
          { type: 'Box', background: 'red-500', radius: 'full', size: 25 },
          { type: 'Col', gap: 1, children: [{ type: 'Text', value: 'Beowulf', weight: 'semibold' }] },
        ],
      },
      {
        type: 'ListViewItem',
        key: 'more',
        children: [
          { type: 'Button', label: 'More <books>', pill: true, disabled: false, onClickAction: { type: 'book.more' } },
        ],
      },
    ],
  })
  expect(inspectWidget(widget)).toEqual([])
})

test('what is chosen loses its action and gets its mark', () => {
  const { children } = loadTemplate(readingListFile).build({ ...readingListState, chosen: 'beowulf' })
  expect(children).toEqual([
    expect.not.objectContaining({ onClickAction: expect.anything() }),
    {
      type: 'ListViewItem',
      key: 'beowulf',
      gap: 5,
      children: [
        { type: 'Box', background: 'red-500', radius: 'full', size: 25 },
        {
          type: 'Col',
          gap: 1,
          children: [{ type: 'Text', value: 'Beowulf', weight: 'semibold', color: 'emphasis' }],
        },
        { type: 'Icon', name: 'check', size: 'xl' },
      ],
    },
    expect.objectContaining({ children: [expect.objectContaining({ disabled: true })] }),
  ])
})

test('a tree collected in a namespace is printed in one piece', () => {
  const days = [{ name: 'Monday', entries: [{ id: 'a', title: 'Tea', note: 'Tea & <cake>' }, { title: 'Walk' }] }]
  expect(loadTemplate(agendaFile).build({ current: 'a', days })).toEqual({
    type: 'ListView',
    limit: 6,
    children: [
      { type: 'ListViewItem', key: 'Monday-day', children: [{ type: 'Text', value: 'Monday', weight: 'medium' }] },
      { type: 'ListViewItem', key: 'a', children: [{ type: 'Text', value: 'Tea & <cake>', color: 'emphasis' }] },
      { type: 'ListViewItem', key: '', children: [{ type: 'Text', value: 'Walk', color: 'secondary' }] },
    ],
  })
  expect(loadTemplate(agendaFile).build()).toEqual({ type: 'ListView', limit: 6, children: [] })
})

test('pretty JSON with commas by loop.last is read', () => {
  const dishes = [
    { value: 'soup', label: 'Soup' },
    { value: 'pie', label: 'Pie' },
  ]
  expect(loadTemplate(menuFile).build({ dishes, actionType: 'dish' })).toEqual({
    type: 'ListView',
    children: [
      {
        type: 'ListViewItem',
        key: 'soup',
        onClickAction: { type: 'first' },
        children: [
          { type: 'Icon', name: 'empty-circle' },
          { type: 'Text', value: 'Soup' },
        ],
      },
      {
        type: 'ListViewItem',
        key: 'pie',
        onClickAction: { type: 'dish' },
        children: [
          { type: 'Icon', name: 'empty-circle' },
          { type: 'Text', value: 'Pie' },
        ],
      },
    ],
  })
})

test('data that is missing is named, with what stands beside it', () => {
  const { build } = loadTemplate(readingListFile)
  const books = [{ id: 'emma', name: 'Emma', author: null, color: 'blue-500' }]
  expect(() => build({ chosen: null, books })).toThrow(
    'Reading list.books[0].title: missing; `books[0]` has id, name, author, color. ' +
      'Give it in the data, or write `| default(…)` behind it in the template.',
  )
  expect(() => build({ books: readingListState.books })).toThrow(
    expect.objectContaining({ code: 'invalid_input', at: 'Reading list.chosen', problem: 'missing' }),
  )
})

test('unknown components and properties pass, as at the reference server', () => {
  const card = '{"type":"Card","of":[],"children":{"type":"Gauge","value":1,"key":null}}'
  expect(loadTemplate(file(card)).build()).toEqual({ type: 'Card', of: [], children: { type: 'Gauge', value: 1 } })
})

test.each([
  ['{"type":"Box"}', 'card', '`{"type":"Box"}` is no widget'],
  ['[]', 'card', '`[]` is no widget'],
  ['', 'card', 'the template gave nothing'],
  ['{"type":"Card","children":[1]}', 'card.children[0]', 'no component stands here'],
  ['{"type":"Card","children":[{"type":"Row","key":7}]}', 'card.children[0].key', 'a number where a text belongs'],
])('%s is refused', (template, at, problem) => {
  expect(() => loadTemplate(file(template)).build()).toThrow(
    expect.objectContaining({ code: 'invalid_widget', at, problem }),
  )
})

test('broken JSON is shown where it breaks', () => {
  const { build } = loadTemplate(file('{"type":"Card","collapsed":{{ open }},"children":[]}'))
  expect(() => build({ open: false })).toThrow(/the template gave no JSON near `.*":False,/)
})

test('data is held against the JSON Schema only when asked for', () => {
  const { build } = loadTemplate(readingListFile)
  const books = [{ id: 'emma', title: '', author: null, color: 'green', pages: 3 }]
  expect(build({ chosen: null, books }).type).toBe('ListView')
  expect(() => build({ chosen: null, books }, { validate: true })).toThrow(
    expect.objectContaining({
      code: 'invalid_input',
      at: 'Reading list.books[0].title',
      problems: [
        expect.objectContaining({ at: 'Reading list.books[0].title' }),
        expect.objectContaining({ at: 'Reading list.books[0].color' }),
        expect.objectContaining({ at: 'Reading list.books[0].pages', problem: 'no property has this name' }),
      ],
    }),
  )
  expect(build(readingListState, { validate: true }).type).toBe('ListView')
})

test.each([
  [null, 'widget file'],
  [{ version: '2.0', name: 'x', template: '' }, 'widget file.version'],
  [{ version: '1.0', template: '' }, 'widget file.name'],
  [{ version: '1.0', name: 'x', template: {} }, 'widget file.template'],
  [{ version: '1.0', name: 'x', template: '', jsonSchema: [] }, 'widget file.jsonSchema'],
])('the file %j is refused', (wrong, at) => {
  expect(() => loadTemplate(wrong)).toThrow(expect.objectContaining({ code: 'invalid_input', at }))
})
