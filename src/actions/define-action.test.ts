import { expect, test } from 'vitest'
import { z } from 'zod'
import { ParlorError } from '../errors.ts'
import { mergeFormValues } from '../kit/index.ts'
import { defineAction } from './index.ts'

const place = defineAction('slip.place', {
  payload: z.strictObject({ id: z.string() }),
  form: z.strictObject({ stake: z.coerce.number().positive() }),
  handler: 'client',
  loadingBehavior: 'container',
  streaming: false,
})

test('an action gives the property of a node', () => {
  expect(place({ id: 'a' })).toEqual({
    type: 'slip.place',
    payload: { id: 'a' },
    handler: 'client',
    loadingBehavior: 'container',
    streaming: false,
  })
  expect(defineAction('refresh')()).toEqual({ type: 'refresh' })
})

test('an arrived action gives payload and form values in one object, as the schemas made them', () => {
  const { payload } = mergeFormValues(place({ id: 'a' }).payload, { stake: '12.5' })
  expect(place.parse({ type: 'slip.place', payload })).toEqual({ id: 'a', stake: 12.5 })
})

test('a wrong payload names the place', () => {
  expect(catchError(() => place.parse({ type: 'slip.place', payload: { stake: '1' } })).message).toBe(
    'slip.place.payload.id: expected string, received undefined. The widget and its form have to send what the action’s schemas ask for.',
  )
  const both = catchError(() => place.parse({ type: 'slip.place', payload: { id: 5, stake: 'much' } }))
  expect(both.problems.map(({ at }) => at)).toEqual(['slip.place.payload.id', 'slip.place.payload.stake'])
  expect(both.code).toBe('invalid_input')
})

test('what nobody asked for is refused by strict schemas, with the nearest name', () => {
  const extra = catchError(() => place.parse({ type: 'slip.place', payload: { id: 'a', stake: '1', ids: 2 } }))
  expect(extra.message).toBe('slip.place.payload.ids: no property has this name. Did you mean `id`?')
})

test('open schemas drop or keep what they do not know, as they were written', () => {
  const form = z.object({ stake: z.string() })
  const dropping = defineAction('a', { payload: z.object({ id: z.string() }), form })
  const keeping = defineAction('a', { payload: z.looseObject({ id: z.string() }), form })
  const payload = { id: 'x', stake: '1', more: true }
  expect(dropping.parse({ type: 'a', payload })).toEqual({ id: 'x', stake: '1' })
  expect(keeping.parse({ type: 'a', payload })).toEqual({ id: 'x', stake: '1', more: true })
})

test('nested names are told apart inside the object both schemas know', () => {
  const save = defineAction('todo.save', {
    payload: z.strictObject({ todo: z.strictObject({ id: z.string() }) }),
    form: z.strictObject({ todo: z.strictObject({ title: z.string(), done: z.boolean().default(false) }) }),
  })
  const { payload } = mergeFormValues(save({ todo: { id: '1' } }).payload, { [save.field('todo.title')]: 'Milk' })
  expect(save.parse({ type: 'todo.save', payload })).toEqual({ todo: { id: '1', title: 'Milk', done: false } })
})

test('a schema without names takes what the other leaves', () => {
  const answers = z.record(z.string(), z.string())
  const free = defineAction('a', { payload: z.strictObject({ id: z.string() }), form: answers })
  expect(free.parse({ type: 'a', payload: { id: 'x', q1: 'a', q2: 'b' } })).toEqual({ id: 'x', q1: 'a', q2: 'b' })
})

test('an absent payload is an empty one; none is asked for where there is no schema', () => {
  const refresh = defineAction('refresh')
  expect(refresh.parse({ type: 'refresh', payload: null })).toEqual({})
  expect(refresh.parse({ type: 'refresh', payload: { anything: 1 } })).toEqual({})
  const filter = defineAction('filter', { form: z.object({ word: z.string().default('') }) })
  expect(filter.parse({ type: 'filter' })).toEqual({ word: '' })
})

test('what is no object, and another action, are refused', () => {
  expect(catchError(() => place.parse({ type: 'slip.place', payload: 'id' })).message).toBe(
    'slip.place.payload: the payload is not an object. Send an object.',
  )
  expect(catchError(() => place.parse({ type: 'other', payload: {} }))).toMatchObject({ at: 'slip.place.type' })
})

test('a payload cannot reach a prototype', () => {
  const payload: unknown = JSON.parse('{"id":"a","stake":"1","__proto__":{"polluted":true}}')
  expect(() => place.parse({ type: 'slip.place', payload })).toThrow(ParlorError)
  expect({}).not.toHaveProperty('polluted')
})

function catchError(run: () => unknown): ParlorError {
  try {
    run()
  } catch (error) {
    if (error instanceof ParlorError) return error
  }
  throw new Error('nothing of ours was thrown')
}
