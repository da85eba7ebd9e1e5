import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { createChatServer } from './create-chat-server.ts'
import { memoryStore } from './memory-store.ts'
import { chatRequest, message, silentLog } from './test-client.ts'

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

/** Lets go of all that nobody holds. */
async function forget(): Promise<void> {
  for (let round = 0; round < 10; round++) {
    collect()
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
}

test('a turn hears that its client has left however long it has been running', async () => {
  const reasons: unknown[] = []
  const server = createChatServer({
    store: memoryStore(),
    log: silentLog,
    respond: async (turn) => {
      await turn.progress('Thinking')
      await new Promise((resolve) => turn.signal.addEventListener('abort', resolve))
      reasons.push(turn.signal.reason)
    },
  })
  const leave = new AbortController()
  const { body } = await server.fetch(chatRequest('threads.create', message('Hi'), { signal: leave.signal }))
  const reader = body?.getReader()
  await reader?.read()
  await forget()
  leave.abort('gone')
  await expect(reader?.read()).rejects.toBe('gone')
  expect(reasons).toEqual(['gone'])
})
