/** @jsxImportSource parlor */
import { defineAction, defineWidget, on } from 'parlor'
import { Card, Title } from 'parlor/kit'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { ThreadStreamEvent } from '../protocol/index.ts'
import { countedIds, createChatServer, memoryStore } from '../server/index.ts'
import { askJson, message, ask as send, silentLog } from '../server/test-client.ts'
import { instantClock, manualClock } from './clock.ts'
import { onAnswers, onMessage, onToolResult, otherwise } from './entries.ts'
import { type Script, script } from './script.ts'
import {
  ask,
  callClient,
  effect,
  emit,
  fail,
  live,
  notice,
  pause,
  progress,
  remember,
  type Step,
  say,
  show,
  stall,
  status,
  title,
  update,
} from './steps.ts'

const choose = defineAction('vote.choose', { payload: z.strictObject({ choice: z.string() }) })
const vote = defineWidget({
  name: 'vote',
  state: z.strictObject({ question: z.string(), chosen: z.string().nullable().default(null) }),
  view: ({ question, chosen }) => (
    <Card confirm={{ label: 'Yes', action: choose({ choice: 'yes' }) }}>
      <Title value={chosen ? `${question} ${chosen}` : question} />
    </Card>
  ),
})

const serverOf = (script: Script, clock = instantClock) =>
  createChatServer({ store: memoryStore(), ids: countedIds(), log: silentLog, ...script.timed({ clock }) })
const thread_id = 'thr_1'

/** What a reader sees of events. */
function seen(events: ThreadStreamEvent[]): unknown[] {
  return events.flatMap((event) => {
    switch (event.type) {
      case 'thread.item.done':
      case 'thread.item.replaced': {
        const { item } = event
        if (item.type === 'user_message') return []
        if (item.type === 'assistant_message') return item.content.map(({ text }) => text)
        if (item.type === 'widget') return [item.copy_text]
        return [item.type]
      }
      case 'error':
        return [`error: ${event.message ?? event.code}`]
      case 'thread.updated':
        return [event.thread.title ?? event.thread.status.type]
      case 'progress_update':
        return [event.text]
      case 'client_effect':
        return [event.name]
      case 'notice':
        return [event.message]
      default:
        return []
    }
  })
}
const told = async (script: Script, text = 'Hi') => seen(await send(serverOf(script), 'threads.create', message(text)))

test('a script answers the first message entry that fits, or the other one', async () => {
  const lesson = script(
    onMessage('Hello', [say('Good morning.')]),
    onMessage(/quiz/i, [say('Here is one.')]),
    onMessage(/quiz me/i, [say('Never, as the one before fits.')]),
    onMessage((text) => text.length > 20, [say('That is long.')]),
    otherwise((turn) => [say(`What is ${turn.text}?`)]),
  )
  expect(await told(lesson, ' hello ')).toEqual(['Good morning.'])
  expect(await told(lesson, 'Quiz me')).toEqual(['Here is one.'])
  expect(await told(lesson, 'Something that is rather long')).toEqual(['That is long.'])
  expect(await told(lesson, 'that')).toEqual(['What is that?'])
})

test('a message that nothing fits fails in the chat, with the message and all turns', async () => {
  const isLong = (text: string) => text.length > 20
  const lesson = script(
    onMessage('Hello', [say('Hi')]),
    onMessage(/quiz/i, [say('One')]),
    onMessage(isLong, [say('Long')]),
  )
  expect(await told(lesson, 'What?')).toEqual([
    "error: No turn of the script fits “What?”. It has 'Hello', /quiz/i, isLong",
  ])
})

test('every step is a plain value, and does what its name says', async () => {
  const item = { type: 'end_of_turn' as const, id: 'e1', thread_id, created_at: '2026-01-02T03:04:05Z' }
  const steps = [
    progress('Thinking', 'search'),
    title('A trip'),
    say('Two words'),
    show(vote, { question: 'Sea?' }),
    show({ type: 'Card', children: [] }, { copyText: 'Empty' }),
    live(vote, [{ question: 'Hills?' }, { question: 'Hills?', chosen: 'no' }]),
    effect('opened', { at: 1 }),
    notice('**Careful**', { level: 'warning' }),
    remember({ secret: 1 }),
    emit({ type: 'thread.item.done', item }),
    pause(1000),
    status({ type: 'locked', reason: 'Quota' }),
  ]
  expect(JSON.parse(JSON.stringify(steps[2]))).toEqual({ kind: 'say', text: 'Two words' })
  expect(await told(script(onMessage('Hi', steps)))).toEqual([
    'Thinking',
    'A trip',
    'Two words',
    'Sea?',
    'Empty',
    'Hills? no',
    'opened',
    '**Careful**',
    'end_of_turn',
    'A trip',
  ])
})

