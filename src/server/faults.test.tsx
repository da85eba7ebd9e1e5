/** @jsxImportSource parlor */
import { defineAction, defineWidget, on } from 'parlor'
import { Card, Title } from 'parlor/kit'
import { expect, test } from 'vitest'
import { z } from 'zod'
import {
  isStreaming,
  type ParamsOf,
  type RequestType,
  requestSchema,
  type ThreadStreamEvent,
} from '../protocol/index.ts'
import { type ChatServer, createChatServer } from './create-chat-server.ts'
import { countedIds } from './ids.ts'
import { memoryStore } from './memory-store.ts'
import type { ChatStore } from './store.ts'
import { ask, chatRequest, keptLog, message, readEvents, silentLog } from './test-client.ts'
import { manualTime } from './testing/manual-time.ts'

const everybody = { user: 'everybody' }
const everything = { limit: 1000, order: 'asc' } as const
const thread_id = 'thr_1'

const turnOver = defineAction('clock.turn')
const clock = defineWidget({
  name: 'clock',
  state: z.strictObject({ turns: z.number(), reads: z.number() }),
  view: ({ turns, reads }) => (
    <Card>
      <Title value={`${turns}, ${reads}`} />
    </Card>
  ),
  onRead: (state) => ({ ...state, reads: state.reads + 1 }),
})

/** A server on a store that can be told to fail, with all that any request needs. */
function house(log = silentLog) {
  const time = manualTime()
  const inner = memoryStore(time)
  const failing = { calls: 0, at: Number.POSITIVE_INFINITY, method: '' }
  const store = new Proxy(inner, {
    get(target, method: keyof ChatStore) {
      if (method === 'upkeep' || failing.calls++ !== failing.at) return target[method]
      failing.method = method
      return () => Promise.reject(new Error('disk full'))
    },
  })
  const handlers = [
    on(turnOver, async ({ state, update, ...rest }) => {
      await update({ ...state, turns: Number(state.turns) + 1 })
      if ('turn' in rest) await Promise.resolve() // a synchronous action has no turn
    }),
  ]
  const server = createChatServer({
    store,
    ids: countedIds(),
    log,
    ...time,
    heartbeatMs: Number.POSITIVE_INFINITY,
    attachments: { create: () => ({}), delete: () => {} },
    transcribe: () => 'Hello',
    actions: handlers,
    syncActions: handlers,
    async respond(turn) {
      await tick()
      if (turn.text === 'tool') return turn.callClient('get_selection')
      if (turn.text === 'ask') return turn.ask({ type: 'freeform', id: 'q', question: '?' })
      const live = turn.live(clock, { turns: 0, reads: 0 })
      await tick()
      await turn.say(slowly(['Half ', 'an ', 'answer']))
      turn.thread.title = 'Title'
      await turn.progress('More')
      await tick()
      await live.update({ turns: 1, reads: 0 })
      await live.done()
      await tick()
      await turn.emit({ type: 'thread.item.removed', item_id: 'gone' })
    },
  })
  return { server, inner, time, failing }
}
const tick = () => new Promise((resolve) => setTimeout(resolve))
async function* slowly(words: string[]) {
  for (const word of words) {
    await tick()
    yield word
  }
}

/** A request of each type, and the messages that come before it. */
const requests: { [Type in RequestType]: { before: string[]; params: ParamsOf<Type> } } = {
  'threads.create': { before: [], params: message('Hi', ['atc_1']) },
  'threads.add_user_message': { before: ['Hi'], params: { thread_id, ...message('again', ['atc_1']) } },
  'threads.add_client_tool_output': { before: ['tool'], params: { thread_id, result: 1 } },
  'threads.add_structured_input': {
    before: ['ask'],
    params: { thread_id, item_id: 'msg_2', input: { answers: { q: { values: ['a'] } } } },
  },
  'threads.retry_after_item': { before: ['Hi', 'Hi'], params: { thread_id, item_id: 'msg_1' } },
  'threads.custom_action': { before: ['Hi'], params: { thread_id, item_id: 'msg_2', action: { type: 'clock.turn' } } },
  'threads.sync_custom_action': {
    before: ['Hi'],
    params: { thread_id, item_id: 'msg_2', action: { type: 'clock.turn' } },
  },
  'threads.get_by_id': { before: ['Hi'], params: { thread_id } },
  'threads.list': { before: ['Hi'], params: {} },
  'threads.update': { before: ['Hi'], params: { thread_id, title: 'New' } },
  'threads.delete': { before: ['Hi'], params: { thread_id } },
  'items.list': { before: ['Hi'], params: { thread_id } },
  'items.feedback': { before: ['Hi'], params: { thread_id, item_ids: ['msg_2'], kind: 'positive' } },
  'attachments.create': { before: [], params: { name: 'b', size: 1, mime_type: 'text/plain' } },
  'attachments.delete': { before: [], params: { attachment_id: 'atc_1' } },
  'input.transcribe': { before: [], params: { audio_base64: 'AAAA', mime_type: 'audio/ogg' } },
}
const types = requestSchema.options.map(({ shape }) => shape.type.value)

