// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Button, Card, Checkbox, DatePicker, Form, Input, RadioGroup, Select, Text, Textarea } from '../../kit/index.ts'
import { draw } from '../testing/draw.tsx'

const sizes = [
  { value: 's', label: 'Small' },
  { value: 'm', label: 'Medium' },
]

test('a form sends the values of all its fields with the submit', async () => {
  const { user, sent } = draw(
    Card({
      children: [
        Form({
          onSubmitAction: { type: 'order', payload: { id: 7 } },
          children: [
            Input({ name: 'name', placeholder: 'Name' }),
            Input({ name: 'count', inputType: 'number', defaultValue: '2' }),
            Textarea({ name: 'note', defaultValue: 'Hi' }),
            Select({ name: 'size', options: sizes, defaultValue: 'm' }),
            Select({ name: 'unset', options: sizes }),
            DatePicker({ name: 'day', defaultValue: '2026-11-20' }),
            DatePicker({ name: 'at', defaultValue: '2026-11-20T08:30:00' }),
            Checkbox({ name: 'gift', label: 'Gift' }),
            RadioGroup({ name: 'speed', options: [{ value: 'fast', label: 'Fast' }], defaultValue: 'fast' }),
            RadioGroup({ name: 'none', options: [{ value: 'a', label: 'A' }] }),
            Text({ value: 'Dear all', editable: { name: 'mail.body' } }),
            Button({ label: 'Order', submit: true }),
          ],
        }),
      ],
    }),
  )
  await user.type(screen.getByPlaceholderText('Name'), 'Ada')
  await user.click(screen.getByRole('checkbox', { name: 'Gift' }))
  await user.click(screen.getByRole('button', { name: 'Order' }))
  expect(sent).toEqual([
    {
      type: 'order',
      payload: {
        id: 7,
        name: 'Ada',
        count: '2',
        note: 'Hi',
        size: 'm',
        day: '2026-11-20',
        at: '2026-11-20T08:30:00',
        gift: true,
        speed: 'fast',
        mail: { body: 'Dear all' },
      },
      handler: 'server',
      streaming: true,
    },
  ])
})

test('every action inside a form carries its values, not only the submit', async () => {
  const { user, sent } = draw(
    Card({
      asForm: true,
      children: [
        Input({ name: 'q', defaultValue: 'cats' }),
        Checkbox({ name: 'all', label: 'All', onChangeAction: { type: 'changed' } }),
        Button({ label: 'Help', onClickAction: { type: 'help', handler: 'client' } }),
      ],
    }),
  )
  await user.click(screen.getByRole('checkbox', { name: 'All' }))
  await user.click(screen.getByRole('button', { name: 'Help' }))
  expect(sent).toEqual([
    { type: 'changed', payload: { q: 'cats', all: true }, handler: 'server', streaming: true },
    { type: 'help', payload: { q: 'cats', all: true }, handler: 'client', streaming: true },
  ])
})

test('outside any form a change carries the value of its own control', async () => {
  const { user, sent } = draw(
    Card({
      children: [
        Checkbox({ name: 'filter.done', label: 'Done', onChangeAction: { type: 'filter', payload: { list: 1 } } }),
        Checkbox({ name: 'other', label: 'Other', defaultChecked: true }),
      ],
    }),
  )
  await user.click(screen.getByRole('checkbox', { name: 'Done' }))
  expect(sent).toEqual([
    { type: 'filter', payload: { list: 1, filter: { done: true } }, handler: 'server', streaming: true },
  ])
})

test('what the author put at the same place wins over the form, and is reported', async () => {
  const { user, sent, problems } = draw(
    Card({
      asForm: true,
      children: [Input({ name: 'todo.title', defaultValue: 'mine' }), Input({ name: 'todo.note', defaultValue: 'n' })],
      confirm: { label: 'Save', action: { type: 'save', payload: { todo: { title: 'theirs' } } } },
    }),
  )
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(sent).toEqual([
    { type: 'save', payload: { todo: { title: 'theirs', note: 'n' } }, handler: 'server', streaming: true },
  ])
  expect(problems.map(({ at }) => at)).toEqual(['save.payload.todo.title'])
})

test('disabled fields give nothing, and of two with one name the later one counts', async () => {
  const { user, sent } = draw(
    Card({
      asForm: true,
      children: [
        Input({ name: 'a', defaultValue: 'off', disabled: true }),
        Input({ key: 'x', name: 'b', defaultValue: 'first' }),
        Input({ key: 'y', name: 'b', defaultValue: 'second' }),
      ],
      confirm: { label: 'Save', action: { type: 'save' } },
    }),
  )
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(sent).toEqual([{ type: 'save', payload: { b: 'second' }, handler: 'server', streaming: true }])
})

