import { expect, test } from 'vitest'
import { replayWire } from './wire.ts'

const created_at = '<time>'
const thread = {
  id: 'thr_1',
  created_at,
  status: { type: 'active' },
  metadata: {},
  items: { data: [], has_more: false },
}
const user = {
  id: 'msg_1',
  thread_id: 'thr_1',
  created_at,
  type: 'user_message',
  content: [{ type: 'input_text', text: 'Hi' }],
  attachments: [],
  inference_options: {},
}
const answer = {
  id: 'a1',
  thread_id: 'thr_1',
  created_at,
  type: 'assistant_message',
  content: [{ type: 'output_text', text: 'Hello', annotations: [] }],
}
const input = { content: [{ type: 'input_text', text: 'Hi' }], attachments: [], inference_options: {} }
const hello = {
  request: { type: 'threads.create', params: { input } },
  script: [
    {
      yield: {
        type: 'thread.item.done',
        item: { ...answer, thread_id: '$thread', created_at: '$time' },
      },
    },
  ],
  stream: [
    { type: 'thread.created', thread },
    { type: 'thread.item.done', item: user },
    { type: 'stream_options', stream_options: { allow_cancel: true } },
    { type: 'thread.item.done', item: answer },
  ],
  calls: [{ respond: 'msg_1' }],
}
const list = {
  request: { type: 'items.list', params: { thread_id: 'thr_1', limit: 1 } },
  json: { data: [answer], has_more: true, after: 'a1' },
}
const unknown = { request: { type: 'threads.get_by_id', params: { thread_id: 'nope' } }, rejected: 'NotFoundError' }
const stored = { thr_1: [user, answer] }
const recording = { steps: [hello, list, unknown], stored }

/** A deep copy in which the value at a path is another. */
function spoilt(path: readonly (string | number)[], value: unknown): unknown {
  const copy = JSON.parse(JSON.stringify(recording))
  const last = path.at(-1) ?? ''
  const holder = path.slice(0, -1).reduce<Record<string | number, never>>((at, key) => at[key] ?? at, copy)
  Object.assign(holder, { [last]: value })
  return copy
}

test('a recording that holds passes, one count for each step', async () => {
  expect(await replayWire({ hello: recording })).toEqual({ passed: 3, failures: [] })
})

test.each<[string, readonly (string | number)[], unknown]>([
  ['another text', ['steps', 0, 'stream', 3, 'item', 'content', 0, 'text'], 'Bye'],
  ['another order', ['steps', 0, 'stream'], [...hello.stream].reverse()],
  ['an event less', ['steps', 0, 'stream'], hello.stream.slice(1)],
  ['a field more', ['steps', 0, 'stream', 1, 'item', 'quoted_text'], 'x'],
  ['an error that did not come', ['steps', 0, 'stream', 3], { type: 'error', code: 'stream.error', allow_retry: true }],
  ['another call', ['steps', 0, 'calls', 0, 'respond'], null],
  ['a call less', ['steps', 0, 'calls'], []],
  ['another page', ['steps', 1, 'json', 'has_more'], false],
  ['a refusal that is none', ['steps', 1], { ...list, json: undefined, rejected: 'ValueError' }],
  ['no refusal where there is one', ['steps', 2], { request: unknown.request, json: thread }],
  ['something else stored', ['stored', 'thr_1'], [user]],
  ['a thread that is not stored', ['stored', 'thr_2'], []],
])('a spoilt recording fails: %s', async (_, path, value) => {
  const { passed, failures } = await replayWire({ hello: spoilt(path, value) })
  expect([passed, failures]).toEqual([2, [expect.stringMatching(/^hello\[[012]] \S+: /)]])
})

test('what is no recording fails, and nothing to replay passes nothing', async () => {
  const broken = await replayWire({ broken: { steps: 7 } })
  expect(broken).toEqual({ passed: 0, failures: [expect.stringMatching(/^broken: not a readable recording: steps/)] })
  expect(await replayWire({ odd: { steps: [{ ...hello, surprise: 1 }], stored } })).toMatchObject({ passed: 0 })
  expect(await replayWire({})).toEqual({ passed: 0, failures: [] })
})

test('after a break-off that had sent something, nothing more of the scenario counts', async () => {
  const broken = {
    request: { type: 'threads.create', params: { input: { ...input, attachments: ['gone'] } } },
    stream: [{ type: 'thread.created', thread }],
    broke_off: 'NotFoundError',
  }
  expect(await replayWire({ left: { steps: [broken, list], stored } })).toEqual({ passed: 1, failures: [] })
  const early = { ...broken, stream: [] }
  expect((await replayWire({ left: { steps: [early, unknown], stored: {} } })).passed).toBe(2)
})

test('a client that goes away is replayed: what was said before, and what is kept', async () => {
  const added = { type: 'thread.item.added', item: { ...answer, content: [] } }
  const delta = {
    type: 'thread.item.updated',
    item_id: 'a1',
    update: { type: 'assistant_message.content_part.text_delta', content_index: 0, delta: 'Hello' },
  }
  const script = [
    { yield: { ...added, item: { ...added.item, thread_id: '$thread', created_at: '$time' } } },
    { yield: delta },
    { wait: true },
  ]
  const left = { ...hello, script, abort: true, stream: [...hello.stream.slice(0, 3), added, delta] }
  const note = { id: 'shcx_1', thread_id: 'thr_1', created_at, type: 'sdk_hidden_context', content: '<note>' }
  expect(await replayWire({ left: { steps: [left], stored: { thr_1: [user, answer, note] } } })).toEqual({
    passed: 1,
    failures: [],
  })
  expect((await replayWire({ left: { steps: [left], stored: { thr_1: [user, answer] } } })).failures).toHaveLength(1)
})
