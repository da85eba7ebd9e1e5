import fc from 'fast-check'
import { expect, test } from 'vitest'
import { harness, isIdle } from './testing/harness.ts'
import { called, firstTurn, said, thread } from './testing/samples.ts'
import type { Answer } from './testing/scripted-server.ts'

/** What a server may do with one request that streams. */
const answer: fc.Arbitrary<Answer> = fc.oneof(
  fc.constant<Answer>('unreachable'),
  fc.constant<Answer>({ status: 500 }),
  fc.record({
    events: fc
      .tuple(fc.nat(firstTurn.length), fc.boolean())
      .map(([count, tool]) => [
        ...firstTurn.slice(0, count),
        ...(tool ? [{ type: 'thread.item.done' as const, item: called('tc_1', 'map') }] : []),
      ]),
    last: fc.constantFrom('end' as const, 'cut' as const),
  }),
)
const step = fc.constantFrom('send', 'stop', 'retry', 'newThread', 'openThread', 'options', 'leave', 'wait')

test('whatever happens, responses and loads come in pairs, never nested, and the chat ends idle', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 12 }),
      fc.array(answer, { minLength: 3, maxLength: 6 }),
      async (steps, answers) => {
        const { chat, server, told, options, until } = harness({ onClientTool: () => ({ ok: true }) })
        let asked = 0
        const next = (): Answer => answers[asked++ % answers.length] ?? 'unreachable'
        for (const type of ['threads.create', 'threads.add_user_message', 'threads.retry_after_item'] as const) {
          server.on(type, next)
        }
        server.on('threads.add_client_tool_output', { events: [] })
        server.on('threads.get_by_id', {
          json: { ...thread('thr_9'), items: { data: [said('msg_9', 'old', 'thr_9')], has_more: false } },
        })
        await until(({ status }) => status === 'ready')

        for (const name of steps) {
          if (name === 'send') {
            chat.actions.setDraft([{ type: 'input_text', text: 'hi' }])
            chat.actions.send()
          }
          if (name === 'stop') chat.actions.stop()
          if (name === 'retry') chat.actions.retry()
          if (name === 'newThread') chat.actions.newThread()
          if (name === 'openThread') chat.actions.openThread('thr_9')
          if (name === 'options') chat.setOptions(options({ theme: 'dark', onClientTool: () => null }))
          if (name === 'leave') {
            chat.dispose()
            chat.connect()
          }
          if (name === 'wait') await until(isIdle)
        }
        const state = await until(isIdle)

        const responses = told.filter((line) => line.startsWith('response'))
        expect(responses).toEqual(responses.map((_, index) => (index % 2 === 0 ? 'response.start' : 'response.end')))
        expect(responses.length % 2).toBe(0)
        const loads = told.filter((line) => line.startsWith('thread.load')).map((line) => line.split(' ')[0])
        expect(loads).toEqual(loads.map((_, index) => (index % 2 === 0 ? 'thread.load.start' : 'thread.load.end')))
        expect(loads.length % 2).toBe(0)
        expect(state.turn.pendingMessage).toBe(null)
        expect(state.thread.open).toEqual([])
        const changes = told.filter((line) => line.startsWith('thread.change'))
        expect(changes.at(-1) ?? 'thread.change null').toBe(`thread.change ${JSON.stringify(state.threadId)}`)
        expect(new Set(state.thread.items.map(({ id }) => id)).size).toBe(state.thread.items.length)
      },
    ),
    { numRuns: 150 },
  )
})
