// @vitest-environment node
import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { proxyRoute } from './index.ts'
import { send } from './send.ts'
import { listen } from './testing/listen.ts'

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

/** Lets go of all that nobody holds. */
async function forget(): Promise<void> {
  for (let round = 0; round < 10; round++) {
    collect()
    await new Promise((resolve) => setImmediate(resolve))
  }
}

test('a page that leaves is heard of at the chat server however long the answer has been running', async () => {
  let arrived = (_response: ServerResponse) => {}
  const arrival = new Promise<ServerResponse>((resolve) => (arrived = resolve))
  const url = await listen((_, response) => {
    response.writeHead(200).write('begun')
    arrived(response)
  })
  const leave = new AbortController()
  const page = new Request('https://app.test/chatkit', { method: 'POST', body: '{}', signal: leave.signal })
  const response = await proxyRoute({ url })(page)
  const reader = response.body?.getReader()
  await reader?.read()
  const closed = once(await arrival, 'close')
  await forget()
  leave.abort()
  await closed
})

test('a time that is over is not forgotten either', async () => {
  const url = await listen(() => {})
  const late = () => new Error('too late')
  const sending = send(url, {}, { fetch, signal: undefined, timeoutMs: 100, late }, (response) => response)
  await Promise.all([forget(), expect(sending).rejects.toThrow('too late')])
})
