import type { Meta, StoryObj } from '@storybook/react-vite'
import { Card, controlSizes, controlVariants, DatePicker, Label, Select, sides } from 'parlor/kit'
import { expect, fireEvent, userEvent } from 'storybook/test'
import { inWidget } from '../widgets/in-widget.ts'
import { Examples, line, onAction, Shown } from './shown.tsx'

const meta: Meta = { title: 'Kit/Pickers' }
export default meta
type Story = StoryObj

const fruits = [
  { value: 'apple', label: 'Apple' },
  { value: 'banana', label: 'Banana', description: 'Yellow, from far away' },
  { value: 'cherry', label: 'Cherry', disabled: true },
  { value: 'date', label: 'Date' },
]

export const Selects: Story = {
  name: 'Select',
  render: () => (
    <Examples
      of={{
        placeholder: Select({ name: 'a', options: fruits, placeholder: 'Choose a fruit' }),
        'defaultValue, clearable': Select({ name: 'b', options: fruits, defaultValue: 'date', clearable: true }),
        block: Select({ name: 'c', options: fruits, block: true }),
        variants: line(
          ...controlVariants.map((variant) =>
            Select({ key: variant, name: variant, options: fruits, variant, placeholder: variant }),
          ),
        ),
        sizes: line(
          ...controlSizes.map((size) =>
            Select({ key: size, name: size, options: fruits, size, placeholder: size, pill: true }),
          ),
        ),
        disabled: Select({ name: 'd', options: fruits, disabled: true, defaultValue: 'apple' }),
      }}
    />
  ),
}

export const SelectOpen: Story = {
  name: 'Select: open',
  render: () => (
    <Shown
      widget={Card({
        children: [
          Label({ value: 'Fruit', fieldName: 'fruit' }),
          Select({ name: 'fruit', options: fruits, defaultValue: 'banana', onChangeAction: { type: 'changed' } }),
        ],
      })}
    />
  ),
  play: async ({ canvasElement }) => {
    const card = await inWidget(canvasElement)
    const control = await card.findByRole('combobox', { name: 'Fruit' })
    await userEvent.click(control)
    await card.findByRole('listbox', { name: 'Fruit' })
    await userEvent.keyboard('{ArrowDown}{Enter}')
    await expect(onAction).toHaveBeenCalledWith(
      { type: 'changed', payload: { fruit: 'date' } },
      { handler: 'server', streaming: true },
    )
    await userEvent.click(control)
    await card.findByRole('option', { name: 'Date', selected: true })
  },
}

const towns = [
  'Aarhus',
  'Basel',
  'Cork',
  'Delft',
  'Essen',
  'Faro',
  'Gdańsk',
  'Halle',
  'Imola',
  'Jena',
  'Kiel',
  'Lyon',
  'Malmö',
  'Nice',
  'Oslo',
  'Porto',
  'Riga',
  'Siena',
]

export const SelectSearch: Story = {
  name: 'Select: searchable',
  render: () => (
    <Shown
      widget={Card({
        children: [
          Select({ name: 'town', placeholder: 'Town', options: towns.map((label) => ({ value: label, label })) }),
        ],
      })}
    />
  ),
  play: async ({ canvasElement }) => {
    const card = await inWidget(canvasElement)
    await userEvent.click(await card.findByRole('combobox', { name: 'Town' }))
    await fireEvent.input(await card.findByRole('combobox', { name: 'Search' }), { target: { value: 'ie' } })
    await expect(card.getAllByRole('option').map((option) => option.textContent)).toEqual(['Kiel', 'Siena'])
  },
}

export const DatePickers: Story = {
  name: 'DatePicker',
  render: () => (
    <Examples
      of={{
        placeholder: DatePicker({ name: 'a', placeholder: 'When?' }),
        'defaultValue, clearable': DatePicker({ name: 'b', defaultValue: '2026-11-20', clearable: true }),
        block: DatePicker({ name: 'c', block: true }),
        variants: line(
          ...controlVariants.map((variant) =>
            DatePicker({ key: variant, name: variant, variant, placeholder: variant }),
          ),
        ),
        side: line(...sides.map((side) => DatePicker({ key: side, name: side, side, placeholder: side, pill: true }))),
        disabled: DatePicker({ name: 'd', disabled: true, defaultValue: '2026-11-20T09:00:00' }),
      }}
    />
  ),
}

export const DatePickerOpen: Story = {
  name: 'DatePicker: open',
  render: () => (
    <Shown
      widget={Card({
        children: [
          Label({ value: 'Departure', fieldName: 'day' }),
          DatePicker({
            name: 'day',
            defaultValue: '2026-11-20',
            min: '2026-11-05',
            max: '2026-12-24',
            onChangeAction: { type: 'changed' },
          }),
        ],
      })}
    />
  ),
  play: async ({ canvasElement }) => {
    const card = await inWidget(canvasElement)
    const control = await card.findByRole('button', { name: /Departure/ })
    await userEvent.click(control)
    const day = await card.findByRole('button', { name: 'Friday, November 20, 2026' })
    await expect(canvasElement.querySelector('[data-parlor-widget]')?.shadowRoot?.activeElement).toBe(day)
    await userEvent.keyboard('{ArrowRight}{Enter}')
    await expect(onAction).toHaveBeenCalledWith(
      { type: 'changed', payload: { day: '2026-11-21' } },
      { handler: 'server', streaming: true },
    )
    await userEvent.click(control)
    await card.findByRole('button', { name: 'Saturday, November 21, 2026', pressed: true })
  },
}
