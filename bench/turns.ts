import type { ThreadStreamEventInput } from '../src/protocol/index.ts'
import { type Answering, createChatServer, memoryStore, type Turn } from '../src/server/index.ts'
import { median, type Row } from './row.ts'

const deltas = Array.from({ length: 500 }, (_, index) => `word ${index} `)
const rounds = 15
const perRound = 60

/** What a turn costs in process: 500 deltas, checked, kept as pending and written as SSE, against the least that has to be done. */
export async function turns(): Promise<Row[]> {
  const body = JSON.stringify({
    type: 'threads.create',
    params: { input: { content: [{ type: 'input_text', text: 'Hi' }], attachments: [], inference_options: {} } },
  })
  const answering = (respond: (turn: Turn) => Answering) => {
    const { fetch } = createChatServer({ store: memoryStore(), respond })
    return async () => {
      const response = await fetch(new Request('http://bench.test/', { method: 'POST', body }))
      return (await response.arrayBuffer()).byteLength
    }
  }
  const ways = {
    'turn.say of an array': answering((turn) => turn.say(deltas)),
    'turn.say of an async generator': answering((turn) => turn.say(pieces())),
    'a generator of events': answering(asEvents),
  }
  const rows: Row[] = []
  for (const [name, run] of Object.entries(ways)) {
    const [ours = Number.NaN, least = Number.NaN] = await timesOf(run, leastWork)
    const each = (ms: number) => ((ms / deltas.length) * 1000).toFixed(2)
    rows.push({
      name: `500 deltas to SSE, ${name}`,
      ratio: ours / least,
      detail: `${each(ours)} µs a delta, generator, stringify and Buffer.from ${each(least)} µs`,
    })
  }
  return rows
}

async function* pieces() {
  for (const delta of deltas) yield delta
}

const updated = (delta: string) =>
  ({
    type: 'thread.item.updated',
    item_id: 'msg_1',
    update: { type: 'assistant_message.content_part.text_delta', content_index: 0, delta },
  }) as const

async function* asEvents({ thread }: Turn): AsyncGenerator<ThreadStreamEventInput, void, undefined> {
  const item = {
    id: 'msg_1',
    thread_id: thread.id,
    created_at: '2026-01-02T03:04:05Z',
    type: 'assistant_message',
  } as const
  yield { type: 'thread.item.added', item: { ...item, content: [] } }
  for (const delta of deltas) yield updated(delta)
  yield { type: 'thread.item.done', item: { ...item, content: [{ type: 'output_text', text: deltas.join('') }] } }
}

async function leastWork(): Promise<number> {
  let size = 0
  for await (const event of events()) size += Buffer.from(`data: ${JSON.stringify(event)}\n\n`).byteLength
  return size
}
async function* events() {
  for (const delta of deltas) yield updated(delta)
}

/** Medians in ms of one run of each, in turns. */
async function timesOf(...runs: (() => Promise<number>)[]): Promise<number[]> {
  const times = runs.map((): number[] => [])
  for (let round = -10; round < rounds; round++) {
    for (const [index, run] of runs.entries()) {
      const start = performance.now()
      for (let count = 0; count < perRound; count++) await run()
      if (round >= 0) times[index]?.push((performance.now() - start) / perRound)
    }
  }
  return times.map(median)
}