test('what is said comes word by word, and together it is the text', async () => {
  const events = await send(
    serverOf(script(onMessage('Hi', [say('  One **two**,\n\nthree ')]))),
    'threads.create',
    message('Hi'),
  )
  const deltas = events.flatMap((event) =>
    event.type === 'thread.item.updated' && 'delta' in event.update ? [event.update.delta] : [],
  )
  expect(deltas).toEqual(['  One ', '**two**,\n\n', 'three '])
})

test('pauses and paces go by the clock that is handed in', async () => {
  const clock = manualClock()
  const server = serverOf(script(onMessage('Hi', [pause(200), say('One two', { pace: 50 })])), clock)
  const texts: string[] = []
  const response = await server.fetch(
    new Request('http://parlor.test', {
      method: 'POST',
      body: JSON.stringify({ type: 'threads.create', params: message('Hi') }),
    }),
  )
  const reading = (async () => {
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
      texts.push(...[...read.value.matchAll(/"delta":"([^"]*)"/g)].map(([, delta]) => delta ?? ''))
    }
  })()
  await clock.advance(199)
  expect(texts).toEqual([])
  await clock.advance(1)
  expect(texts).toEqual(['One '])
  await clock.advance(50)
  await reading
  expect(texts).toEqual(['One ', 'two'])
})

test('a pause ends when the client goes away, and so does the script', async () => {
  const clock = manualClock()
  let sleeping = 0
  const counting = {
    now: clock.now,
    async sleep(ms: number, signal?: AbortSignal) {
      sleeping++
      await clock.sleep(ms, signal)
      sleeping--
    },
  }
  for (const steps of [
    [pause(60_000), say('never')],
    [stall()],
    [live(vote, [{ question: 'a' }, { question: 'b' }])],
  ]) {
    const server = serverOf(script(onMessage('Hi', steps)), counting)
    const response = await server.fetch(
      new Request('http://parlor.test', {
        method: 'POST',
        body: JSON.stringify({ type: 'threads.create', params: message('Hi') }),
      }),
    )
    const reader = response.body?.getReader()
    await reader?.read()
    await reader?.cancel()
    await expect.poll(() => sleeping).toBe(0)
    expect((await askJson(server, 'items.list', { thread_id })).body).toMatchObject({ data: [{ id: 'msg_1' }] })
  }
})

test('a step that waits its turn does not happen once the client has gone', async () => {
  const clock = manualClock()
  const lesson = script(
    onMessage('Hi', [show(vote, { question: 'Sea?' })]),
    on(choose, () => [progress('Counting'), pause(1000), update({ question: 'Never' })]),
  )
  const server = serverOf(lesson, clock)
  await send(server, 'threads.create', message('Hi'))
  const params = { thread_id, item_id: 'msg_2', action: { type: 'vote.choose', payload: { choice: 'yes' } } }
  const body = JSON.stringify({ type: 'threads.custom_action', params })
  const reader = (await server.fetch(new Request('http://parlor.test', { method: 'POST', body }))).body?.getReader()
  await reader?.read()
  await reader?.cancel()
  await clock.advance(2000)
  expect((await askJson(server, 'items.list', { thread_id })).body).toMatchObject({
    data: [{ id: 'msg_2', copy_text: 'Sea?' }, { id: 'msg_1' }],
  })
})

test('an action’s handler gives back steps; the widget’s next state is one of them', async () => {
  const lesson = script(
    onMessage('Hi', [show(vote, { question: 'Sea?' })]),
    on(choose, ({ input, state }) => [
      update({ ...state, chosen: input.choice }),
      say(input.choice === 'yes' ? 'Right!' : 'Look again.'),
    ]),
  )
  const server = serverOf(lesson)
  await send(server, 'threads.create', message('Hi'))
  const action = { thread_id, item_id: 'msg_2', action: { type: 'vote.choose', payload: { choice: 'yes' } } }
  expect(seen(await send(server, 'threads.custom_action', action))).toEqual(['Sea? yes', 'Right!'])
  const synced = serverOf(
    script(
      onMessage('Hi', [show(vote, { question: 'Sea?' })]),
      on(choose, () => [update((state) => ({ ...state, chosen: 'sync' }))]),
    ),
  )
  await send(synced, 'threads.create', message('Hi'))
  expect(await askJson(synced, 'threads.sync_custom_action', action)).toMatchObject({
    status: 200,
    body: { updated_item: { copy_text: 'Sea? sync' } },
  })
})

