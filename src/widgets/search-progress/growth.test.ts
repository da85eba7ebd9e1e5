import { expect, test } from 'vitest'
import { childrenOf } from '../../kit/index.ts'
import { applyWidgetUpdate, smallestUpdates } from '../../updates/index.ts'
import { addResults, type SearchResult, searchProgress, startSearch } from './index.ts'

const results: SearchResult[] = Array.from({ length: 120 }, (_, index) => ({
  title: `Three quiet ways up the Zugspitze, part ${index + 1}: with and without the crowds`,
  url: `https://hiking.example.com/alps/zugspitze/routes/part-${index + 1}?from=search`,
  snippet:
    'Through the Reintal in two days, over the Höllental glacier with crampons, or from Ehrwald in one long one: what each of them asks of you, and when to go.',
}))

test('a card that grows to 50 results one by one takes at most 1.7 times the bytes of the results', () => {
  const { bytes, rowBytes } = grow(50, 1)
  expect(bytes / rowBytes).toBeLessThanOrEqual(1.7)
})

test('in fives it takes at most 1.3 times their bytes', () => {
  const { bytes, rowBytes } = grow(50, 5)
  expect(bytes / rowBytes).toBeLessThanOrEqual(1.3)
})

test('each further result replaces its own place and the count, nothing else', () => {
  expect(grow(50, 1).names.slice(1, 7)).toEqual([
    ['q1-2', 'q1-count'],
    ['q1-3', 'q1-count'],
    ['q1-4', 'q1-count'],
    ['q1-5', 'q1-count'],
    ['q1-p2', 'q1-count'],
    ['q1-7', 'q1-count'],
  ])
  expect(grow(50, 5).names.slice(1, 3)).toEqual([
    ['q1-p2', 'q1-count'],
    ['q1-p3', 'q1-count'],
  ])
})

test('past 50 results there are places for twice as many, and the results are sent once more', () => {
  expect(grow(120, 1).names.flatMap((names, index) => (names.includes('q1-results') ? index + 1 : []))).toEqual([
    1, 51, 101,
  ])
})

/** Grows a card; gives the bytes of its events, of the rows it then shows, and what each state replaced. */
function grow(count: number, step: number) {
  const start = startSearch('search-1', 'How do I get up the Zugspitze?')
  const states = Array.from({ length: count / step + 1 }, (_, index) =>
    searchProgress(addResults(start, results.slice(0, index * step))),
  )
  let shown = states[0] ?? searchProgress(start)
  let bytes = 0
  const names: string[][] = []
  for (const state of states.slice(1)) {
    const updates = smallestUpdates(shown, state, { component: true })
    shown = updates.reduce(applyWidgetUpdate, shown)
    expect(shown).toEqual(state)
    bytes += updates.reduce((sum, update) => sum + bytesOfEvent(update), 0)
    names.push(updates.map((update) => ('component_id' in update ? update.component_id : update.type)))
  }
  return { bytes, rowBytes: rowsOf(shown).reduce((sum, row) => sum + Buffer.byteLength(JSON.stringify(row)), 0), names }
}

/** The event as the server writes it, for an item whose id is as long as the server makes them. */
function bytesOfEvent(update: unknown): number {
  const event = { type: 'thread.item.updated', item_id: 'msg_0123456789abcdef01234567', update }
  return Buffer.byteLength(`data: ${JSON.stringify(event)}\n\n`)
}

type AnyNode = ReturnType<typeof childrenOf>[number]

function rowsOf(node: AnyNode): AnyNode[] {
  return /^q1-\d+$/.test(node.id ?? '') ? [node] : childrenOf(node).flatMap(rowsOf)
}
