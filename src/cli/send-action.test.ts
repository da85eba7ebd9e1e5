// @vitest-environment node
import { expect, test } from 'vitest'
import { z } from 'zod'
import { defineAction, on } from '../actions/index.ts'
import { actionRoute } from '../routes/index.ts'
import { sendActionWith } from './send-action.ts'
import { testIo } from './testing/test-io.ts'

const secret = 'a secret of thirty-two bytes, or of more'
const place = defineAction('slip.place', { payload: z.strictObject({ id: z.string() }) })
const fetch = actionRoute({
  secret,
  actions: [on(place, ({ input, metadata }) => ({ receipt: input.id, by: metadata.user }))],
  log: { warn() {}, error() {} },
})

async function send(argv: string[], env: Record<string, string> = { PARLOR_ACTION_SECRET: secret }, files = {}) {
  const { io, result } = testIo(files)
  const code = await sendActionWith({ env, fetch })(argv, io)
  return { code, out: result.out, told: result.told }
}
const url = 'https://bets.test/actions'

test('an action is signed and sent, and what came of it is printed', async () => {
  const sent = await send([url, 'slip.place', '--payload', '{"id":"a"}', '--metadata', '{"user":"ada"}'])
  expect(sent).toEqual({ code: 0, out: '{\n  "receipt": "a",\n  "by": "ada"\n}\n', told: '' })
})

test('the payload may come from a file, the secret from a variable of any name', async () => {
  const argv = [url, 'slip.place', '--payload', '@slip.json', '--secret-env', 'MINE']
  expect(await send(argv, { MINE: secret }, { 'slip.json': { id: 'b' } })).toMatchObject({ code: 0 })
})

test('a refusal is told, with 1', async () => {
  const told = 'POST https://bets.test/actions: 400: '
  expect(await send([url, 'slip.plcae'])).toEqual({
    code: 1,
    out: '',
    told: `${told}There is no action slip.plcae. type: There are slip.place\n`,
  })
  const another = await send([url, 'slip.place'], { PARLOR_ACTION_SECRET: 'another secret of more than 32 bytes!' })
  expect(another).toMatchObject({ code: 1, told: expect.stringContaining('401: The signature is of another secret') })
  expect(another.told).not.toContain('another secret of more')
})

test('that nobody answers is told with its cause', async () => {
  const refused = new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED 127.0.0.1:9') })
  const { io, result } = testIo()
  const unreachable = sendActionWith({ env: { S: secret }, fetch: () => Promise.reject(refused) })
  expect(await unreachable([url, 'slip.place', '--secret-env', 'S'], io)).toBe(1)
  expect(result.told).toContain('No answer came')
  expect(result.told).toContain('fetch failed\nconnect ECONNREFUSED 127.0.0.1:9\n')
})

test.each([
  [[], 'it takes URL and TYPE'],
  [[url], 'it takes URL and TYPE'],
  [['bets.test', 'slip.place'], 'bets.test is no address'],
  [['file:///etc/passwd', 'slip.place'], 'file:///etc/passwd is no address'],
  [[url, 'slip.place', '--payload', '{id}'], '--payload is no JSON'],
  [[url, 'slip.place', '--payload', '@none.json'], '--payload is no JSON (no such file: none.json)'],
  [[url, 'slip.place', '--metadata', '[]'], '--metadata is no object'],
  [[url, 'slip.place', '--secret-env', 'NONE'], 'the variable NONE is not set'],
  [[url, 'slip.place', '--loud'], "Unknown option '--loud'"],
])('wrong usage is told, with the usage and 2: %j', async (argv, problem) => {
  const { code, told, out } = await send(argv)
  expect([code, out]).toEqual([2, ''])
  expect(told).toContain(problem)
  expect(told).toContain('Usage: parlor send-action URL TYPE')
})

test('a secret that is too short is named by its variable alone', async () => {
  const { code, told } = await send([url, 'slip.place'], { PARLOR_ACTION_SECRET: 'hunter2' })
  expect(code).toBe(2)
  expect(told).toContain('the secret in PARLOR_ACTION_SECRET will not do: It has 7 bytes, at least 32 are needed')
  expect(told).not.toContain('hunter2')
})

test('--help tells its usage', async () => {
  expect(await send(['--help'])).toMatchObject({ code: 0, out: expect.stringContaining('Usage: parlor send-action') })
})