test('a synchronous action cannot speak, and says so in the log', async () => {
  const lines: unknown[] = []
  const log = { info() {}, warn() {}, error: (details: object) => void lines.push(details) }
  const speaking = script(
    onMessage('Hi', [show(vote, { question: 'Sea?' })]),
    on(choose, () => [say('Hi')]),
  )
  const server = createChatServer({
    store: memoryStore(),
    ids: countedIds(),
    ...speaking.timed({ clock: instantClock }),
    log,
  })
  await send(server, 'threads.create', message('Hi'))
  const action = { thread_id, item_id: 'msg_2', action: { type: 'vote.choose', payload: { choice: 'yes' } } }
  expect((await askJson(server, 'threads.sync_custom_action', action)).status).toBe(500)
  expect(lines).toEqual([
    expect.objectContaining({ err: expect.objectContaining({ code: 'misuse', at: 'on(vote.choose)[0]' }) }),
  ])
})

test('a turn goes on after a client tool, and after answers', async () => {
  const lesson = script(
    onMessage('Map?', [callClient('get_selection', { limit: 3 })]),
    onToolResult('get_selection', ({ result }) => [say(`Got ${JSON.stringify(result)}.`)]),
    onMessage('Ask me', [ask({ type: 'freeform', id: 'why', question: 'Why?' })]),
    onAnswers(({ item }) => [say(`${item.status}: ${item.inputs[0]?.answer?.values.join()}`)]),
  )
  const server = serverOf(lesson)
  expect(seen(await send(server, 'threads.create', message('Map?')))).toEqual(['client_tool_call'])
  expect(seen(await send(server, 'threads.add_client_tool_output', { thread_id, result: [1] }))).toEqual(['Got [1].'])
  const asked = await send(server, 'threads.add_user_message', { thread_id, ...message('Ask me') })
  expect(seen(asked)).toEqual(['structured_input'])
  const last = asked.at(-1)
  const item_id = last && 'item' in last ? last.item.id : ''
  const input = { answers: { why: { values: ['Because'] } } }
  expect(seen(await send(server, 'threads.add_structured_input', { thread_id, item_id, input }))).toEqual([
    'structured_input',
    'answered: Because',
  ])
})

test('a turn may fail, with words or without', async () => {
  expect(await told(script(onMessage('Hi', [say('Half'), fail('No credits left')])))).toEqual([
    'Half',
    'error: No credits left',
  ])
  expect(await told(script(onMessage('Hi', [fail()])))).toEqual(['error: stream.error'])
})

test.each<[string, () => unknown, { at: string; problem: string }]>([
  [
    'fail before the end',
    () => onMessage(/a/, [fail(), say('b')]),
    { at: 'onMessage(/a/)[0]', problem: 'fail() must be the last step' },
  ],
  [
    'stall before the end',
    () => otherwise([say('a'), stall(), say('b')]),
    { at: 'otherwise[1]', problem: 'stall() must be the last step' },
  ],
  [
    'a tool before the end',
    () => onMessage('a', [callClient('x'), say('b')]),
    { at: "onMessage('a')[0]", problem: 'callClient() must be the last step' },
  ],
  [
    'what is no step',
    () => onMessage('a', JSON.parse('[{"kind":"shout"}]')),
    { at: "onMessage('a')[0]", problem: '{"kind":"shout"} is no step' },
  ],
  [
    'a step that was not called',
    () => onMessage('a', [stall as unknown as Step]), // what an editor without types lets through
    { at: "onMessage('a')[0]", problem: 'a function (did you forget to call it?) is no step' },
  ],
])('a script is checked when it is built: %s', (_, build, told) => {
  expect(build).toThrow(expect.objectContaining({ code: 'misuse', ...told }))
})

test('a state that does not fit its widget fails where the step is written', () => {
  expect(() => show(vote, JSON.parse('{"question":7}'))).toThrow(expect.objectContaining({ at: 'vote.question' }))
  expect(() => live(vote, [{ question: 'a' }, JSON.parse('{}')])).toThrow(
    expect.objectContaining({ at: 'vote.question' }),
  )
})

test('steps that a function makes are checked when they are made', async () => {
  const lesson = script(onMessage('Hi', () => [fail(), say('never')]))
  expect(await told(lesson)).toEqual(['error: stream.error'])
})

test('messages that are written out, or carry a prompt, are starter prompts', () => {
  const { prompts } = script(
    onMessage('Quiz me', []),
    onMessage(/search/i, [], { prompt: 'Search for cats' }),
    onMessage(/map/i, [], { prompt: { label: 'Map', prompt: 'Show the map', icon: 'map-pin' } }),
    onMessage(/hidden/i, []),
  )
  expect(prompts).toEqual([
    { label: 'Quiz me', prompt: 'Quiz me' },
    { label: 'Search for cats', prompt: 'Search for cats' },
    { label: 'Map', prompt: 'Show the map', icon: 'map-pin' },
  ])
})
