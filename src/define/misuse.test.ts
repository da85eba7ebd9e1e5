import { defineAction, defineWidget } from 'parlor'
import { expect, test } from 'vitest'
import { z } from 'zod'

/** What is thrown at the one who defines something wrongly, past the compiler. */
function thrownBy(define: unknown, ...given: unknown[]): string {
  try {
    if (typeof define === 'function') define(...given)
  } catch (error) {
    return String(error)
  }
  return 'nothing'
}

const state = z.strictObject({})
const view = () => ({ type: 'Card', children: [] })

test.each([
  [
    { name: 'My widget!', state, view },
    'defineWidget.name: "My widget!" is no name. Take letters, digits and dashes, e.g. "reading-list".',
  ],
  [{ state, view }, 'defineWidget.name: there is no name. Take letters, digits and dashes, e.g. "reading-list".'],
  [
    { name: 'slip', state: { title: z.string() }, view },
    'slip.state: these are fields, not a schema. Put them into z.strictObject({ … }).',
  ],
  [
    { name: 'slip', state: {}, view },
    'slip.state: this is no schema. Give it a schema of zod 4: z.strictObject({ … }).',
  ],
  [
    { name: 'slip', state },
    'slip.view: there is no view. Give it a function from a state to a Card, ListView or Basic.',
  ],
])('a widget is refused where it is defined: %j', (options, said) => {
  expect(thrownBy(defineWidget, options)).toBe(`ParlorError: ${said}`)
})

test.each([
  ['', {}, 'defineAction.type: the action has no name. Name it, e.g. "slip.place".'],
  [
    'a',
    { form: z.string() },
    'a.form: a schema of kind string where an object belongs. Name its fields: z.strictObject({ … }).',
  ],
  [
    'a',
    { payload: z.array(z.string()).optional() },
    'a.payload: a schema of kind array where an object belongs. Name its fields: z.strictObject({ … }).',
  ],
  [
    'a',
    { payload: { id: z.string() } },
    'a.payload: these are fields, not a schema. Put them into z.strictObject({ … }).',
  ],
  ['a', { form: 5 }, 'a.form: this is no schema. Give it a schema of zod 4: z.strictObject({ … }).'],
])('an action is refused where it is defined: %j %j', (type, options, said) => {
  expect(thrownBy(defineAction, type, options)).toBe(`ParlorError: ${said}`)
})

test('what objects fit is let through', () => {
  const schemas = [
    z.object({}),
    z.record(z.string(), z.unknown()),
    z.any(),
    z.object({}).optional(),
    z.lazy(() => z.object({})),
  ]
  expect(schemas.map((form) => thrownBy(defineAction, 'a', { form, payload: form }))).toEqual(
    schemas.map(() => 'nothing'),
  )
})
