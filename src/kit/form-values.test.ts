import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeFormValues } from './index.ts'

const ignored = 'the payload already has a value here, so the one of the form was ignored'

test('without a payload the form is the payload, and dots nest', () => {
  expect(mergeFormValues(undefined, { 'todo.title': 'Buy milk', 'todo.done': true, note: '' })).toEqual({
    payload: { todo: { title: 'Buy milk', done: true }, note: '' },
    problems: [],
  })
})

test('without values the payload stays as it is', () => {
  expect(mergeFormValues({ id: 1 }, {})).toEqual({ payload: { id: 1 }, problems: [] })
  expect(mergeFormValues(undefined, {})).toEqual({ payload: undefined, problems: [] })
  expect(mergeFormValues(null, {})).toEqual({ payload: undefined, problems: [] })
})

test('objects that both have are put together, and the widget’s payload is not touched', () => {
  const payload = { id: 'a', todo: { title: undefined, tags: ['x'] } }
  expect(mergeFormValues(payload, { 'todo.priority': 'high' })).toEqual({
    payload: { id: 'a', todo: { title: undefined, tags: ['x'], priority: 'high' } },
    problems: [],
  })
  expect(payload).toEqual({ id: 'a', todo: { title: undefined, tags: ['x'] } })
})

test('at the very same place the author’s value wins, and it is told', () => {
  expect(mergeFormValues({ todo: { title: 'mine' } }, { 'todo.title': 'yours', other: 'kept' })).toEqual({
    payload: { todo: { title: 'mine' }, other: 'kept' },
    problems: [{ at: 'payload.todo.title', problem: ignored }],
  })
})

test('a value cannot go below a value that is no object', () => {
  expect(mergeFormValues({ todo: ['a'] }, { 'todo.title': 'x' })).toEqual({
    payload: { todo: ['a'] },
    problems: [
      {
        at: 'payload.todo.title',
        problem: 'the payload already has a value at "todo", so nothing can be put below it',
      },
    ],
  })
})

test('a payload that is no object is sent as it is', () => {
  expect(mergeFormValues('text', { a: 'x' })).toEqual({
    payload: 'text',
    problems: [{ at: 'payload', problem: 'the payload is not an object, so the values of the form were left out' }],
  })
  expect(mergeFormValues([1], {})).toEqual({ payload: [1], problems: [] })
})

test('names that reach for prototypes, and empty ones, are refused', () => {
  for (const name of ['__proto__.polluted', 'constructor.prototype.polluted', 'a..b', '', '.']) {
    const { payload, problems } = mergeFormValues({}, { [name]: 'x' })
    expect(payload).toEqual({})
    expect(problems).toEqual([{ at: `payload.${name}`, problem: `"${name}" is no name for a form value` }])
  }
  expect({}).not.toHaveProperty('polluted')
})

test('whatever the names: every value arrives or is told, and no prototype changes', () => {
  const segment = fc.constantFrom('a', 'b', 'toString', '__proto__', 'prototype', '')
  const name = fc.array(segment, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('.'))
  fc.assert(
    fc.property(fc.jsonValue(), fc.dictionary(name, fc.oneof(fc.string(), fc.boolean())), (payload, values) => {
      const before = JSON.stringify(payload)
      const { problems } = mergeFormValues(payload, values)
      expect(problems.length).toBeLessThanOrEqual(Math.max(1, Object.keys(values).length))
      expect(JSON.stringify(payload)).toBe(before)
      expect(Object.keys(Object.prototype)).toEqual([])
    }),
    { numRuns: 500 },
  )
})
