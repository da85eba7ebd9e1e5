// @vitest-environment happy-dom
import { ChatKit, useChatKit } from '@openai/chatkit-react'
import { act, cleanup, render } from '@testing-library/react'
import { StrictMode } from 'react'
import { afterEach, expect, test } from 'vitest'
import { answered, called, done, firstTurn, said, thread } from './chat/testing/samples.ts'
import { type ScriptedServer, scriptedServer } from './chat/testing/scripted-server.ts'
import './index.ts'

afterEach(cleanup)

interface HostProps {
  server: ScriptedServer
  told: string[]
  greeting?: string
  articleId?: string
}

/** A host as the samples write one: handlers and callbacks are new with every render. */
function Host({ server, told, greeting = 'Hi', articleId = 'featured' }: HostProps) {
  const kit = useChatKit({
    api: {
      url: '/chatkit',
      domainKey: 'domain_pk_localhost_dev',
      fetch: (input, init) => {
        const headers = new Headers(init?.headers)
        headers.set('article-id', articleId)
        return server.fetch(input, { ...init, headers })
      },
    },
    startScreen: { greeting },
    onClientTool: ({ name }) => ({ name, articleId }),
    onReady: () => {
      told.push('ready')
      void kit.sendUserMessage({ text: 'hi' })
    },
    onResponseStart: () => void told.push('start'),
    onResponseEnd: () => void told.push('end'),
    onThreadChange: ({ threadId }) => void told.push(`thread ${threadId}`),
    onError: ({ error }) => void told.push(error.name),
  })
  return <ChatKit control={kit.control} />
}

async function until(condition: () => boolean): Promise<void> {
  await act(async () => {
    while (!condition()) await new Promise((resolve) => requestAnimationFrame(() => resolve(null)))
  })
}

test.each([true, false])('the real <ChatKit> hears ready and a whole turn (StrictMode: %s)', async (strict) => {
  const server = scriptedServer()
  server.on('threads.create', { events: firstTurn })
  const told: string[] = []
  const host = <Host server={server} told={told} />
  render(strict ? <StrictMode>{host}</StrictMode> : host)
  await until(() => told.includes('end'))
  expect(told).toEqual(['ready', 'start', 'thread thr_1', 'end'])
  expect(server.requests).toHaveLength(1)
})

test('new options in the middle of a turn disturb nothing, and callbacks are always the latest', async () => {
  const server = scriptedServer()
  let go = () => {}
  const hold = new Promise<void>((resolve) => {
    go = resolve
  })
  server.on('threads.create', {
    events: [...firstTurn.slice(0, 2)],
    hold,
    rest: [done(called('tc_1', 'read_article')), { type: 'thread.updated', thread: thread('thr_1', 'News') }],
  })
  server.on('threads.add_client_tool_output', { events: [done(said('msg_8', 'x')), done(answered('msg_9', 'Read.'))] })
  const told: string[] = []
  const { rerender } = render(<Host server={server} told={told} />)
  await until(() => told.includes('thread thr_1'))
  rerender(<Host server={server} told={told} articleId="a7" greeting="Hello again" />)
  go()
  await until(() => told.includes('end'))
  expect(told).toEqual(['ready', 'start', 'thread thr_1', 'end'])
  expect(server.requests.at(-1)?.params).toEqual({
    thread_id: 'thr_1',
    result: { name: 'read_article', articleId: 'a7' },
  })
  expect(server.calls.map(({ headers }) => headers.get('article-id'))).toEqual(['featured', 'a7'])
})
