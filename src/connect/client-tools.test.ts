import { expect, test, vi } from 'vitest'
import { z } from 'zod'
import { clientTools, tool } from './index.ts'

const rethrow = (error: Error) => {
  throw error
}
const call = (name: string, params: Record<string, unknown> = {}) => ({ name, params })

test('a tool is a function of its parameters, its result the answer', async () => {
  const run = clientTools({ add: ({ a, b }) => ({ sum: Number(a) + Number(b) }) }, rethrow)
  expect(await run(call('add', { a: 1, b: 2 }))).toEqual({ sum: 3 })
})

test('nothing returned is sent as null', async () => {
  expect(await clientTools({ go: async () => {} }, rethrow)(call('go'))).toBeNull()
})

test('parameters are checked and transformed before the tool runs', async () => {
  const show = tool({ params: z.object({ lat: z.coerce.number(), zoom: z.number().default(3) }), run: (at) => at })
  expect(await clientTools({ show }, rethrow)(call('show', { lat: '4.5' }))).toEqual({ lat: 4.5, zoom: 3 })
})

test('wrong parameters are an error for the server, and a report with the place', async () => {
  const [report, run] = [vi.fn(), vi.fn()]
  const tools = { show: tool({ params: z.object({ at: z.object({ lat: z.number() }) }), run }) }
  expect(await clientTools(tools, report)(call('show', { at: { lat: 'north' } }))).toEqual({
    error: { code: 'invalid_input', message: expect.stringContaining('expected number') },
  })
  expect(run).not.toHaveBeenCalled()
  expect(report.mock.calls).toEqual([[expect.objectContaining({ code: 'invalid_input', at: 'tools.show.at.lat' })]])
})

test.each(['fly', 'constructor', 'toString'])('an unknown tool, such as %s, is answered and reported', async (name) => {
  const report = vi.fn()
  expect(await clientTools({ go: () => {} }, report)(call(name))).toEqual({
    error: { code: 'unknown_tool', message: `There is no client tool "${name}"` },
  })
  expect(report.mock.calls).toEqual([
    [expect.objectContaining({ code: 'unknown_tool', at: `tools.${name}`, hint: 'There are: go' })],
  ])
})

test('a tool that is not in the table may be handled elsewhere', async () => {
  const run = clientTools({}, rethrow, ({ name }) => ({ name }))
  expect(await run(call('fly'))).toEqual({ name: 'fly' })
})

test.each([
  [
    'throws',
    () => {
      throw new Error('No map here')
    },
    'The handler failed: No map here',
  ],
  ['rejects', () => Promise.reject('no'), 'The handler failed: no'],
  ['returns what cannot be JSON', () => ({ big: 1n }), expect.stringMatching(/^The handler failed: .*BigInt/)],
])('a tool that %s is an error for the server, and a report', async (_, go, message) => {
  const report = vi.fn()
  expect(await clientTools({ go }, report)(call('go'))).toEqual({ error: { code: 'tool_failed', message } })
  expect(report.mock.calls).toEqual([[expect.objectContaining({ at: 'tools.go' })]])
})
