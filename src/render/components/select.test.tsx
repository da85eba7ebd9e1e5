// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Card, Label, Select } from '../../kit/index.ts'
import { draw } from '../testing/draw.tsx'

const fruits = [
  { value: 'apple', label: 'Apple' },
  { value: 'banana', label: 'Banana', description: 'Yellow' },
  { value: 'cherry', label: 'Cherry', disabled: true },
  { value: 'date', label: 'Date' },
]
const changed = { type: 'changed' }

test('an option is chosen by mouse', async () => {
  const { user, sent } = draw(Card({ children: [Select({ name: 'fruit', options: fruits, onChangeAction: changed })] }))
  await user.click(await screen.findByRole('combobox', { name: 'fruit' }))
  await user.click(screen.getByRole('option', { name: /Banana/ }))
  expect(sent).toEqual([{ type: 'changed', payload: { fruit: 'banana' }, handler: 'server', streaming: true }])
  expect(screen.getByRole('combobox').textContent).toBe('Banana')
  expect(screen.queryByRole('listbox')).toBeNull()
})

test('an option is chosen by keyboard; disabled ones are passed over', async () => {
  const { user, sent } = draw(Card({ children: [Select({ name: 'fruit', options: fruits, onChangeAction: changed })] }))
  await screen.findByRole('combobox')
  await user.tab()
  await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}')
  const active = screen.getByRole('combobox').getAttribute('aria-activedescendant')
  expect(document.getElementById(`${active}`)?.textContent).toBe('Date')
  await user.keyboard('{Enter}')
  expect(sent).toMatchObject([{ payload: { fruit: 'date' } }])
})

test('letters find an option, Escape changes nothing', async () => {
  const { user, sent } = draw(
    Card({ children: [Select({ name: 'fruit', options: fruits, defaultValue: 'apple', onChangeAction: changed })] }),
  )
  await screen.findByRole('combobox')
  await user.tab()
  await user.keyboard('d{Escape}')
  expect(sent).toEqual([])
  await user.keyboard('da{Enter}')
  expect(sent).toMatchObject([{ payload: { fruit: 'date' } }])
})

test('what is chosen can be cleared, by a button of its own', async () => {
  const { user, sent } = draw(
    Card({
      children: [
        Select({ name: 'fruit', options: fruits, defaultValue: 'date', clearable: true, onChangeAction: changed }),
      ],
    }),
  )
  await user.click(await screen.findByRole('button', { name: 'Clear' }))
  expect(sent).toMatchObject([{ payload: { fruit: '' } }])
  expect(screen.getByRole('combobox').textContent).toBe('Select…')
  expect(screen.queryByRole('button', { name: 'Clear' })).toBeNull()
})

test('many options can be searched, few too when asked for', async () => {
  const many = Array.from({ length: 16 }, (_, index) => ({ value: `${index}`, label: `Option ${index}` }))
  const { user, sent } = draw(Card({ children: [Select({ name: 'n', options: many, onChangeAction: changed })] }))
  await user.click(await screen.findByRole('combobox', { name: 'n' }))
  const search = screen.getByRole('combobox', { name: 'Search' })
  await user.type(search, '12')
  expect(within(screen.getByRole('listbox')).getAllByRole('option')).toHaveLength(1)
  await user.keyboard('{Enter}')
  expect(sent).toMatchObject([{ payload: { n: '12' } }])
})

test('a default that is no option counts as nothing', async () => {
  draw(Card({ children: [Select({ name: 'fruit', options: fruits, defaultValue: 'kiwi', placeholder: 'Pick one' })] }))
  expect((await screen.findByRole('combobox', { name: 'Pick one' })).textContent).toBe('Pick one')
})

test('a label names the control', async () => {
  draw(Card({ children: [Label({ value: 'Fruit', fieldName: 'fruit' }), Select({ name: 'fruit', options: fruits })] }))
  expect(await screen.findByRole('combobox', { name: 'Fruit' })).toBeDefined()
})
