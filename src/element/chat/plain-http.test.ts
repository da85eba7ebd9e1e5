import { expect, onTestFinished, test, vi } from 'vitest'
import { createChat } from './chat.ts'
import { firstTurn } from './testing/samples.ts'
import { scriptedServer } from './testing/scripted-server.ts'

test('on plain http, where browsers have no crypto.randomUUID, a message goes out all the same', async () => {
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) })
  onTestFinished(() => void vi.unstubAllGlobals())
  const server = scriptedServer()
  server.on('threads.create', { events: firstTurn })
  const chat = createChat({ emit: () => {}, fetch: server.fetch, soon: noTime })
  chat.setOptions({ api: { url: '/chatkit', domainKey: 'k' } })
  chat.connect()
  await chat.methods.sendUserMessage({ text: 'hi' })
  expect(server.calls[0]?.headers.get('chatkit-frame-instance-id')).toMatch(/^[0-9a-f]{32}$/)
  chat.dispose()
})

function noTime(callback: () => void): () => void {
  queueMicrotask(callback)
  return () => {}
}
