// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Basic, Card, Checkbox, Input, Label, ListView, ListViewItem, RadioGroup, Row, Text } from '../../kit/index.ts'
import { draw } from '../testing/draw.tsx'

test('input survives updates, and gives way to another default', async () => {
  const card = (defaultValue: string, more: string) =>
    Card({ children: [Text({ value: more }), Input({ name: 'a', defaultValue, placeholder: 'A' })] })
  const { user, update } = draw(card('one', ''))
  const field = screen.getByPlaceholderText<HTMLInputElement>('A')
  await user.type(field, ' and more')
  update(card('one', 'something else changed'))
  expect(screen.getByPlaceholderText('A')).toBe(field)
  expect(field.value).toBe('one and more')
  expect(document.activeElement).toBe(field)
  update(card('two', ''))
  expect(field.value).toBe('two')
})

test('another key on the root begins all fields anew', async () => {
  const card = (key: string) => Card({ key, children: [Input({ name: 'a', placeholder: 'A' })] })
  const { user, update } = draw(card('first'))
  await user.type(screen.getByPlaceholderText('A'), 'typed')
  update(card('second'))
  expect(screen.getByPlaceholderText<HTMLInputElement>('A').value).toBe('')
})

test('a text that can be edited takes up streamed text until the user edits it', async () => {
  const card = (value: string) =>
    Card({ children: [Text({ id: 't', value, streaming: true, editable: { name: 'body' } })] })
  const { user, update } = draw(card('Dear'))
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'body' })
  update(card('Dear all'))
  expect(field.value).toBe('Dear all')
  await user.type(field, '!')
  update(card('Dear all, hello'))
  expect(field.value).toBe('Dear all!')
  update(card('Something new'))
  expect(field.value).toBe('Something new')
})

test('a label names its control and passes clicks on to it', async () => {
  const { user } = draw(
    Card({
      children: [
        Label({ value: 'Your name', fieldName: 'name' }),
        Input({ name: 'name' }),
        Label({ value: 'Speed', fieldName: 'speed' }),
        RadioGroup({ name: 'speed', options: [{ value: 'f', label: 'Fast' }] }),
        Label({ value: 'Agree', fieldName: 'agree' }),
        Checkbox({ name: 'agree' }),
      ],
    }),
  )
  await user.click(screen.getByText('Your name'))
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Your name' }))
  expect(screen.getByRole('radiogroup', { name: 'Speed' })).toBeDefined()
  await user.click(screen.getByText('Agree'))
  expect(screen.getByRole('checkbox', { name: 'Agree' }).getAttribute('aria-checked')).toBe('true')
})

test('rows with equal field names keep their labels apart', () => {
  const row = (key: string) =>
    ListViewItem({
      key,
      children: [Label({ value: `Amount of ${key}`, fieldName: 'amount' }), Input({ name: 'amount' })],
    })
  draw(ListView({ children: [row('tea'), row('milk')] }))
  const [tea, milk] = screen.getAllByRole('textbox')
  expect(screen.getByLabelText('Amount of tea')).toBe(tea)
  expect(screen.getByLabelText('Amount of milk')).toBe(milk)
})

test('a control without a label is called by its placeholder, else by its name', () => {
  draw(
    Basic({
      children: [
        Row({ children: [Input({ name: 'a', placeholder: 'E-mail' }), Input({ name: 'b' })] }),
        RadioGroup({ name: 'c', ariaLabel: 'Colour', options: [{ value: 'r', label: 'Red' }] }),
      ],
    }),
  )
  expect(screen.getAllByRole('textbox').map((field) => field.getAttribute('aria-label'))).toEqual(['E-mail', 'b'])
  expect(screen.getByRole('radiogroup', { name: 'Colour' })).toBeDefined()
})