/** The request of a type; with a key, except where that would choose the thread's id. */
function requestOf(type: RequestType, { signal }: { signal?: AbortSignal } = {}): Request {
  const headers: HeadersInit = type === 'threads.create' ? {} : { 'Idempotency-Key': 'click-1' }
  return chatRequest(type, requests[type].params as never, { signal: signal ?? null, headers }) // the params of its type
}
async function begin(type: RequestType, { server }: { server: ChatServer }) {
  await server.fetch(chatRequest('attachments.create', { name: 'a', size: 1, mime_type: 'text/plain' }))
  for (const [index, text] of requests[type].before.entries()) {
    if (index === 0) await ask(server, 'threads.create', message(text))
    else await ask(server, 'threads.add_user_message', { thread_id, ...message(text) })
  }
}
async function isFree(store: ChatStore) {
  const free = await store.holdThread(everybody, thread_id, 'probe', 1)
  await store.releaseThread(everybody, thread_id, 'probe')
  return free
}

test.each(types)('the store may fail at any call of %s: that is told, and its thread is free', async (type) => {
  for (let at = 0; at < 60; at++) {
    const log = keptLog()
    const { server, inner, time, failing } = house(log)
    await begin(type, { server })
    failing.calls = 0
    failing.at = at
    const response = await server.fetch(requestOf(type))
    const streamed = response.headers.get('content-type') === 'text/event-stream'
    const told: unknown[] = streamed ? await readEvents(response) : [await response.json()]

    expect(await isFree(inner)).toBe(true)
    expect(time.waiting).toBe(0)
    const internal = { code: 'internal', message: 'The server failed', at: '', hint: expect.any(String) }
    const failed = streamed ? { type: 'error', code: 'stream.error', allow_retry: true } : { error: internal }
    if (failing.calls <= at) {
      expect(told).not.toContainEqual(failed) // no call was left to fail
      return
    }
    const saved = log.lines.map(({ message }) => message)
    const shownAsKept = saved.some((line) => /shown as (it was|they were) kept/.test(line))
    if (failing.method === 'releaseThread' || shownAsKept) {
      expect([response.status, told.includes(failed)]).toEqual([200, false]) // nobody has to know
    } else {
      expect([response.status, told.at(-1)]).toEqual([streamed ? 200 : 500, failed])
      expect(log.lines).toContainEqual(expect.objectContaining({ level: 'error', err: expect.anything() }))
    }
  }
  expect.unreachable('there are fewer calls than that')
})

test.each(
  types.filter(isStreaming),
)('a client may go away at any event of %s: what it was told is kept, and its thread is free', async (type) => {
  const whole = house()
  await begin(type, whole)
  const { length } = await readEvents(await whole.server.fetch(requestOf(type)))

  for (const leave of ['cancels', 'aborts'] as const) {
    for (let left = 0; left <= length; left++) {
      const { server, inner, time } = house()
      await begin(type, { server })
      const abort = new AbortController()
      const response = await server.fetch(requestOf(type, { signal: abort.signal }))
      const seen = await readSome(response, left, () => (leave === 'aborts' ? abort.abort() : undefined))

      await expect.poll(() => isFree(inner)).toBe(true)
      expect(time.waiting).toBe(0)
      const { data } = await inner.listItems(everybody, thread_id, everything)
      for (const event of seen) {
        if (!isKept(event)) continue
        const kept = data.find(({ id }) => id === event.item.id)
        if (event.item.type === 'widget')
          expect(kept?.type).toBe('widget') // it may have changed since
        else expect(kept).toEqual(event.item)
      }
      await ask(server, 'threads.add_user_message', { thread_id, ...message('Go on') })
    }
  }
})

/** Whether its item is kept before it is told. */
function isKept(event: ThreadStreamEvent): event is Extract<ThreadStreamEvent, { type: 'thread.item.done' }> {
  return event.type === 'thread.item.done' || event.type === 'thread.item.replaced'
}

/** Reads until so many events have come, then goes away. */
async function readSome(response: Response, count: number, leave: () => void): Promise<ThreadStreamEvent[]> {
  const reader = (response.body ?? new ReadableStream<Uint8Array>()).getReader()
  const events: ThreadStreamEvent[] = []
  while (events.length < count) {
    const { done, value } = await reader.read()
    if (done) break
    const lines = new TextDecoder().decode(value).split('\n\n').filter(Boolean)
    events.push(...lines.map((line) => JSON.parse(line.replace('data: ', ''))))
  }
  leave()
  await reader.cancel().catch(() => {})
  return events
}
