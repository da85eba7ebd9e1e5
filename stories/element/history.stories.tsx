import type { OpenAIChatKit } from '@openai/chatkit'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent } from 'storybook/test'
import { threadRows } from './scenes.ts'
import { inChat, ShownChat, seen } from './shown-chat.tsx'

const meta = { title: 'Element/History', component: ShownChat } satisfies Meta<typeof ShownChat>

export default meta
type Story = StoryObj<typeof meta>

const threads = threadRows(new Date())
const open = { begin: (chat: OpenAIChatKit) => chat.showHistory() }

/** Every chat under the day it began. */
export const Filled: Story = {
  args: { server: { threads }, ...open },
  play: async ({ canvasElement }) => {
    const chat = await inChat(canvasElement)
    await seen(chat.findByRole('region', { name: 'Yesterday' }))
  },
}

export const Narrow: Story = { args: { ...Filled.args, width: 360 } }

export const Empty: Story = { args: { server: { threads: [] }, ...open } }

export const Loading: Story = { args: { server: { waiting: ['threads.list'] }, ...open } }

export const Failed: Story = { args: { server: { failing: ['threads.list'] }, ...open } }

/** The title as a field in its own row. */
export const Renaming: Story = {
  args: { server: { threads }, ...open },
  play: async ({ canvasElement }) => {
    const chat = await inChat(canvasElement)
    await userEvent.click(await chat.findByRole('button', { name: 'Options for Knots for beginners' }))
    await userEvent.click(await chat.findByRole('menuitem', { name: 'Rename' }))
    await expect(await chat.findByRole('textbox', { name: 'Title' })).toHaveValue('Knots for beginners')
  },
}

/** Nothing is deleted without a question. */
export const Deleting: Story = {
  args: { server: { threads }, ...open },
  play: async ({ canvasElement }) => {
    const chat = await inChat(canvasElement)
    await userEvent.click(await chat.findByRole('button', { name: 'Options for Knots for beginners' }))
    await userEvent.click(await chat.findByRole('menuitem', { name: 'Delete' }))
    await seen(chat.findByRole('alertdialog', { name: 'Delete chat?' }))
  },
}
