import { once } from 'node:events'
import { createServer } from 'node:http'
import net, { type AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createChatServer } from './create-chat-server.ts'
import { memoryStore } from './memory-store.ts'
import { toNodeHandler } from './node.ts'
import { chatRequest, message, silentLog } from './test-client.ts'
import { manualTime } from './testing/manual-time.ts'
import type { Turn } from './turn.ts'
import { realWait, type Wait } from './wait.ts'

/** Ten times as fast as time. */
const hurried: Wait = (ms, signal, how) => realWait(ms / 10, signal, how)

test('who does not read holds nobody up for longer than a turn may take', async () => {
  const limits = { turnTimeoutMs: 2000, concurrentTurns: { perProcess: 1 } }
  const respond = async (turn: Turn) => {
    for (let i = 0; i < 3000; i++) await turn.progress('x'.repeat(20_000))
  }
  const server = createServer(
    toNodeHandler(createChatServer({ store: memoryStore(), log: silentLog, limits, respond, wait: hurried }).fetch),
  )
  await once(server.listen(0), 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  const body = JSON.stringify({ type: 'threads.create', params: message('Hi') })
  const lazy = net.connect(port, '127.0.0.1').pause()
  lazy.on('error', () => {}).write(`POST / HTTP/1.1\r\nHost: x\r\nContent-Length: ${body.length}\r\n\r\n${body}`)
  await expect
    .poll(async () => (await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body })).status, { timeout: 15_000 })
    .toBe(200)
})

test('the same holds for a stream that is neither read nor left, and no timer stays', async () => {
  const time = manualTime()
  const limits = { turnTimeoutMs: 60_000, concurrentTurns: { perProcess: 1 } }
  const store = memoryStore(time)
  const respond = async (turn: Turn) => {
    await turn.progress('Thinking')
    await new Promise((resolve) => turn.signal.addEventListener('abort', resolve))
  }
  const server = createChatServer({ store, log: silentLog, ...time, limits, respond })
  const { body } = await server.fetch(chatRequest('threads.create', message('Hi')))
  await time.pass(89_000)
  expect((await server.fetch(chatRequest('threads.create', message('Hi')))).status).toBe(503)
  await time.pass(2_000)
  await expect(body?.getReader().read()).rejects.toMatchObject({ code: 'timeout' })
  expect(time.waiting).toBe(0)
  expect((await server.fetch(chatRequest('threads.create', message('Hi')))).status).toBe(200)
})
