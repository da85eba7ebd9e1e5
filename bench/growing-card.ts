import { Card, Text, type WidgetComponent, type WidgetRoot } from '../src/kit/index.ts'
import { sseEncode, type WidgetUpdate } from '../src/protocol/index.ts'
import { randomIds } from '../src/server/index.ts'
import { diffWidget, smallestUpdates } from '../src/updates/index.ts'
import { addResults, type SearchResult, searchProgress, startSearch } from '../src/widgets/search-progress/index.ts'
import { compare, isObject, sideBySide } from './compare.ts'
import type { Row } from './row.ts'

const results: SearchResult[] = Array.from({ length: 50 }, (_, index) => ({
  title: `Three quiet ways up the Zugspitze, part ${index + 1}: with and without the crowds`,
  url: `https://hiking.example.com/alps/zugspitze/routes/part-${index + 1}?from=search`,
  snippet:
    'Through the Reintal in two days, over the Höllental glacier with crampons, or from Ehrwald in one long one: what each of them asks of you, and when to go.',
}))

const rounds = 40

/** A search card that grows from nothing to 50 results, with component updates: bytes on the wire, and CPU a state. */
export async function growingCard(): Promise<Row[]> {
  const oneByOne = growth(1)
  const inFives = growth(5)
  const nodes = newNodes(oneByOne.at(-1))
  const bytesRow = (name: string, states: WidgetRoot[], diff: Diff): Row => {
    const bytes = bytesOnWire(states, diff)
    return { name, ratio: bytes / nodes, detail: `${kB(bytes)} of events for ${kB(nodes)} of new nodes` }
  }
  return [
    bytesRow('50 results one by one, bytes / new nodes', oneByOne, components),
    bytesRow('50 results in fives, bytes / new nodes', inFives, components),
    bytesRow('one by one, the reference diff', oneByOne, diffWidget),
    bytesRow('in fives, the reference diff', inFives, diffWidget),
    walking('one by one, CPU / a side-by-side walk', oneByOne),
    walking('in fives, CPU / a side-by-side walk', inFives),
    flatness('50 kB of text in a card of 50 results', searchRows()),
    flatness('50 kB of text alone in its card', []),
  ]
}

type Diff = (before: WidgetRoot, after: WidgetRoot) => WidgetUpdate[]
const components: Diff = (before, after) => smallestUpdates(before, after, { component: true })

/** Every state of the card, so many results at a time. */
function growth(step: number): WidgetRoot[] {
  const start = startSearch('search-1', 'How do I get up the Zugspitze?')
  return Array.from({ length: results.length / step + 1 }, (_, index) =>
    searchProgress(addResults(start, results.slice(0, index * step))),
  )
}

/** Bytes of the nodes that draw the results. */
function newNodes(last: WidgetRoot | undefined): number {
  const isResult = (value: unknown) => isObject(value) && typeof value.id === 'string' && /^q1-\d+$/.test(value.id)
  const sizes: number[] = []
  const visit = (value: unknown) => {
    if (isResult(value)) sizes.push(Buffer.byteLength(JSON.stringify(value)))
    else if (isObject(value)) Object.values(value).forEach(visit)
  }
  visit(last)
  if (sizes.length !== results.length) throw new Error(`The card draws ${sizes.length} results, not ${results.length}`)
  return sizes.reduce((sum, size) => sum + size, 0)
}

/** Bytes of the events that carry a card from its first state to its last. */
function bytesOnWire(states: WidgetRoot[], diff: Diff): number {
  const item_id = randomIds('msg')
  return pairs(states)
    .flatMap(([before, after]) => diff(before, after))
    .reduce((sum, update) => sum + Buffer.byteLength(sseEncode({ type: 'thread.item.updated', item_id, update })), 0)
}

function walking(name: string, states: WidgetRoot[]): Row {
  const changes = pairs(states)
  const [mine, limit] = compare(
    () => changes.map(([before, after]) => components(before, after)),
    () => changes.map(([before, after]) => sideBySide(before, after)),
    rounds,
  )
  const each = (milliseconds: number) => ((milliseconds / changes.length) * 1000).toFixed(1)
  return { name, ratio: mine / limit, detail: `${each(mine)} µs a state; walking both trees ${each(limit)} µs` }
}

/** The rows of a card with all results. */
function searchRows(): WidgetComponent[] {
  const card = searchProgress(addResults(startSearch('search-1', 'How do I get up the Zugspitze?'), results))
  return card.type === 'Card' ? (card.children ?? []) : []
}

/** A text that grows in 800 deltas, above other components: what the last 100 cost against the first. */
function flatness(name: string, below: WidgetComponent[]): Row {
  const delta = 'one more phrase of some sixty characters, as a model says it, '
  const states = Array.from({ length: 801 }, (_, index) => {
    const value = Buffer.from(delta.repeat(index)).toString() // one flat string, as a parsed state has it
    return Card({ children: [Text({ id: 'answer', value, streaming: true }), ...below] })
  })
  const first = pairs(states.slice(0, 101))
  const last = pairs(states.slice(-101))
  const [late, early] = compare(
    () => last.map(([before, after]) => components(before, after)),
    () => first.map(([before, after]) => components(before, after)),
    rounds,
  )
  return {
    name: `${name}, last / first`,
    ratio: late / early,
    detail: `${(late * 10).toFixed(1)} µs a delta; the first ${(early * 10).toFixed(1)} µs`,
  }
}

function pairs(states: WidgetRoot[]): [before: WidgetRoot, after: WidgetRoot][] {
  return states.slice(1).flatMap((after, index) => {
    const before = states[index]
    return before ? [[before, after]] : []
  })
}

function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}
