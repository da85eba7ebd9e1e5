import { createMockServer, instantClock, otherwise, type Step, script } from 'parlor/mock'
import type { RequestType, ThreadItem, ThreadMetadata, UserContent, UserMessageItem } from 'parlor/protocol'
import { countedIds, memoryStore, type ServerLog } from 'parlor/server'

/** What a story's server knows and says. */
export interface StoryServer {
  /** What was said before, in the thread `thr_1`; `initialThread: 'thr_1'` opens it. */
  items?: readonly ThreadItem[]
  /** More of that thread: its title, its status. */
  thread?: Partial<ThreadMetadata>
  /** Other threads of the history, newest first. */
  threads?: readonly ThreadMetadata[]
  /** The answer to whatever is sent; ended by `stall()`, it stays unfinished. */
  answer?: readonly Step[]
  /** Requests of these types never end, or are refused. */
  waiting?: readonly RequestType[]
  failing?: readonly RequestType[]
}

const reader = { user: 'reader' }
const created_at = '2026-03-15T09:30:00Z'
const silent: ServerLog = { info() {}, warn() {}, error() {} }

/** What every item of the story's thread has. */
export const inThread = (id: string) => ({ id, thread_id: 'thr_1', created_at })

/** A message of the person. */
export const userMessage = (id: string, text: string, more: Partial<UserMessageItem> = {}): UserMessageItem => {
  const content: UserContent[] = text === '' ? [] : [{ type: 'input_text', text }]
  return { type: 'user_message', ...inThread(id), content, attachments: [], inference_options: {}, ...more }
}

/** A message of the assistant. */
export const assistantMessage = (id: string, text: string): ThreadItem => ({
  type: 'assistant_message',
  ...inThread(id),
  content: [{ type: 'output_text', text, annotations: [] }],
})

/** A scripted server that already holds the story's threads, as the `fetch` of the element's `api` option. */
export function storyFetch({
  items = [],
  thread = {},
  threads = [],
  answer = [],
  waiting = [],
  failing = [],
}: StoryServer): typeof fetch {
  const store = memoryStore()
  const server = createMockServer({
    script: script(otherwise(answer)),
    store,
    clock: instantClock,
    ids: countedIds(),
    context: () => reader,
    feedback: () => {},
    log: silent,
    faults: failing.map((on) => ({ on, status: 500, times: Number.POSITIVE_INFINITY })),
  })
  const filled = fill()
  async function fill() {
    for (const row of threads.toReversed()) await store.saveThread(reader, row)
    if (items.length === 0) return
    await store.saveThread(reader, { id: 'thr_1', created_at, status: { type: 'active' }, metadata: {}, ...thread })
    for (const item of items) await store.saveItem(reader, 'thr_1', item)
  }

  return async (url, init) => {
    // Without its key a message gets the next id, which scripts can name.
    const { metadata: _key, ...body }: { type?: RequestType; metadata?: object } = JSON.parse(String(init?.body))
    const { type } = body
    if (type !== undefined && waiting.includes(type)) return new Promise<Response>(() => {})
    await filled
    return server.fetch(new Request(new URL(String(url), location.href), { ...init, body: JSON.stringify(body) }))
  }
}
