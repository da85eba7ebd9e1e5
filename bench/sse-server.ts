// One of the servers that `sse.ts` and `open-streams.ts` compare, in a process of its own.
import { createServer, type RequestListener } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { createChatServer, memoryStore } from '../src/server/index.ts'
import { toNodeHandler } from '../src/server/node.ts'

/** Asks for a stream that says hello and stays open. */
const idle = 'idle'

/** The words of an answer: as many deltas as leave room for the events around them. */
const framing = 7 // thread.created, user message, stream_options, added, content part, part done, done
const words = (events: number) => Array.from({ length: events - framing }, (_, index) => `word ${index} `)

const chat = createChatServer({
  store: memoryStore(),
  respond: async (turn) => {
    if (turn.text === idle) {
      await turn.progress('Hello')
      await new Promise(() => {})
    }
    await turn.say(words(Number(turn.text)))
  },
})

/** The same events as the chat server's, made and written one by one. */
const bare: RequestListener = (request, response) => {
  let body = ''
  request.on('data', (chunk) => {
    body += chunk
  })
  request.on('end', () => {
    const { content } = JSON.parse(body).params.input
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache, no-transform' })
    const write = (event: unknown) => response.write(`data: ${JSON.stringify(event)}\n\n`)
    if (content[0].text === idle) {
      write({ type: 'progress_update', text: 'Hello' })
      return
    }
    const own = { thread_id: 'thr_0123456789abcdef01234567', created_at: new Date().toISOString() }
    const item = { id: 'msg_0123456789abcdef01234567', ...own, type: 'assistant_message' }
    const update = (change: object) => write({ type: 'thread.item.updated', item_id: item.id, update: change })
    const part = (text: string) => ({ content_index: 0, content: { type: 'output_text', text, annotations: [] } })
    write({
      type: 'thread.created',
      thread: {
        id: own.thread_id,
        created_at: own.created_at,
        status: { type: 'active' },
        metadata: {},
        items: { data: [], has_more: false },
      },
    })
    write({
      type: 'thread.item.done',
      item: { type: 'user_message', id: item.id, ...own, content, attachments: [], inference_options: {} },
    })
    write({ type: 'stream_options', stream_options: { allow_cancel: true } })
    write({ type: 'thread.item.added', item: { ...item, content: [] } })
    update({ type: 'assistant_message.content_part.added', ...part('') })
    const deltas = words(Number(content[0].text))
    for (const delta of deltas) {
      update({ type: 'assistant_message.content_part.text_delta', content_index: 0, delta })
    }
    const text = deltas.join('')
    update({ type: 'assistant_message.content_part.done', ...part(text) })
    write({ type: 'thread.item.done', item: { ...item, content: [part(text).content] } })
    response.end()
  })
}

const listeners: Record<string, () => RequestListener> = {
  bare: () => bare,
  node: () => toNodeHandler(chat.fetch),
  hono: () => getRequestListener(chat.fetch),
}

const server = createServer(listeners[process.argv[2] ?? '']?.())
server.listen(0, () => {
  const address = server.address()
  process.send?.({ port: typeof address === 'object' && address ? address.port : 0 })
})
process.on('message', () => {
  globalThis.gc?.()
  const { user, system } = process.cpuUsage()
  const { rss, heapUsed, external } = process.memoryUsage()
  process.send?.({ cpu: user + system, memory: rss, heap: heapUsed + external })
})
process.once('disconnect', () => process.exit())
