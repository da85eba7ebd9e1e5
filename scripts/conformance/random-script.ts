import type { GeneratorValue } from 'fast-check'
import { dice } from './dice.ts'

/** Items that scripts have named so far. */
export interface Played {
  items: { id: string; type: string }[]
}

/** What a responder might do: up to five things, then perhaps fail, or wait to be cancelled. */
export function randomScript(generate: GeneratorValue, played: Played, { abort }: { abort: boolean }): object[] {
  const { oneOf, chance, upTo } = dice(generate)
  const steps = Array.from({ length: upTo(5) }, () => oneOf(things)(generate, played)).flat()
  if (abort) return [...steps, { wait: true }]
  return chance(15) ? [...steps, oneOf(failures)] : steps
}

type Thing = (generate: GeneratorValue, played: Played) => object | object[]

const failures: readonly object[] = [
  { raise_custom: { message: 'm', allow_retry: true } },
  { raise_custom: { message: 'm', allow_retry: false } },
  { raise_stream_error: {} },
  { raise_stream_error: { allow_retry: false } },
  { raise: 'boom' },
]

const things: readonly Thing[] = [
  (generate, played) => told('thread.item.done', randomItem(generate, played)),
  (generate, played) => told('thread.item.done', randomItem(generate, played)),
  streamedMessage,
  streamedWidget,
  (generate) => ({ set_title: dice(generate).oneOf(['T1', 'T2']) }),
  (generate) => ({ set_status: dice(generate).oneOf<object>([{ type: 'active' }, { type: 'locked', reason: 'r' }]) }),
  (generate) => ({ set_metadata: dice(generate).oneOf<object>([{ k: 1 }, { k: { a: [1] } }, {}]) }),
  (generate, played) => ({ store_item: randomItem(generate, played) }),
  (generate) => ({ yield: dice(generate).oneOf(passing) }),
  (generate, { items }) => {
    const { id } = dice(generate).oneOf([...items, { id: 'nope' }])
    const replacing = dice(generate).oneOf([message(id, 'new'), { type: 'widget', ...base(id), widget: card('new') }])
    return told('thread.item.replaced', replacing)
  },
  (generate, { items }) => ({
    yield: { type: 'thread.item.removed', item_id: dice(generate).oneOf([...items, { id: 'nope' }]).id },
  }),
]

/** Events that are told and forgotten. */
const passing: readonly object[] = [
  { type: 'progress_update', text: 'p', icon: null },
  { type: 'client_effect', name: 'e' },
  { type: 'client_effect', name: 'e', data: { a: null } },
  { type: 'notice', level: 'info', message: 'm' },
  { type: 'error', code: 'custom', message: 'own' },
  { type: 'stream_options', stream_options: { allow_cancel: false } },
]

function streamedMessage(generate: GeneratorValue, played: Played): object[] {
  const { oneOf, chance, upTo } = dice(generate)
  const id = named(played, 'assistant_message')
  const updates = Array.from({ length: upTo(4) }, () => {
    const where = { content_index: oneOf([0, 0, 0, 1, 2]) }
    const update = oneOf<object>([
      { type: 'assistant_message.content_part.text_delta', ...where, delta: oneOf(['a', 'b ', ' ', '\n']) },
      { type: 'assistant_message.content_part.added', ...where, content: part('') },
      {
        type: 'assistant_message.content_part.annotation_added',
        ...where,
        annotation_index: upTo(2),
        annotation: { type: 'annotation', source: oneOf(sources), ...(chance(50) ? { index: upTo(5) } : {}) },
      },
    ])
    return { yield: { type: 'thread.item.updated', item_id: id, update } }
  })
  const end = chance(40) ? [told('thread.item.done', message(id, 'done'))] : []
  return [{ yield: { type: 'thread.item.added', item: { ...message(id, ''), content: [] } } }, ...updates, ...end]
}

const sources: readonly object[] = [
  { type: 'url', title: 't', url: 'https://e.example', attribution: null },
  { type: 'file', title: 'f', filename: 'a.pdf' },
  { type: 'entity', title: 'e', id: 'e1', label: 'L' },
]

function streamedWidget(generate: GeneratorValue): object {
  const { oneOf, chance, upTo } = dice(generate)
  let text = ''
  let dividers = 0
  const states = Array.from({ length: 1 + upTo(3) }, () => {
    if (chance(60)) text += oneOf(['a', 'bc ', ''])
    else if (chance(50)) dividers++
    else text = oneOf(['zz', 'y'])
    const lines = [
      { type: 'Text', id: 't', value: text, streaming: true },
      { type: 'Markdown', id: 'm', value: text },
    ]
    return { type: 'Card', children: [...lines, ...Array.from({ length: dividers }, () => ({ type: 'Divider' }))] }
  })
  const streamed = chance(70)
  return {
    stream_widget: {
      states: streamed ? states : states.slice(0, 1),
      streamed,
      ...(chance(40) ? { copy_text: 'c' } : {}),
    },
  }
}

function randomItem(generate: GeneratorValue, played: Played): object {
  const { oneOf, chance } = dice(generate)
  const kinds: readonly [type: string, fields: () => object][] = [
    ['assistant_message', () => ({ content: [part(oneOf(['x', 'one two', '']))] })],
    ['widget', () => ({ widget: card(oneOf(['a', 'b'])), ...(chance(50) ? { copy_text: oneOf(['c', null]) } : {}) })],
    ['client_tool_call', () => ({ call_id: 'c', name: 't', arguments: { a: null, b: [null, 1] } })],
    ['structured_input', () => ({ inputs: [choice(chance(50)), { type: 'freeform', id: 'q2', question: 'Why?' }] })],
    ['workflow', () => ({ workflow: { type: oneOf(['custom', 'reasoning']), tasks: [oneOf(tasks)] } })],
    ['task', () => ({ task: oneOf(tasks) })],
    ['generated_image', () => (chance(50) ? { image: { id: 'i', url: 'https://e.example/i.png' } } : {})],
    ['end_of_turn', () => ({})],
    ['hidden_context_item', () => ({ content: oneOf<unknown>(['x', { k: 1 }, null]) })],
    ['sdk_hidden_context', () => ({ content: 'secret' })],
  ]
  const [type, fields] = oneOf(kinds)
  return { type, ...base(named(played, type)), ...fields() }
}

const tasks: readonly object[] = [
  { type: 'custom', title: 'T' },
  { type: 'thought', content: 'c' },
  { type: 'web_search', queries: ['q'], sources: [sources[0]], status_indicator: 'complete' },
  { type: 'file', sources: [sources[1]] },
]

function choice(multiple: boolean): object {
  const options = [{ value: '3' }, { value: '4' }]
  return { type: 'multiple_choice', id: 'q1', question: '?', options, ...(multiple ? { multiple } : {}) }
}

function named({ items }: Played, type: string): string {
  const id = `own_${items.length + 1}`
  items.push({ id, type })
  return id
}

const told = (type: string, item: object) => ({ yield: { type, item } })
const base = (id: string) => ({ id, thread_id: '$thread', created_at: '$time' })
const part = (text: string) => ({ type: 'output_text', text, annotations: [] })
const message = (id: string, text: string) => ({ type: 'assistant_message', ...base(id), content: [part(text)] })
const card = (value: string) => ({ type: 'Card', children: [{ type: 'Text', value }] })
