import { ChatKitElement } from 'parlor/element'
import { conversation, toItem } from './conversation.ts'
import { drawPlain } from './plain-thread.ts'

declare global {
  interface Window {
    thread: typeof thread
  }
}

const encoder = new TextEncoder()
const event = (value: object) => encoder.encode(`data: ${JSON.stringify(value)}\n\n`)
const message = { id: 'answer', thread_id: 'thr_1', created_at: '2026-11-20T08:00:00.000Z', type: 'assistant_message' }
const frame = () => new Promise(requestAnimationFrame)

let write: (text: string) => void = () => {}

/** So many items the server gives at once at most. */
const most = 1000

/** Two ways to show a long thread, driven from outside: opened at its end, then one delta after another at its end. */
const thread = {
  /** Loads what the element loads later, so that only drawing is measured. */
  async warm() {
    await thread.open('element', 60, 1)
    await thread.close()
  },
  /** Gives the number of elements drawn. */
  async open(how: 'element' | 'plain', count: number, cards: number): Promise<number> {
    const host = document.body.appendChild(document.createElement('div'))
    host.style.cssText = 'width: 720px; height: 700px; font: 16px/26px sans-serif'
    write = how === 'plain' ? drawPlain(host, conversation(count, cards)) : await drawElement(host, count, cards)
    await frame()
    await frame()
    return (host.querySelector('openai-chatkit')?.shadowRoot ?? host).querySelectorAll('*').length
  },
  /** An empty answer at the end, for deltas to go to. */
  async delta(count: number) {
    for (let index = 0; index < count; index++) {
      write(`Delta ${index} of a text that grows. `)
      await new Promise((resolve) => setTimeout(resolve, 20)) // the element draws at most every 16 ms
      await frame()
    }
  },
  async close() {
    document.body.replaceChildren()
    await frame()
    await frame()
  },
}

const threads = new Map<string, ReturnType<typeof toItem>[]>()

/** What the server has: made once, so that making it is not measured. */
function stored(count: number, cards: number) {
  const key = `${count} ${cards}`
  const items = threads.get(key) ?? conversation(count, cards).map(toItem)
  threads.set(key, items)
  return items
}

async function drawElement(host: HTMLElement, count: number, cards: number) {
  const items = stored(count, cards)
  let stream: ReadableStreamDefaultController<Uint8Array> | null = null
  const metadata = { id: 'thr_1', created_at: message.created_at, status: { type: 'active' }, metadata: {} }
  const paged = items.length > most
  /** As servers do it: a short thread at once, of a long one a page at a time. */
  const answers: Record<string, (params: { limit?: number }) => object> = {
    'threads.get_by_id': () => ({ ...metadata, items: { data: paged ? items.slice(0, 50) : items, has_more: paged } }),
    'items.list': ({ limit = 20 }) => ({ data: items.slice(-limit).toReversed(), has_more: true, after: 'earlier' }),
  }
  const chat = new ChatKitElement()
  chat.style.cssText = 'display: block; height: 100%'
  chat.setOptions({
    api: {
      url: '/chatkit',
      domainKey: 'bench',
      fetch: async (_, init) => {
        const { type, params }: { type: string; params: object } = JSON.parse(String(init?.body))
        const answer = answers[type]
        if (answer) return Response.json(answer(params))
        const body = new ReadableStream<Uint8Array>({
          start: (controller) => {
            stream = controller
          },
        })
        return new Response(body, { headers: { 'content-type': 'text/event-stream' } })
      },
    },
    initialThread: 'thr_1',
  })
  const loaded = new Promise((resolve) => chat.addEventListener('chatkit.thread.load.end', resolve, { once: true }))
  host.append(chat)
  await loaded
  await until(() => (chat.shadowRoot?.querySelectorAll('.chat-row').length ?? 0) > 0)
  let sent = false
  return (text: string) => {
    if (!sent) {
      sent = true
      void chat.sendUserMessage({ text: 'Go on' })
      void until(() => stream !== null).then(() => {
        const content = [{ type: 'output_text', text: '', annotations: [] }]
        stream?.enqueue(event({ type: 'thread.item.added', item: { ...message, content } }))
      })
      return
    }
    const update = { type: 'assistant_message.content_part.text_delta', content_index: 0, delta: text }
    stream?.enqueue(event({ type: 'thread.item.updated', item_id: message.id, update }))
  }
}

async function until(condition: () => boolean) {
  while (!condition()) await frame()
}

window.thread = thread
