import { expect, test } from 'vitest'
import { canSend } from './selectors.ts'
import { harness, isIdle } from './testing/harness.ts'
import { done, firstTurn, said, thread } from './testing/samples.ts'

const text = (value: string) => [{ type: 'input_text' as const, text: value }]
const tools = [
  { id: 'once', label: 'Once', icon: 'search' },
  { id: 'kept', label: 'Kept', icon: 'search', persistent: true },
]
const models = [
  { id: 'off', label: 'Off', disabled: true },
  { id: 'a', label: 'A' },
  { id: 'b', label: 'B' },
]

test('send posts text and tags as written, without the space around, and empties the composer', async () => {
  const { chat, server, until } = harness()
  server.on('threads.create', { events: firstTurn })
  await until(({ status }) => status === 'ready')
  const tag = {
    type: 'input_tag',
    id: 'st_1',
    text: 'Nova',
    data: { line: 'red' },
    group: 'Stations',
    interactive: true,
  } as const
  chat.actions.setDraft([...text('  Where is '), tag, ...text(' ?\n')])
  chat.actions.setReply('the last train')
  chat.actions.send()
  expect(chat.getState().composer).toMatchObject({ content: [], attachments: [], reply: null })
  expect(chat.getState().turn.pendingMessage).toMatchObject({ quoted_text: 'the last train' })
  await until(isIdle)
  expect(server.requests[0]?.params).toEqual({
    input: {
      content: [...text('Where is '), tag, ...text(' ?')],
      attachments: [],
      quoted_text: 'the last train',
      inference_options: {},
    },
  })
})

test('there is nothing to send in an empty composer, while busy, or in a locked thread', async () => {
  const { chat, server, until } = harness({ initialThread: 'thr_1' })
  server.on('threads.get_by_id', { json: { ...thread('thr_1'), status: { type: 'locked', reason: 'Done' } } })
  chat.actions.setDraft(text('   '))
  expect(canSend(chat.getState())).toBe(false)
  chat.actions.setDraft(text('hi'))
  await until(({ thread: { thread: loaded } }) => loaded?.status.type === 'locked')
  expect(canSend(chat.getState())).toBe(false)
  chat.actions.newThread()
  expect(canSend(chat.getState())).toBe(true)
  server.on('threads.create', { events: [], last: 'hang' })
  chat.actions.send()
  chat.actions.setDraft(text('more'))
  expect(canSend(chat.getState())).toBe(false)
  chat.actions.send()
  await server.asked('threads.create')
  expect(server.requests.filter(({ type }) => type === 'threads.create')).toHaveLength(1)
})

test('a tool is sent with the message and let go, unless it is persistent', async () => {
  const { chat, server, told, until } = harness({ composer: { tools } })
  server.on('threads.create', { events: firstTurn })
  server.on('threads.add_user_message', { events: [done(said('msg_3', 'more'))] })
  await until(({ status }) => status === 'ready')
  chat.actions.selectTool('once')
  chat.actions.setDraft(text('hi'))
  chat.actions.send()
  await until(isIdle)
  chat.actions.selectTool('kept')
  chat.actions.setDraft(text('more'))
  chat.actions.send()
  await until(isIdle)
  expect(server.requests.map(({ params }) => 'input' in params && params.input)).toMatchObject([
    { inference_options: { tool_choice: { id: 'once' } } },
    { inference_options: { tool_choice: { id: 'kept' } } },
  ])
  expect(chat.getState().composer.toolId).toBe('kept')
  expect(told.filter((line) => line.startsWith('tool'))).toEqual([
    'tool.change "once"',
    'tool.change null',
    'tool.change "kept"',
  ])
})

test('a message that is lost comes back with its tool and its quote', async () => {
  const { chat, server, told, until } = harness({ composer: { tools } })
  server.on('threads.create', 'unreachable')
  await until(({ status }) => status === 'ready')
  chat.actions.selectTool('once')
  chat.actions.setReply('this')
  chat.actions.setDraft(text(' hi'))
  chat.actions.send()
  const state = await until(({ turn }) => turn.error !== null && turn.status === 'idle')
  expect(state.composer).toMatchObject({ content: text(' hi'), toolId: 'once', reply: 'this' })
  expect(told.filter((line) => line.startsWith('tool'))).toEqual([
    'tool.change "once"',
    'tool.change null',
    'tool.change "once"',
  ])
})

test('the model is the default one, else the first that is enabled, and a choice stays', async () => {
  const { chat, server, options, until } = harness({ composer: { models } })
  expect(chat.getState().composer.modelId).toBe('a')
  chat.actions.selectModel('b')
  chat.setOptions(options({ composer: { models: [...models, { id: 'c', label: 'C', default: true }] } }))
  expect(chat.getState().composer.modelId).toBe('b')
  chat.setOptions(
    options({
      composer: {
        models: [
          { id: 'a', label: 'A' },
          { id: 'c', label: 'C', default: true },
        ],
      },
    }),
  )
  expect(chat.getState().composer.modelId).toBe('c')

  server.on('threads.create', { events: firstTurn })
  await until(({ status }) => status === 'ready')
  chat.actions.setDraft(text('hi'))
  chat.actions.send()
  await until(isIdle)
  expect(server.requests[0]?.params).toMatchObject({ input: { inference_options: { model: 'c' } } })
})

test('a tool that new options no longer have is let go', async () => {
  const { chat, told, options, until } = harness({ composer: { tools } })
  await until(({ status }) => status === 'ready')
  chat.actions.selectTool('kept')
  chat.setOptions(options())
  expect(chat.getState().composer.toolId).toBe(null)
  expect(told.at(-1)).toBe('tool.change null')
})

test('a start prompt is sent at once and leaves the draft alone', async () => {
  const prompt = {
    label: 'Stations',
    prompt: [...text('About '), { type: 'input_tag' as const, id: 's', text: 'Nova' }],
  }
  const { chat, server, until } = harness({ startScreen: { prompts: [prompt] } })
  server.on('threads.create', { events: firstTurn })
  await until(({ status }) => status === 'ready')
  chat.actions.setDraft(text('later'))
  chat.actions.startPrompt(prompt)
  await until((state) => isIdle(state) && state.thread.items.length === 2)
  expect(server.requests[0]?.params).toMatchObject({
    input: { content: [...text('About '), { type: 'input_tag', id: 's', text: 'Nova', data: {}, interactive: false }] },
  })
  expect(chat.getState().composer.content).toEqual(text('later'))
})
