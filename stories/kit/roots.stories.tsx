import type { Meta, StoryObj } from '@storybook/react-vite'
import {
  Badge,
  Basic,
  Button,
  Caption,
  Card,
  Col,
  cardSizes,
  Icon,
  Image,
  Input,
  Label,
  ListView,
  ListViewItem,
  Row,
  Spacer,
  Text,
  Title,
  themes,
} from 'parlor/kit'
import { expect, fireEvent, userEvent } from 'storybook/test'
import { inWidget } from '../widgets/in-widget.ts'
import { logo, portrait } from './pictures.ts'
import { Examples, each, onAction, Shown } from './shown.tsx'

const meta: Meta = { title: 'Kit/Roots' }
export default meta
type Story = StoryObj

const body = [Title({ value: 'Team lunch' }), Text({ value: 'Friday at noon, the place by the river.' })]

export const CardSizes: Story = {
  name: 'Card',
  render: () => (
    <Examples
      of={each(cardSizes, (size) =>
        Card({ size, children: [Title({ value: `Size ${size}` }), Text({ value: 'Friday at noon.' })] }),
      )}
    />
  ),
}

export const CardStatus: Story = {
  name: 'Card: status and footer',
  render: () => (
    <Examples
      of={{
        'icon, confirm and cancel': Card({
          status: { text: 'Draft', icon: 'write' },
          children: body,
          confirm: { label: 'Send', action: { type: 'send' } },
          cancel: { label: 'Discard', action: { type: 'discard' } },
        }),
        favicon: Card({ status: { text: 'example.com', favicon: logo }, children: body }),
        'favicon with frame': Card({ status: { text: 'example.com', favicon: logo, frame: true }, children: body }),
        'confirm only': Card({ children: body, confirm: { label: 'OK', action: { type: 'ok' } } }),
        collapsed: Card({ collapsed: true, status: { text: 'Sent on Friday', icon: 'check-circle' }, children: body }),
      }}
    />
  ),
}

export const CardLooks: Story = {
  name: 'Card: background, border, padding',
  render: () => (
    <Examples
      of={{
        background: Card({ background: { light: 'yellow-50', dark: 'yellow-1000' }, children: body }),
        border: Card({ border: { size: 2, color: 'blue-400' }, children: body }),
        'border 0': Card({ border: 0, background: 'surface-secondary', children: body }),
        'padding 8': Card({ padding: 8, children: body }),
      }}
    />
  ),
}

export const CardTheme: Story = {
  name: 'Card: theme',
  render: () => (
    <Examples
      of={each(themes, (theme) =>
        Card({ theme, children: [...body, Button({ label: 'Open', onClickAction: { type: 'open' } })] }),
      )}
    />
  ),
}

/** An empty required field keeps the submit back. */
export const CardAsForm: Story = {
  name: 'Card: asForm',
  render: () => (
    <Shown
      widget={Card({
        asForm: true,
        children: [
          Col({
            gap: 1.5,
            children: [
              Label({ value: 'Name', fieldName: 'person.name' }),
              Input({ name: 'person.name', required: true }),
            ],
          }),
          Col({
            gap: 1.5,
            children: [
              Label({ value: 'E-mail', fieldName: 'person.mail' }),
              Input({ name: 'person.mail', inputType: 'email' }),
            ],
          }),
        ],
        confirm: { label: 'Invite', action: { type: 'invite', payload: { team: 7 } } },
        cancel: { label: 'Not now', action: { type: 'later' } },
      })}
    />
  ),
  play: async ({ canvasElement }) => {
    onAction.mockClear()
    const card = await inWidget(canvasElement)
    await userEvent.click(await card.findByRole('button', { name: 'Invite' }))
    await expect(onAction).not.toHaveBeenCalled()
    const name = card.getByRole('textbox', { name: 'Name' })
    await fireEvent.input(name, { target: { value: 'Ada' } })
    await fireEvent.keyDown(name, { key: 'Enter' })
    await expect(onAction).toHaveBeenCalledWith(
      { type: 'invite', payload: { team: 7, person: { name: 'Ada', mail: '' } } },
      { handler: 'server', streaming: true },
    )
  },
}

