/** One JSON object of the protocol, written as it travels. */
export type Wire = Record<string, unknown> & { type?: string }

/** What a story's server knows and says. */
export interface Canned {
  /** The items of the thread `thr_1`; with any, `initialThread: 'thr_1'` shows them. */
  items?: readonly Wire[]
  /** More fields of that thread: its title, its status. */
  thread?: Record<string, unknown>
  /** The rows of the history. */
  threads?: readonly Wire[]
  /** The answer to whatever is sent; `hold` leaves the stream open, as if more were to come. */
  answer?: readonly Wire[]
  hold?: boolean
  /** Requests of these types never end, or are refused. */
  waiting?: readonly string[]
  failing?: readonly string[]
}

const created_at = '2026-03-15T09:30:00Z'
const json = (value: unknown, status = 200) =>
  new Response(JSON.stringify(value), { status, headers: { 'Content-Type': 'application/json' } })

/** A thread item with the fields all items share. */
export const item = (id: string, fields: Wire): Wire => ({ id, thread_id: 'thr_1', created_at, ...fields })

/** A message of the person. */
export const userMessage = (id: string, text: string, fields: Wire = {}): Wire =>
  item(id, {
    type: 'user_message',
    content: text === '' ? [] : [{ type: 'input_text', text }],
    attachments: [],
    inference_options: {},
    ...fields,
  })

/** A message of the assistant. */
export const assistantMessage = (id: string, text: string, annotations: readonly unknown[] = []): Wire =>
  item(id, { type: 'assistant_message', content: [{ type: 'output_text', text, annotations }] })

/** A server of one thread and one answer, as the `fetch` of the element's `api` option. */
export function cannedFetch({
  items = [],
  thread = {},
  threads = [],
  answer = [],
  hold = false,
  waiting = [],
  failing = [],
}: Canned): typeof fetch {
  const whole = { id: 'thr_1', created_at, status: { type: 'active' }, metadata: {}, ...thread }
  const page = (data: readonly Wire[]) => ({ data, has_more: false })

  return async (_url, init) => {
    const { type = '' }: { type?: string } = JSON.parse(String(init?.body))
    if (waiting.includes(type)) return new Promise<Response>(() => {})
    if (failing.includes(type)) return json({ error: { message: 'Not today' } }, 500)
    switch (type) {
      case 'threads.list':
        return json(page(threads))
      case 'threads.get_by_id':
        return json({ ...whole, items: page(items) })
      case 'items.list':
        return json(page(items.toReversed()))
      case 'threads.create':
        return stream([{ type: 'thread.created', thread: { ...whole, items: page([]) } }, ...answer], hold)
      case 'threads.add_user_message':
      case 'threads.add_structured_input':
      case 'threads.retry_after_item':
      case 'threads.custom_action':
      case 'threads.add_client_tool_output':
        return stream(answer, hold)
      case 'attachments.create':
        return json({ type: 'file', id: 'atc_1', name: 'notes.pdf', mime_type: 'application/pdf' })
      default:
        return json({})
    }
  }
}

function stream(events: readonly Wire[], hold: boolean): Response {
  const text = events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join('')
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(text))
      if (!hold) controller.close()
    },
  })
  return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } })
}
