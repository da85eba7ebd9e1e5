/** @jsxImportSource parlor */

import { defineAction, defineWidget } from 'parlor'
import { Card, Input, Label, Title } from 'parlor/kit'
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
