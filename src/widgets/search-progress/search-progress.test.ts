import { expect, test } from 'vitest'
import { childrenOf } from '../../kit/index.ts'
import {
  addResults,
  finishSearch,
  searchDone,
  searchEmpty,
  searchFailed,
  searchFrench,
  searchProgress,
  searchResults,
  searchStart,
  searchStep1,
  searchStep2,
  searchTwo,
  startSearch,
} from './index.ts'

const statusOf = (state: typeof searchStart) => {
  const root = searchProgress(state)
  return root.type === 'Card' ? root.status : undefined
}

const countOf = (state: typeof searchStart) => {
  const count = findById(searchProgress(state), 'q1-count')
  return count?.type === 'Caption' ? count.value : undefined
}

/** Every node below, with its key or id. */
function names(node: AnyNode): string[] {
  return childrenOf(node).flatMap((child) => [child.id ?? child.key ?? [], names(child)].flat())
}

test('a search begins with its question and a quiet line', () => {
  expect(searchProgress(searchStart)).toEqual({
    type: 'Card',
    key: 'search-1',
    size: 'md',
    status: { text: 'Searching…', icon: 'search' },
    children: [
      {
        type: 'Col',
        key: 'q1',
        id: 'q1',
        gap: 3,
        children: [
          { type: 'Title', value: 'How do I get up the Zugspitze?', size: 'sm', maxLines: 2 },
          {
            type: 'Col',
            id: 'q1-results',
            children: [
              {
                type: 'Col',
                id: 'q1-more',
                children: [
                  {
                    type: 'Row',
                    gap: 3,
                    children: [
                      { type: 'Icon', name: 'dots-horizontal', color: 'tertiary' },
                      { type: 'Caption', value: 'Looking for pages…' },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
  })
})

test('a result is a row with its link, its site and a snippet', () => {
  const state = addResults(startSearch('s', 'q'), [
    {
      title: 'A [small] page',
      url: 'https://www.example.org/a?b=(c)',
      snippet: 'Text.',
      favicon: 'https://example.org/i.png',
    },
  ])
  const [query] = childrenOf(searchProgress(finishSearch(state)))
  const [, results] = query ? childrenOf(query) : []
  expect(results).toEqual({
    type: 'Col',
    id: 'q1-results',
    children: [
      {
        type: 'Col',
        id: 'q1-p1',
        children: [
          {
            type: 'Col',
            id: 'q1-1',
            children: [
              {
                type: 'Row',
                align: 'start',
                gap: 3,
                children: [
                  { type: 'Image', src: 'https://example.org/i.png', alt: '', size: 20, radius: 'xs' },
                  {
                    type: 'Col',
                    flex: 1,
                    gap: 0.5,
                    children: [
                      { type: 'Markdown', value: '[A \\[small\\] page](<https://www.example.org/a?b=(c)>)' },
                      { type: 'Caption', value: 'example.org', truncate: true },
                      { type: 'Text', value: 'Text.', size: 'sm', color: 'secondary', maxLines: 2 },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
  })
})

test('more results come below those that are there, which keep id and content', () => {
  const rows = (state: typeof searchStart) =>
    [1, 2, 3, 4]
      .map((number) => findById(searchProgress(state), `q1-${number}`))
      .filter((row) => row && childrenOf(row).length > 0)
  expect(rows(searchStep1)).toHaveLength(1)
  expect(rows(searchStep2)).toHaveLength(3)
  expect(rows(searchStep2).slice(0, 1)).toEqual(rows(searchStep1))
  expect(rows(searchDone).slice(0, 3)).toEqual(rows(searchStep2))
})

test('places for what is to come are there only while the card searches', () => {
  const pages = ['q1-p1', 'q1-p2', 'q1-p3', 'q1-p4', 'q1-p5', 'q1-p6', 'q1-p7', 'q1-p8', 'q1-p9', 'q1-p10']
  const places = ['q1-1', 'q1-2', 'q1-3', 'q1-4', 'q1-5']
  const more = ['q1-more', 'q1-count']
  expect(names(searchProgress(searchStart))).toEqual(['q1', 'q1-results', 'q1-more'])
  expect(names(searchProgress(searchStep2))).toEqual([
    'q1',
    'q1-results',
    ...pages.slice(0, 1),
    ...places,
    ...pages.slice(1),
    ...more,
  ])
  expect(names(searchProgress(searchDone))).toEqual(['q1', 'q1-results', 'q1-p1', ...places.slice(0, 4)])
  expect(names(searchProgress(searchFailed))).toEqual(['q1', 'q1-results', 'q1-p1', 'q1-1', 'q1-problem'])
})

test('the quiet line counts, the status line settles', () => {
  expect([searchStart, searchStep1, searchStep2, searchDone].map(countOf)).toEqual([
    undefined,
    '1 result',
    '3 results',
    undefined,
  ])
  expect([searchStart, searchStep1, searchStep2, searchDone, searchEmpty, searchFailed].map(statusOf)).toEqual([
    { text: 'Searching…', icon: 'search' },
    { text: 'Searching…', icon: 'search' },
    { text: 'Searching…', icon: 'search' },
    { text: '4 results', icon: 'check-circle' },
    { text: 'Nothing found', icon: 'empty-circle' },
    { text: 'The search failed', icon: 'info' },
  ])
})

test('a failure says why and keeps what was found; nothing found says what to do', () => {
  expect(findById(searchProgress(searchFailed), 'q1-problem')).toMatchObject({
    children: [{ name: 'info', color: 'danger' }, { value: 'The search service did not answer. Please try again.' }],
  })
  expect(findById(searchProgress(searchFailed), 'q1-results')).toBeDefined()
  expect(findById(searchProgress(searchEmpty), 'q1-empty')).toMatchObject({
    value: 'No page matches “qwertzuiop asdfghjkl”. Try other words.',
  })
  expect(findById(searchProgress(searchDone), 'q1-more')).toBeUndefined()
})

test('several queries stand below each other, and one still searching keeps the card searching', () => {
  expect(names(searchProgress(searchTwo)).filter((name) => /^q\d$/.test(name))).toEqual(['q1', 'q2'])
  expect(statusOf(searchTwo)).toEqual({ text: 'Searching…', icon: 'search' })
  expect(() => addResults(searchTwo, [], 2)).toThrow(expect.objectContaining({ at: 'search-progress.queries[2]' }))
})

test('a page that is there already does not come twice', () => {
  const again = addResults(searchStep1, [...searchResults.slice(0, 2), ...searchResults.slice(1, 2)])
  expect(again.queries[0]?.results.map(({ title }) => title)).toEqual(
    searchResults.slice(0, 2).map(({ title }) => title),
  )
})

test('copying gives the sources', () => {
  expect(searchProgress.copyText(searchStep1)).toBe(
    'How do I get up the Zugspitze?\n1. Zugspitze – Germany’s highest mountain\n   https://www.example.org/alps/zugspitze',
  )
})

test('addresses that are no web pages are refused', () => {
  const state = { id: 's', queries: [{ query: 'q', results: [{ title: 'x', url: 'javascript:alert(1)' }] }] }
  expect(() => searchProgress(state)).toThrow(
    expect.objectContaining({ at: 'search-progress.queries[0].results[0].url' }),
  )
})

test('a title cannot break out of its link', () => {
  const state = addResults(searchStart, [{ title: '](https://evil.example) <b>\n# x', url: 'https://a.example/<b> c' }])
  expect(JSON.stringify(searchProgress(state))).toContain(
    JSON.stringify('[\\](https://evil.example) \\<b\\> \\# x](<https://a.example/%3Cb%3E%20c>)').slice(1, -1),
  )
})

test('the words come with the state', () => {
  expect(statusOf({ ...searchDone, messages: searchFrench })).toEqual({ text: '4 résultats', icon: 'check-circle' })
})

type AnyNode = ReturnType<typeof childrenOf>[number]

function findById(node: AnyNode, id: string): AnyNode | undefined {
  if (node.id === id) return node
  return childrenOf(node)
    .map((child) => findById(child, id))
    .find((found) => found !== undefined)
}
