/** @jsxImportSource parlor */

import { defineAction, defineWidget, ParlorError } from 'parlor'
import { Card, Input, Label, ListViewItem, Text, Title } from 'parlor/kit'
import { expect, test } from 'vitest'
import { z } from 'zod'

const place = defineAction('slip.place', {
  payload: z.strictObject({ id: z.string() }), // what the widget's author puts in
  form: z.strictObject({ stake: z.coerce.number().positive() }), // what fields of the same form add (form values are strings)
  handler: 'server',
})
const slip = defineWidget({
  name: 'slip',
  state: z.strictObject({ id: z.string(), title: z.string(), placed: z.boolean().default(false) }),
  view: ({ id, title }) => (
    <Card size="md" asForm confirm={{ label: 'Place', action: place({ id }) }}>
      <Title value={title} />
      <Label value="Stake" fieldName="stake" />
      <Input name="stake" inputType="number" required />
    </Card>
  ),
})

test('a state becomes plain JSON', () => {
  expect(slip({ id: 'a', title: 'Slip' })).toEqual({
    type: 'Card',
    size: 'md',
    asForm: true,
    confirm: { label: 'Place', action: { type: 'slip.place', payload: { id: 'a' }, handler: 'server' } },
    children: [
      { type: 'Title', value: 'Slip' },
      { type: 'Label', value: 'Stake', fieldName: 'stake' },
      { type: 'Input', name: 'stake', inputType: 'number', required: true },
    ],
  })
})

test('a wrong state names the field', () => {
  const missing = catchError(() => slip.parse({ id: 'a' }))
  expect(missing.message).toBe(
    'slip.title: expected string, received undefined. Give `slip` the state its schema asks for.',
  )
  expect(missing).toMatchObject({ code: 'invalid_input', at: 'slip.title' })
  const wrong = catchError(() => slip.parse({ id: 'a', title: 'x', placed: 'no', titel: 'y' }))
  expect(wrong.problems.map(({ at, problem, hint }) => `${at}: ${problem}. ${hint}`)).toEqual([
    'slip.placed: expected boolean, received string. Give `slip` the state its schema asks for.',
    'slip.titel: no property has this name. Did you mean `title`?',
  ])
})

test('a wrong view names the widget and the node', () => {
  const row = <ListViewItem>{null}</ListViewItem>
  const broken = defineWidget({ name: 'broken', state: z.object({}), view: () => <Card>{row}</Card> })
  const thrown = catchError(() => broken({}))
  expect(thrown).toMatchObject({ code: 'invalid_widget', at: 'broken.Card.children[0]' })
  expect(thrown.message).toMatch(
    /^broken\.Card\.children\[0\]: a Card takes no ListViewItem\. A ListViewItem stands in a ListView only; use a Row here\. \(.*define-widget\.test\.tsx:\d+:15\)$/,
  )
  expect(thrown.problems).toMatchObject([{ source: thrown.source }])
})

test('the state is parsed once, and the view gets what the schema made of it', () => {
  const counted = defineWidget({
    name: 'counted',
    state: z.object({ n: z.number().transform((n) => n + 1) }),
    view: ({ n }) => <Card>{<Text value={String(n)} />}</Card>,
  })
  expect(counted({ n: 1 })).toEqual({ type: 'Card', children: [{ type: 'Text', value: '2' }] })
})

test('a widget carries its name, schema, actions and parts', () => {
  expect([slip.name, slip.widgetName]).toEqual(['slip', 'slip'])
  expect(slip.parse({ id: 'a', title: 'Slip' })).toEqual({ id: 'a', title: 'Slip', placed: false })
  expect(slip.view({ id: 'a', title: 'Slip', placed: true })).toEqual(slip({ id: 'a', title: 'Slip' }))
  expect(slip.state.shape.title.safeParse('x').success).toBe(true)
  expect(slip.actions).toEqual({})
})

test('its texts are those of its view, or one’s own', () => {
  const state = { id: 'a', title: 'Slip', placed: false }
  expect(slip.copyText(state)).toBe('Slip\nStake')
  expect(slip.summary(state)).toBe(
    'Slip\nStake\n[number field stake, required]\n[button "Place" → slip.place {"id":"a"}]',
  )
  const own = defineWidget({
    name: 'own',
    state: z.object({ n: z.number() }),
    view: () => <Card>{null}</Card>,
    copyText: ({ n }) => `${n} copies`,
    summary: ({ n }) => `${n} summaries`,
  })
  expect([own.copyText({ n: 2 }), own.summary({ n: 2 })]).toEqual(['2 copies', '2 summaries'])
})

test('it may say which actions come too late, and what becomes of it in time; most do not', () => {
  const offer = defineWidget({
    name: 'offer',
    state: z.object({ until: z.string(), over: z.boolean().default(false) }),
    view: () => <Card>{null}</Card>,
    settled: ({ over }, { type }) => over && type !== 'offer.renew',
    onRead: (state, now) => ({ ...state, over: now.toISOString() >= state.until }),
  })
  const state = offer.parse({ until: '2026-01-02T12:00:00.000Z' })
  const evening = offer.onRead?.(state, new Date('2026-01-02T18:00:00Z'))
  expect(evening).toEqual({ until: '2026-01-02T12:00:00.000Z', over: true })
  expect(evening && ['offer.buy', 'offer.renew'].map((type) => offer.settled?.(evening, { type }))).toEqual([
    true,
    false,
  ])
  expect(slip).not.toHaveProperty('settled')
  expect(slip).not.toHaveProperty('onRead')
})

function catchError(run: () => unknown): ParlorError {
  try {
    run()
  } catch (error) {
    if (error instanceof ParlorError) return error
  }
  throw new Error('nothing of ours was thrown')
}
