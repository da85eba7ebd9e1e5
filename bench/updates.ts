import { Card, Col, ListView, ListViewItem, Row, Text, Title } from '../src/kit/index.ts'
import type { ThreadItem, ThreadStreamEvent } from '../src/protocol/index.ts'
import { diffWidget, emptyThreadState, reduce } from '../src/updates/index.ts'
import { compare, sideBySide } from './compare.ts'
import type { Row as BenchRow } from './row.ts'

const rounds = 40

/** Text streamed in 800 deltas against plain concatenation, and the diff of a widget against walking both trees side by side. */
export async function updates(): Promise<BenchRow[]> {
  return [...reducing(), ...diffing()]
}

function reducing(): BenchRow[] {
  const base = { thread_id: 'thr_1', created_at: '2026-01-02T03:04:05Z' }
  const items = Array.from(
    { length: 50 },
    (_, index): ThreadItem => ({ type: 'end_of_turn', id: `i${index}`, ...base }),
  )
  const last: ThreadItem = {
    type: 'assistant_message',
    id: 'm1',
    ...base,
    content: [{ type: 'output_text', text: '', annotations: [] }],
  }
  const start = { ...emptyThreadState, items: [...items, last] }
  const words = Array.from({ length: 800 }, (_, index) => `word ${index} of the answer that is streamed here, `)
  const events = words.map(
    (delta): ThreadStreamEvent => ({
      type: 'thread.item.updated',
      item_id: 'm1',
      update: { type: 'assistant_message.content_part.text_delta', content_index: 0, delta },
    }),
  )
  const ours = () => events.reduce(reduce, start)
  const plain = () => {
    let list: { id: string; text: string }[] = items.map(({ id }) => ({ id, text: '' }))
    for (const delta of words) {
      const next = list.slice()
      const at = next.length - 1
      next[at] = { id: 'm1', text: (next[at]?.text ?? '') + delta }
      list = next
    }
    return list
  }
  const [mine, limit] = compare(ours, plain, rounds)
  return [
    {
      name: 'reduce, 800 text deltas',
      ratio: mine / limit,
      detail: `${perUnit(mine, 800)} µs a delta; string concatenation and a new array ${perUnit(limit, 800)} µs`,
    },
  ]
}

function diffing(): BenchRow[] {
  const list = (found: number) =>
    ListView({
      children: Array.from({ length: 20 }, (_, index) =>
        ListViewItem({
          key: `r${index}`,
          children: [
            Row({
              children: [Title({ value: `Result ${index}` }), Col({ children: [Text({ value: `Page ${index}` })] })],
            }),
          ],
        }),
      ),
      status: { text: `${found} found` },
    })
  const streamed = (length: number) =>
    Card({
      children: [
        ...Array.from({ length: 100 }, (_, index) =>
          Row({ gap: 2, children: [Title({ value: `Row ${index}`, size: 'sm' })] }),
        ),
        Text({ id: 't', value: 'a word '.repeat(length), streaming: true }),
      ],
    })
  const rows: [name: string, states: Parameters<typeof diffWidget>[0][]][] = [
    ['diff, text that grows in a large card', Array.from({ length: 50 }, (_, index) => streamed(index * 20))],
    ['diff, equal states of a list', Array.from({ length: 50 }, () => list(0))],
  ]
  return rows.map(([name, states]) => {
    const pairs = states.slice(1).flatMap((after, index) => {
      const before = states[index]
      return before ? [{ before, after }] : []
    })
    const [mine, limit] = compare(
      () => pairs.map(({ before, after }) => diffWidget(before, after)),
      () => pairs.map(({ before, after }) => sideBySide(before, after)),
      rounds,
    )
    return {
      name,
      ratio: mine / limit,
      detail: `${perUnit(mine, pairs.length)} µs a state; walking both trees ${perUnit(limit, pairs.length)} µs`,
    }
  })
}

function perUnit(milliseconds: number, count: number): string {
  return ((milliseconds / count) * 1000).toFixed(2)
}