test('an inner form keeps its fields to itself', async () => {
  const { user, sent, container } = draw(
    Card({
      asForm: true,
      confirm: { label: 'Outer', action: { type: 'outer' } },
      children: [
        Input({ name: 'a', defaultValue: '1' }),
        Form({
          onSubmitAction: { type: 'inner' },
          children: [Input({ name: 'b', placeholder: 'B' }), Button({ label: 'Inner', submit: true })],
        }),
      ],
    }),
  )
  expect(container.querySelectorAll('form')).toHaveLength(1) // HTML has no forms inside forms
  await user.type(screen.getByPlaceholderText('B'), '2{Enter}')
  await user.click(screen.getByRole('button', { name: 'Inner' }))
  await user.click(screen.getByRole('button', { name: 'Outer' }))
  expect(sent).toEqual([
    { type: 'inner', payload: { b: '2' }, handler: 'server', streaming: true },
    { type: 'inner', payload: { b: '2' }, handler: 'server', streaming: true },
    { type: 'outer', payload: { a: '1' }, handler: 'server', streaming: true },
  ])
})

test('Enter in a one-line field submits; in a longer text it is a new line', async () => {
  const { user, sent } = draw(
    Card({
      asForm: true,
      confirm: { label: 'Send', action: { type: 'send' } },
      children: [Textarea({ name: 'body', placeholder: 'Body' }), Input({ name: 'to', placeholder: 'To' })],
    }),
  )
  await user.type(screen.getByPlaceholderText('Body'), 'a{Enter}b')
  expect(sent).toEqual([])
  await user.type(screen.getByPlaceholderText('To'), 'x{Enter}')
  expect(sent).toEqual([{ type: 'send', payload: { body: 'a\nb', to: 'x' }, handler: 'server', streaming: true }])
})

test('an empty required field keeps the submit back; cancel and plain clicks do not ask', async () => {
  const { user, sent } = draw(
    Card({
      asForm: true,
      confirm: { label: 'Send', action: { type: 'send' } },
      cancel: { label: 'Discard', action: { type: 'discard' } },
      children: [
        Input({ name: 'to', required: true, placeholder: 'To' }),
        Button({ label: 'Preview', onClickAction: { type: 'preview' } }),
      ],
    }),
  )
  await user.click(screen.getByRole('button', { name: 'Send' }))
  expect(sent).toEqual([])
  await user.click(screen.getByRole('button', { name: 'Discard' }))
  await user.click(screen.getByRole('button', { name: 'Preview' }))
  await user.type(screen.getByPlaceholderText('To'), 'Ada')
  await user.click(screen.getByRole('button', { name: 'Send' }))
  expect(sent).toMatchObject([{ type: 'discard' }, { type: 'preview' }, { type: 'send', payload: { to: 'Ada' } }])
})

test('a pattern has to match the whole text, of longer texts too', async () => {
  const { user, sent } = draw(
    Card({
      asForm: true,
      confirm: { label: 'Send', action: { type: 'send' } },
      children: [Textarea({ name: 'code', pattern: '[a-z]+', placeholder: 'Code' })],
    }),
  )
  await user.type(screen.getByPlaceholderText('Code'), 'abc1')
  await user.click(screen.getByRole('button', { name: 'Send' }))
  expect(sent).toEqual([])
  await user.type(screen.getByPlaceholderText('Code'), '{Backspace}')
  await user.click(screen.getByRole('button', { name: 'Send' }))
  expect(sent).toMatchObject([{ payload: { code: 'abc' } }])
})

test('a submit button uses its own action where the form has none', async () => {
  const { user, sent } = draw(
    Card({
      children: [
        Form({
          children: [
            Input({ name: 'a', defaultValue: '1' }),
            Button({ label: 'Go', submit: true, onClickAction: { type: 'go' } }),
          ],
        }),
      ],
    }),
  )
  await user.click(screen.getByRole('button', { name: 'Go' }))
  expect(sent).toEqual([{ type: 'go', payload: { a: '1' }, handler: 'server', streaming: true }])
})

test('confirm and cancel work without a form, and then send no values', async () => {
  const { user, sent } = draw(
    Card({
      children: [Input({ name: 'a', defaultValue: '1' })],
      confirm: { label: 'Yes', action: { type: 'yes' } },
      cancel: { label: 'No', action: { type: 'no', handler: 'client', streaming: false } },
    }),
  )
  await user.click(screen.getByRole('button', { name: 'Yes' }))
  await user.click(screen.getByRole('button', { name: 'No' }))
  expect(sent).toEqual([
    { type: 'yes', handler: 'server', streaming: true },
    { type: 'no', handler: 'client', streaming: false },
  ])
})
