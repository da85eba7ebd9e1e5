import { expect, test, vi } from 'vitest'
import { z } from 'zod'
import { defineAction, handlers, on } from './index.ts'

const place = defineAction('slip.place', { payload: z.strictObject({ id: z.string() }) })
const cancel = defineAction('slip.cancel')

test('an action and its handler stay together', async () => {
  const update = vi.fn(async () => undefined)
  const entry = on(place, ({ input, state, update: save }) => save({ ...state, placed: input.id }))
  await entry.handler({ input: { id: 'a' }, state: { title: 'Slip' }, update })
  expect(entry.action.type).toBe('slip.place')
  expect(update).toHaveBeenCalledWith({ title: 'Slip', placed: 'a' })
})

test('a table of handlers becomes a list, one per action', () => {
  const list = handlers({ place, cancel }, { place: ({ input }) => input.id, cancel: () => 'cancelled' })
  const call = { input: { id: 'a' }, state: {}, update: async () => undefined }
  expect(list.map(({ action, handler }) => [action.type, handler(call)])).toEqual([
    ['slip.place', 'a'],
    ['slip.cancel', 'cancelled'],
  ])
})

test('a widget gives its actions as well', () => {
  const slip = Object.assign(() => null, { actions: { place, cancel }, parse: () => ({ title: 'Slip' }) })
  const list = handlers(slip, { place: ({ state }) => state.title, cancel: () => 'cancelled' })
  const call = { input: { id: 'a' }, state: { title: 'Slip' }, update: async () => undefined }
  expect(list.map(({ action, handler }) => [action.type, handler(call)])).toEqual([
    ['slip.place', 'Slip'],
    ['slip.cancel', 'cancelled'],
  ])
})
