// One of the two servers that `sse.ts` compares, in a process of its own.
import { createServer, type RequestListener } from 'node:http'
import { createChatServer, memoryStore } from '../src/server/index.ts'
import { toNodeHandler } from '../src/server/node.ts'

/** The words of an answer: as many deltas as leave room for the events around them. */
const framing = 7 // thread.created, user message, stream_options, added, content part, part done, done
const words = (events: number) => Array.from({ length: events - framing }, (_, index) => `word ${index} `)

const chat = createChatServer({
  store: memoryStore(),
  respond: async (turn) => {
    await turn.say(words(Number(turn.text)))
  },
})

const bare: RequestListener = (request, response) => {
  let body = ''
  request.on('data', (chunk) => {
    body += chunk
  })
  request.on('end', () => {
    const events = Number(JSON.parse(body).params.input.content[0].text)
    response.writeHead(200, { 'Content-Type': 'text/event-stream' })
    for (let index = 0; index < events; index++) {
      const update = { type: 'assistant_message.content_part.text_delta', content_index: 0, delta: `word ${index} ` }
      response.write(`data: ${JSON.stringify({ type: 'thread.item.updated', item_id: 'msg_1', update })}\n\n`)
    }
    response.end()
  })
}

const server = createServer(process.argv[2] === 'bare' ? bare : toNodeHandler(chat.fetch))
server.listen(0, () => {
  const address = server.address()
  process.send?.({ port: typeof address === 'object' && address ? address.port : 0 })
})
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send?.({ cpu: user + system })
})
process.once('disconnect', () => process.exit())
