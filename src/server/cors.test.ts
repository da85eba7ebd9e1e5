import { expect, test } from 'vitest'
import { createChatServer } from './create-chat-server.ts'
import { memoryStore } from './memory-store.ts'
import { chatRequest, message, silentLog } from './test-client.ts'

test.each([
  ['*', '*', null],
  [['https://app.test'], 'https://app.test', 'Origin'],
] as const)('a page of an origin that may call reads all answers: cors %j', async (cors, allowed, vary) => {
  const server = createChatServer({ store: memoryStore(), log: silentLog, cors, respond: (turn) => turn.say('Hello!') })
  const headers = { origin: 'https://app.test' }
  const answers = [
    await server.fetch(chatRequest('threads.create', message('Hi'), { headers })),
    await server.fetch(chatRequest('threads.list', {}, { headers })),
    await server.fetch(chatRequest('threads.get_by_id', { thread_id: 'nope' }, { headers })),
    await server.fetch(new Request('http://parlor.test/health', { headers })),
  ]
  const told = ({ status, headers }: Response) => [
    status,
    headers.get('access-control-allow-origin'),
    headers.get('vary'),
  ]
  expect(answers.map(told)).toEqual([200, 200, 404, 200].map((status) => [status, allowed, vary]))
})

test('a page may also read a file whose answer a host has only fetched', async () => {
  const attachments = { create: () => ({}), answer: async () => Response.redirect('https://files.test/a') }
  const server = createChatServer({ store: memoryStore(), log: silentLog, cors: '*', attachments, respond() {} })
  const { status, headers } = await server.fetch(
    new Request('http://parlor.test/files/a', { headers: { origin: 'https://app.test' } }),
  )
  expect([status, headers.get('access-control-allow-origin')]).toEqual([302, '*'])
})
