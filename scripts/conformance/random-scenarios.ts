import fc, { type GeneratorValue } from 'fast-check'
import { dice } from './dice.ts'
import { type Played, randomScript } from './random-script.ts'

/** What a scenario has made so far, so that later steps can name it: also things that were never made. */
interface World extends Played {
  threads: number
  messages: number
  attachments: number
}

interface ScenarioStep {
  request: { type: string; params: object }
  script: object[]
  abort?: true
}

/** Scenarios of random requests and scripts, `wire.json` without its answers; the same for the same seed. */
export function randomScenarios(seed: number, count: number): Record<string, { steps: ScenarioStep[] }> {
  const generators = fc.sample(fc.gen(), { seed, numRuns: count })
  return Object.fromEntries(generators.map((generate, index) => [`random-${seed}-${index}`, scenario(generate)]))
}

function scenario(generate: GeneratorValue): { steps: ScenarioStep[] } {
  const world: World = { items: [], threads: 0, messages: 0, attachments: 0 }
  const { oneOf, chance, upTo } = dice(generate)
  const steps: ScenarioStep[] = []

  const ask = (type: string, params: object, script: object[] = []) => steps.push({ request: { type, params }, script })
  const turn = (type: string, params: object) => {
    const abort = chance(12)
    const script = randomScript(generate, world, { abort })
    steps.push({ request: { type, params }, script, ...(abort ? { abort: true as const } : {}) })
  }
  const thread = () => (chance(95) ? `thr_${1 + upTo(world.threads - 1)}` : 'missing')
  const message = () => `msg_${1 + upTo(world.messages)}`
  const itemOf = (type: string) => oneOf([...idsOf(world, type), 'nope'])
  const anyItem = () => oneOf([...world.items.map(({ id }) => id), message(), 'nope'])
  const attached = () => (world.attachments > 0 && chance(40) ? [`atc_${1 + upTo(world.attachments)}`] : [])
  const action = () =>
    oneOf<object>([{ type: 'pick', payload: { a: null } }, { type: 'ping' }, { type: 'list', payload: [1] }])

  const create = () => {
    const input = userInput(generate, attached())
    world.threads++
    world.messages++
    turn('threads.create', { input })
  }
  const kinds: readonly (() => unknown)[] = [
    create,
    () => {
      world.messages++
      turn('threads.add_user_message', { thread_id: thread(), input: userInput(generate, attached()) })
    },
    () => {
      const result = oneOf<unknown>([null, { a: null }, 'x', [null], 0])
      turn('threads.add_client_tool_output', { thread_id: thread(), result })
    },
    () => {
      const item = chance(85) ? itemOf('structured_input') : anyItem()
      turn('threads.add_structured_input', { thread_id: thread(), item_id: item, input: oneOf(structuredInputs) })
    },
    () => turn('threads.retry_after_item', { thread_id: thread(), item_id: chance(80) ? message() : anyItem() }),
    () => {
      const sender = chance(80) ? { item_id: chance(70) ? itemOf('widget') : anyItem() } : {}
      turn('threads.custom_action', { thread_id: thread(), ...sender, action: action() })
    },
    () => {
      const id = itemOf('widget')
      const item = { type: 'widget', id, thread_id: '$thread', created_at: '$time', widget: { type: 'Card' } }
      const script = chance(60) ? [...(chance(50) ? [{ store_item: item }] : []), { updated_item: item }] : []
      ask('threads.sync_custom_action', { thread_id: thread(), item_id: id, action: action() }, script)
    },
    () => ask('threads.get_by_id', { thread_id: thread() }),
    () => {
      const after = chance(40) ? { after: anyItem() } : {}
      const limit = oneOf([null, 0, 1, 2, 3, 50])
      ask('items.list', {
        thread_id: `thr_${1 + upTo(world.threads - 1)}`,
        limit,
        order: oneOf(['asc', 'desc']),
        ...after,
      })
    },
    () =>
      ask('threads.list', { limit: oneOf([null, 0, 1, 2, 50]), ...oneOf([{}, { order: 'asc' }, { after: 'thr_1' }]) }),
    () => ask('threads.update', { thread_id: thread(), title: oneOf(['T1', 'R', '']) }),
    // The first thread stays: the reference takes feedback on one that is gone, and hands it to its host.
    () => world.threads > 1 && ask('threads.delete', { thread_id: `thr_${world.threads}` }),
    () => ask('items.feedback', { thread_id: 'thr_1', item_ids: ['a', 'b'], kind: 'negative' }),
    () => {
      world.attachments++
      ask('attachments.create', { name: 'n', size: 3, mime_type: oneOf(['image/png', 'text/plain']) })
    },
    () => ask('attachments.delete', { attachment_id: `atc_${1 + upTo(world.attachments)}` }),
    () =>
      ask('input.transcribe', { audio_base64: 'MTIzNDU=', mime_type: oneOf(['audio/webm;codecs=opus', 'audio/mp4']) }),
  ]

  create()
  for (let left = 2 + upTo(7); left > 0; left--) oneOf(kinds)()
  return { steps }
}

function userInput(generate: GeneratorValue, attachments: string[]): object {
  const { oneOf, chance } = dice(generate)
  const tag = { type: 'input_tag', id: 'n1', text: 'News', data: { k: null, n: [1, null] } }
  const tags = chance(15)
    ? [oneOf<object>([tag, { ...tag, group: 'G' }, { ...tag, group: null, interactive: true }])]
    : []
  const quote = chance(20) ? { quoted_text: oneOf(['q', null, '']) } : {}
  return {
    content: [{ type: 'input_text', text: oneOf(['Hi', '', 'é "q"\n', 't']) }, ...tags],
    attachments,
    inference_options: oneOf<object>([{}, { model: 'm' }, { tool_choice: { id: 's' }, model: null }]),
    ...quote,
  }
}

const structuredInputs: readonly object[] = [
  {},
  { status: 'skipped', answers: { q1: { values: ['3'] } } },
  { answers: { q1: { values: ['4', '3'] }, unknown: { values: ['z'] } } },
  { status: 'answered', answers: { q2: { values: ['w'], skipped: true }, q1: { values: [] } } },
  { answers: { q2: { values: ['why', 'b'] } } },
]

function idsOf({ items }: Played, type: string): string[] {
  return items.filter((item) => item.type === type).map(({ id }) => id)
}
