import { expect, test, vi } from 'vitest'
import { z } from 'zod'
import { effect, effects } from './index.ts'

const rethrow = (error: Error) => {
  throw error
}

test('an effect is a function of its data', () => {
  const flash = vi.fn()
  effects({ 'customer_profile/update': flash }, rethrow)({ name: 'customer_profile/update', data: { profile: 1 } })
  expect(flash.mock.calls).toEqual([[{ profile: 1 }]])
})

test('an effect without data gets an empty object', () => {
  const go = vi.fn()
  effects({ go }, rethrow)({ name: 'go' })
  expect(go.mock.calls).toEqual([[{}]])
})

test('data is checked before the effect runs; what does not fit is reported', async () => {
  const [report, run] = [vi.fn(), vi.fn()]
  const onEffect = effects({ go: effect({ data: z.object({ to: z.string() }), run }) }, report)
  onEffect({ name: 'go', data: { to: 'a' } })
  onEffect({ name: 'go', data: { to: 1 } })
  await vi.waitFor(() => expect(report).toHaveBeenCalled())
  expect(run.mock.calls).toEqual([[{ to: 'a' }]])
  expect(report.mock.calls).toEqual([[expect.objectContaining({ code: 'invalid_input', at: 'effects.go.to' })]])
})

test('an unknown effect and a failing one are reported', async () => {
  const report = vi.fn()
  const onEffect = effects(
    {
      go: () => {
        throw new Error('boom')
      },
    },
    report,
  )
  onEffect({ name: 'went' })
  onEffect({ name: 'go' })
  await vi.waitFor(() => expect(report).toHaveBeenCalledTimes(2))
  expect(report.mock.calls).toEqual([
    [expect.objectContaining({ code: 'unsupported', at: 'effects.went', hint: 'There are: go' })],
    [expect.objectContaining({ at: 'effects.go', problem: 'The handler failed: boom' })],
  ])
})

test('an effect that is not in the table may be handled elsewhere', () => {
  const otherwise = vi.fn()
  effects({}, rethrow, otherwise)({ name: 'go', data: { a: 1 } })
  expect(otherwise.mock.calls).toEqual([[{ name: 'go', data: { a: 1 } }]])
})
