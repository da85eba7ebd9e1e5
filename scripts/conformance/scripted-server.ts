import { defineAction } from '../../src/actions/index.ts'
import { checkWidget } from '../../src/kit/index.ts'
import { eventSchema, itemSchema, threadStatusSchema } from '../../src/protocol/index.ts'
import {
  type ChatServer,
  type ChatStore,
  codedError,
  countedIds,
  createChatServer,
  memoryStore,
  type Scope,
  type ScopedStore,
  type Turn,
  userError,
} from '../../src/server/index.ts'
import type { Scenario, ScriptStep } from './recording.ts'

/** A server whose responder and handlers do what the recording of the current step says. */
export interface ScriptedServer extends ChatServer {
  store: ChatStore
  scope: Scope
  /** Sets what the next request's handlers do; gives what they were called with, and whether one waits to be cancelled. */
  expect(script: readonly ScriptStep[]): { calls: object[]; waiting: Promise<void> }
}

export function scriptedServer({ steps }: Scenario): ScriptedServer {
  const store = memoryStore()
  const scope = { user: 'everybody' }
  let script: readonly ScriptStep[] = []
  let calls: object[] = []
  let waits = () => {}

  const play = (turn: Turn) => playScript(script, { turn, waits: () => waits() })
  const actionTypes = [...new Set(steps.flatMap(({ request: { params } }) => actionType(params) ?? []))]
  const server = createChatServer({
    store,
    ids: countedIds(),
    log: { info() {}, warn() {}, error() {} },
    async respond(turn) {
      calls.push({ respond: turn.message?.id ?? null })
      await play(turn)
    },
    actions: actionTypes.map((type) => ({
      action: defineAction(type),
      async handler({ turn, action, sender }) {
        calls.push({ action: action.type, payload: action.payload ?? null, sender: sender?.id ?? null })
        await play(turn)
      },
    })),
    syncActions: actionTypes.map((type) => ({
      action: defineAction(type),
      async handler({ action, sender, thread, store }) {
        calls.push({ sync_action: action.type, payload: action.payload ?? null, sender: sender?.id ?? null })
        for (const step of script) await playAnywhere(step, { store, thread: thread.id })
        const answer = script.find((step) => 'updated_item' in step)?.updated_item
        return answer ? itemSchema.parse(fillIn(answer, thread.id)) : undefined
      },
    })),
    feedback({ kind, itemIds }) {
      calls.push({ feedback: kind, items: itemIds })
    },
    transcribe: ({ data, mediaType }) => `${mediaType}:${data.byteLength}`,
    attachments: {
      create: ({ id, size, mimeType }) => ({
        upload: { url: `https://files.example/${id}`, method: 'PUT', headers: { 'x-size': String(size) } },
        ...(mimeType.startsWith('image/') ? { previewUrl: `https://files.example/${id}/preview` } : {}),
        metadata: { secret: 1 },
      }),
    },
  })

  return {
    fetch: server.fetch,
    store,
    scope,
    expect(next) {
      script = next
      calls = []
      const waiting = new Promise<void>((resolve) => {
        waits = resolve
      })
      return { calls, waiting }
    },
  }
}

interface Stage {
  turn: Turn
  waits(): void
}

async function playScript(script: readonly ScriptStep[], stage: Stage): Promise<void> {
  for (const step of script) await playStep(step, stage)
}

async function playStep(step: ScriptStep, { turn, waits }: Stage): Promise<void> {
  const { thread, store } = turn
  if ('yield' in step) await turn.emit(eventSchema.parse(fillIn(step.yield, thread.id)))
  else if ('set_title' in step) thread.title = step.set_title
  else if ('set_status' in step) thread.status = threadStatusSchema.parse(step.set_status)
  else if ('set_metadata' in step) thread.metadata = step.set_metadata
  else if ('stream_widget' in step) await streamWidget(step.stream_widget, turn)
  else if ('wait' in step) {
    const cancelled = new Promise((resolve) => turn.signal.addEventListener('abort', resolve))
    waits()
    await cancelled
  } else await playAnywhere(step, { store, thread: thread.id })
}

/** What a script may do without a turn, in a handler that answers with JSON. */
async function playAnywhere(
  step: ScriptStep,
  { store, thread }: { store: ScopedStore; thread: string },
): Promise<void> {
  if ('store_item' in step) await store.saveItem(thread, itemSchema.parse(fillIn(step.store_item, thread)))
  if ('raise_custom' in step) throw userError(step.raise_custom.message, { retry: step.raise_custom.allow_retry })
  if ('raise_stream_error' in step) {
    throw codedError('stream.error', { retry: step.raise_stream_error.allow_retry ?? true })
  }
  if ('raise' in step) throw new Error(step.raise)
}

async function streamWidget(
  { states, streamed, copy_text }: Extract<ScriptStep, { stream_widget: unknown }>['stream_widget'],
  turn: Turn,
): Promise<void> {
  const [first, ...later] = states.map((state) => checkWidget(state))
  if (!first) return
  const options = copy_text ? { copyText: copy_text } : {}
  if (!streamed) {
    await turn.show(first, options)
    return
  }
  const live = turn.live(first, options)
  for (const state of later) await live.update(state)
  await live.done()
}

/** `$thread` and `$time` stand for this thread's id and a fixed time. */
function fillIn(value: unknown, thread: string): unknown {
  return JSON.parse(JSON.stringify(value).replaceAll('$thread', thread).replaceAll('$time', '2026-01-02T03:04:05Z'))
}

function actionType(params: Record<string, unknown>): string | undefined {
  const { action } = params
  return typeof action === 'object' && action !== null && 'type' in action ? String(action.type) : undefined
}
