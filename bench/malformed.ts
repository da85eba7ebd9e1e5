import { inspectWidget, readWidget } from '../src/kit/index.ts'
import { median, type Row } from './row.ts'

const rounds = 15

/** Widgets that are wrong in every part; each a way in which a check could take more than linear time. */
const shapes: Record<string, (size: number) => unknown> = {
  'nodes with slips': (size) => card(times(size, (index) => ({ type: 'Buttn', label: `${index}`, position: 'botom' }))),
  'unknown properties': (size) =>
    card(times(size, (index) => ({ type: 'Text', value: '', [`vlaue${index}`]: 1, colour: '' }))),
  'fields of one name': (size) => ({
    ...card(times(size, () => ({ type: 'Input', name: 'a.b', key: 'k', id: 'i' }))),
    asForm: true,
  }),
  'no nodes at all': (size) => card(times(20 * size, (index) => index)),
  'a list that is no JSON': (size) => withPayload(times(20 * size, () => Number.NaN)),
  'one long text': (size) => card([{ type: 'Text', value: 'é"x'.repeat(50 * size), colour: '' }]),
  'long names': (size) => withPayload({ ['n'.repeat(100 * size)]: times(5 * size, () => undefined) }),
}

/** What twice the input costs: 2 where time is linear. */
export async function malformed(): Promise<Row[]> {
  return Object.entries({ inspectWidget, readWidget }).flatMap(([name, run]) =>
    Object.entries(shapes).map(([shape, make]) => doubling(`${name}, ${shape}, twice / once`, run, make)),
  )
}

function doubling(name: string, run: (json: unknown) => unknown, make: (size: number) => unknown): Row {
  const inputs = [make(1_000), make(2_000)]
  const costs: [number[], number[]] = [[], []]
  for (let round = -rounds; round < rounds; round++) {
    for (const [index, input] of inputs.entries()) {
      const cost = milliseconds(() => run(input))
      if (round >= 0) costs[index]?.push(cost)
    }
  }
  const [once, twice] = [median(costs[0]), median(costs[1])]
  return { name, ratio: twice / once, detail: `${twice.toFixed(2)} ms of CPU against ${once.toFixed(2)} ms` }
}

/** CPU time of one call, on average over as many as take a few milliseconds. */
function milliseconds(run: () => unknown): number {
  const start = process.cpuUsage()
  let calls = 0
  let spent = 0
  while (spent < 10_000) {
    run()
    calls++
    const { user, system } = process.cpuUsage(start)
    spent = user + system
  }
  return spent / calls / 1000
}

function card(children: unknown[]): object {
  return { type: 'Card', children }
}

function withPayload(a: unknown): object {
  return card([{ type: 'Button', label: 'a', onClickAction: { type: 'b', payload: { a } } }])
}

function times<Entry>(length: number, make: (index: number) => Entry): Entry[] {
  return Array.from({ length }, (_, index) => make(index))
}
