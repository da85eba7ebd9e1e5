import type { Meta, StoryObj } from '@storybook/react-vite'
import {
  Basic,
  Button,
  Card,
  Checkbox,
  ListView,
  ListViewItem,
  loadingBehaviors,
  Text,
  type WidgetRoot,
} from 'parlor/kit'
import { WidgetView } from 'parlor/render'
import { expect, userEvent, waitFor } from 'storybook/test'
import { useScheme } from '../scheme.tsx'
import { inWidget } from '../widgets/in-widget.ts'
import { onAction, Shown } from './shown.tsx'

const meta: Meta = { title: 'Kit/Actions' }
export default meta
type Story = StoryObj

/** Takes a while, as a server does. */
function Slow({ widget, ms = 1500 }: { widget: WidgetRoot; ms?: number }) {
  const wait = () => new Promise((resolve) => setTimeout(resolve, ms))
  return <WidgetView widget={widget} scheme={useScheme()} onAction={wait} />
}

/** Click: each shows in its own way that its action runs. */
export const Loading: Story = {
  render: () => (
    <Slow
      widget={Card({
        children: loadingBehaviors.map((loadingBehavior) =>
          Button({
            key: loadingBehavior,
            label: `loadingBehavior ${loadingBehavior}`,
            onClickAction: { type: 'go', loadingBehavior },
          }),
        ),
      })}
    />
  ),
}

export const LoadingSelf: Story = {
  name: 'Loading: self',
  render: () => (
    <Slow
      ms={60_000}
      widget={Card({ children: [Button({ label: 'Go', style: 'primary', onClickAction: { type: 'go' } })] })}
    />
  ),
  play: async ({ canvasElement }) => {
    const card = await inWidget(canvasElement)
    await userEvent.click(await card.findByRole('button', { name: 'Go' }))
    await waitFor(() => expect(card.getByRole('button', { busy: true })).toBeVisible())
  },
}

export const LoadingContainer: Story = {
  name: 'Loading: container',
  render: () => (
    <Slow
      ms={60_000}
      widget={Card({
        children: [Text({ value: 'The whole card waits.' })],
        confirm: { label: 'Save', action: { type: 'save' } },
      })}
    />
  ),
  play: async ({ canvasElement }) => {
    const card = await inWidget(canvasElement)
    await userEvent.click(await card.findByRole('button', { name: 'Save' }))
    await waitFor(() =>
      expect(canvasElement.querySelector('[data-parlor-widget]')?.shadowRoot?.querySelector('[inert]')).not.toBeNull(),
    )
  },
}

export const LoadingRow: Story = {
  name: 'Loading: row',
  render: () => (
    <Slow
      ms={60_000}
      widget={ListView({
        children: ['First', 'Second'].map((value) =>
          ListViewItem({ key: value, onClickAction: { type: 'open' }, children: [Text({ value })] }),
        ),
      })}
    />
  ),
  play: async ({ canvasElement }) => {
    const list = await inWidget(canvasElement)
    await userEvent.click(await list.findByRole('button', { name: 'First' }))
    await waitFor(() => expect(list.getByRole('button', { name: 'First', busy: true })).toBeVisible())
  },
}

/** While an answer streams, streamed server actions do nothing; client actions and synchronous ones do. */
export const Blocked: Story = {
  render: () => (
    <Shown
      blocked
      widget={Basic({
        gap: 3,
        children: [
          Button({ label: 'Streamed server action', onClickAction: { type: 'server' } }),
          Button({ label: 'Synchronous server action', onClickAction: { type: 'sync', streaming: false } }),
          Button({ label: 'Client action', onClickAction: { type: 'client', handler: 'client' } }),
          Checkbox({ name: 'c', label: 'Change with a server action', onChangeAction: { type: 'changed' } }),
        ],
      })}
    />
  ),
  play: async ({ canvasElement }) => {
    onAction.mockClear()
    const card = await inWidget(canvasElement)
    for (const button of await card.findAllByRole('button')) await userEvent.click(button)
    await userEvent.click(card.getByRole('checkbox'))
    await expect(onAction.mock.calls.map(([action]) => action.type)).toEqual(['sync', 'client'])
  },
}