const flights = [
  { id: 'OA 476', from: '08:10', to: '11:45', price: '€ 129', label: 'Cheapest' },
  { id: 'OA 512', from: '12:35', to: '15:55', price: '€ 164' },
  { id: 'OA 588', from: '21:55', to: '01:20', price: '€ 141' },
]

const flight = ({ id, from, to, price, label }: (typeof flights)[number]) =>
  ListViewItem({
    key: id,
    onClickAction: { type: 'flight.select', payload: { id } },
    children: [
      Icon({ name: 'compass', size: 'lg', color: 'secondary' }),
      Col({ children: [Text({ value: `${from} – ${to}`, weight: 'medium', size: 'sm' }), Caption({ value: id })] }),
      Spacer(),
      label && Badge({ label, color: 'success' }),
      Text({ value: price, size: 'sm' }),
    ],
  })

export const Rows: Story = {
  name: 'ListView',
  render: () => (
    <Shown widget={ListView({ status: { text: 'Flights to Lisbon', icon: 'globe' }, children: flights.map(flight) })} />
  ),
}

/** A button in a clickable row does its own thing only. */
export const RowsWithButtons: Story = {
  name: 'ListView: buttons in rows',
  render: () => (
    <Shown
      widget={ListView({
        children: ['Ada', 'Grace'].map((name) =>
          ListViewItem({
            key: name,
            gap: 3,
            onClickAction: { type: 'open', payload: { name } },
            children: [
              Image({ src: portrait, size: 36, radius: 'full' }),
              Text({ value: name }),
              Spacer(),
              Button({
                label: `Call ${name}`,
                size: 'sm',
                iconStart: 'phone',
                onClickAction: { type: 'call', payload: { name } },
              }),
            ],
          }),
        ),
      })}
    />
  ),
  play: async ({ canvasElement }) => {
    onAction.mockClear()
    const list = await inWidget(canvasElement)
    await userEvent.click(await list.findByRole('button', { name: 'Call Ada' }))
    await userEvent.click(list.getByText('Grace'))
    await expect(onAction.mock.calls.map(([action]) => action)).toEqual([
      { type: 'call', payload: { name: 'Ada' } },
      { type: 'open', payload: { name: 'Grace' } },
    ])
  },
}

export const ShowMore: Story = {
  name: 'ListView: limit',
  render: () => (
    <Shown
      widget={ListView({
        limit: 2,
        children: ['Everest', 'K2', 'Kangchenjunga', 'Lhotse'].map((name) =>
          ListViewItem({ key: name, children: [Text({ value: name })] }),
        ),
      })}
    />
  ),
}

export const BasicRoot: Story = {
  name: 'Basic',
  render: () => (
    <Examples
      of={{
        col: Basic({ gap: 2, children: body }),
        row: Basic({
          direction: 'row',
          gap: 3,
          align: 'center',
          children: [Image({ src: portrait, size: 40, radius: 'full' }), Text({ value: 'Ada Lovelace' })],
        }),
        'roots inside': Basic({
          gap: 3,
          children: [Card({ size: 'full', children: body }), Row({ children: [Text({ value: 'and a row' })] })],
        }),
      }}
    />
  ),
}

/** A component nobody knows is left out, what is inside it stays. */
export const Unknown: Story = {
  name: 'Unknown component',
  render: () => (
    <Shown
      widget={{
        type: 'Card',
        children: [
          { type: 'Carousel', children: body },
          { type: 'Text', value: 'and what stands beside it' },
        ],
      }}
    />
  ),
}

export const Broken: Story = { name: 'No widget', render: () => <Shown widget={{ type: 'Nothing' }} /> }
